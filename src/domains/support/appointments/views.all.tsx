import { appointments } from "#paths/appointments.ts";
import { directory } from "#paths/directory.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { WordSearch } from "#ui/filters.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { pageSize } from "./input.ts";
import type { Appointment } from "./queries.ts";
import { wordTime } from "./texts.ts";

export const allTitle = "Tous les rendez-vous";

/** Every appointment, the latest first. */
export function AllPage({
  lines,
  total,
  page,
  words,
  organisation,
}: {
  lines: readonly Appointment[];
  total: number;
  page: number;
  words?: string | undefined;
  organisation?: number | undefined;
}) {
  const query = { q: words, organisation };
  return (
    <>
      <PageHeader title={allTitle} trail={[{ label: "Rendez-vous", href: appointments.week() }]} />
      <WordSearch
        action={appointments.all()}
        label="Chercher un rendez-vous"
        field="Sujet, personne ou organisation"
        words={words}
        query={query}
      />
      <Total count={total} one="rendez-vous" many="rendez-vous" />
      {lines.length === 0 ? (
        <EmptyState title="Aucun rendez-vous ne répond à cette question">
          <p>
            <a href={appointments.all()}>Les voir tous</a>
          </p>
        </EmptyState>
      ) : (
        <ListTable
          caption={allTitle}
          rows={lines}
          path={appointments.all()}
          query={query}
          columns={[
            {
              label: "Date",
              cell: ({ starts_at }) => `${formatShortDay(clockAt(starts_at).day)}, ${wordTime(starts_at)}`,
            },
            {
              label: "Sujet",
              cell: ({ id, subject, state }) => (
                <>
                  <a href={appointments.one(id)}>{subject}</a>
                  {state === "cancelled" ? (
                    <>
                      {" "}
                      <Tag label="Annulé" tone="warning" />
                    </>
                  ) : null}
                </>
              ),
            },
            { label: "Qui", cell: ({ name }) => name },
            {
              label: "Organisation",
              cell: (line) =>
                line.organisation_id ? (
                  <a href={directory.one(line.organisation_id)}>
                    {line.organisation ?? line.organisation_typed}
                  </a>
                ) : (
                  line.organisation_typed
                ),
            },
            { label: "Avec", cell: ({ host }) => host },
          ]}
        />
      )}
      <Pagination page={page} size={pageSize} total={total} path={appointments.all()} query={query} />
    </>
  );
}
