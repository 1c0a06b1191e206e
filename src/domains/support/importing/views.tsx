import { activities } from "#paths/activities.ts";
import { support } from "#paths/support.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { upToBoard } from "../courses/views.form.tsx";
import { pageSize } from "./input.ts";
import type { Unmatched } from "./queries.ts";

export const unmatchedTitle = "Accompagnements sans réunion au journal";

/** What an import brought and the log does not have: linked here to the meeting that resembles it, or looked at one by one. */
export function UnmatchedPage({
  rows,
  total,
  page,
  mayWrite,
}: {
  rows: readonly Unmatched[];
  total: number;
  page: number;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={unmatchedTitle}
        trail={upToBoard}
        lead="À l’import, un accompagnement est rattaché à la réunion du journal qui a le même sujet et la même date : elle n’est pas notée deux fois. Ceux-ci n’en ont pas trouvé."
      />
      {total === 0 ? (
        <EmptyState title="Tous les accompagnements importés ont leur réunion">
          <p>Rien n’est à rattacher.</p>
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="accompagnement" />
          <ListTable<Unmatched>
            caption={unmatchedTitle}
            rows={rows}
            path={support.unmatched()}
            query={{}}
            columns={[
              {
                label: "Début",
                cell: (line) => (line.opened_on ? formatShortDay(line.opened_on) : "sans date"),
              },
              { label: "Sujet", cell: (line) => <a href={support.one(line.id)}>{line.subject}</a> },
              { label: "Organisation", cell: (line) => line.organisation ?? "" },
              {
                label: "La plus ressemblante au journal",
                cell: (line) => <Likely line={line} mayWrite={mayWrite} />,
              },
            ]}
          />
          <Pagination page={page} size={pageSize} total={total} path={support.unmatched()} query={{}} />
        </>
      )}
    </>
  );
}

function Likely({ line, mayWrite }: { line: Unmatched; mayWrite: boolean }) {
  if (!line.likely_id || !line.likely_on) return <span class="soft">Aucune</span>;
  return (
    <>
      <a href={activities.one(line.likely_id)}>{line.likely}</a>, {formatShortDay(line.likely_on)}
      {mayWrite ? (
        <ActionForm
          action={support.linking(line.id)}
          label="Rattacher"
          of={`${line.likely} à ${line.subject}`}
          hidden={{ reunion: line.likely_id }}
        />
      ) : null}
    </>
  );
}
