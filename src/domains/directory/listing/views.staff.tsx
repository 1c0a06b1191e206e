import { directory } from "#paths/directory.ts";
import { segments } from "#paths/segments.ts";
import { Listing, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import type { SavedView } from "../saved/queries.ts";
import { SavedViews } from "../saved/views.tsx";
import { capital } from "../segments/rules.ts";
import type { StaffColumn, StaffRow } from "./columns.staff.ts";
import { Filters, queryOf, Search, wordsOf } from "./filters.tsx";
import type { StaffQuestion } from "./input.ts";
import type { OpenSegment } from "./reading.ts";
import type { Counts } from "./rules.ts";
import { tableColumns } from "./views.columns.tsx";
import { FoundLines } from "./views.lines.tsx";
import { BulkBar, ColumnChoice } from "./views.tools.tsx";

export const staffTitle = "Annuaire";

interface Props {
  rows: readonly StaffRow[];
  counts: Counts;
  /** The words looked for instead of those typed, which nobody says. */
  corrected?: string | undefined;
  asked: StaffQuestion;
  columns: { all: readonly StaffColumn[]; chosen: readonly StaffColumn[] };
  views: readonly SavedView[];
  segment?: OpenSegment | undefined;
  mayWrite: boolean;
}

/** The directory as the network's own people work in it. */
export function StaffListPage(props: Props) {
  const { rows, counts, corrected, asked, columns, views, segment, mayWrite } = props;
  const path = directory.all();
  const query = queryOf(asked);
  return (
    <>
      <PageHeader title={staffTitle}>
        {mayWrite ? (
          <ButtonLink href={directory.add()} label="Ajouter une organisation" accesskey="c" />
        ) : null}
        <ButtonLink href={segments.all()} label="Segments" kind="quiet" />
        <ButtonLink href={directory.toConfirm()} label="À reconfirmer" kind="quiet" />
        <ButtonLink href={directory.duplicates()} label="Doublons" kind="quiet" />
      </PageHeader>
      {segment ? <OpenedOn segment={segment} query={query} /> : null}
      <SavedViews views={views} query={withQuery("", { ...query, page: undefined }).slice(1)} />
      <Listing
        filters={
          <>
            <Search path={path} asked={asked} />
            <Filters
              path={path}
              asked={asked}
              counts={counts}
              dimensions={[
                "departement",
                "epci",
                "famille",
                "type",
                "secteur",
                "odd",
                "pays",
                "etiquette",
                "visibilite",
                "statut",
              ]}
              open={["departement", "famille", "type", "etiquette", "visibilite", "statut"]}
            />
          </>
        }
      >
        <Total count={counts.total} one="organisation" />
        {corrected ? (
          <p>
            Rien pour « {asked.q} » : voici ce qui répond à « {corrected} ».
          </p>
        ) : null}
        <ColumnChoice path={path} query={query} {...columns} />
        {rows.length === 0 ? (
          <EmptyState title={emptyTitle(counts, asked, segment)}>
            <p>
              {counts.unfiltered > 0 && wordsOf(asked, counts) ? (
                <a href={withQuery(path, { q: asked.q, segment: segment?.id })}>Retirer les filtres</a>
              ) : null}{" "}
              <a href={path}>Voir toutes les organisations</a>
            </p>
          </EmptyState>
        ) : (
          <>
            <FoundLines
              path={path}
              query={query}
              asked={asked}
              rows={rows}
              columns={tableColumns(columns.chosen, mayWrite)}
              total={counts.total}
              caption="Organisations"
              latest="Voir d’abord les dernières ajoutées"
            />
            {mayWrite ? (
              <BulkBar query={{ ...query, ...(corrected ? { q: corrected } : {}) }} total={counts.total} />
            ) : null}
          </>
        )}
      </Listing>
    </>
  );
}

/** The segment that narrows the list, with the way out of it. */
function OpenedOn({ segment, query }: { segment: OpenSegment; query: ReturnType<typeof queryOf> }) {
  return (
    <Callout>
      <p>
        Segment <a href={segments.one(segment.id)}>{segment.name}</a>
        {"\u00a0: "}
        {capital(segment.words)}.{" "}
        <a href={withQuery(directory.all(), query, { segment: undefined, page: undefined })}>
          Sortir du segment
        </a>
      </p>
    </Callout>
  );
}

function emptyTitle(counts: Counts, asked: StaffQuestion, segment: OpenSegment | undefined) {
  const words = wordsOf(asked, counts);
  if (counts.total > 0) return "Cette page est au-delà de la fin de la liste.";
  if (words) return `Aucune organisation ne répond à ${words}${segment ? " dans ce segment" : ""}.`;
  return segment
    ? "Aucune organisation n’est dans ce segment pour l’instant."
    : "L’annuaire est vide : ajoutez une organisation, ou importez un tableur.";
}
