import { cardRequests } from "#paths/card-requests.ts";
import { directory } from "#paths/directory.ts";
import { keepPieces } from "#ui/kept.tsx";
import { type Column, Listing, withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import { slugOf } from "../rules.ts";
import { Filters, queryOf, Search } from "./filters.tsx";
import type { Question } from "./input.ts";
import type { Listed } from "./queries.ts";
import type { Counts } from "./rules.ts";
import type { ListedOrganisation } from "./select.ts";
import { FoundLines } from "./views.lines.tsx";
import { Looks, Nobody, ScopeLine } from "./views.scope.tsx";

export const publicTitle = "Les acteurs du réseau";

/** The columns of the public list; `framed`: shown on another site, where a card opens in the page around. */
export const publicListColumns = (framed = false): readonly Column<ListedOrganisation>[] => [
  {
    label: "Nom",
    sort: "nom",
    cell: ({ id, name, acronym }) => (
      <>
        <a href={directory.publicCard(id, slugOf(name))} target={framed ? "_parent" : undefined}>
          {name}
        </a>
        {acronym ? ` (${acronym})` : null}
      </>
    ),
  },
  { label: "Type", cell: (row) => row.actor_type ?? row.family ?? "" },
  { label: "Commune", sort: "commune", cell: (row) => row.commune ?? "" },
  { label: "Département", cell: (row) => row.department ?? "" },
];

const columns = publicListColumns();

/** Lines and filters of the read model live until something changes: each is drawn once. */
const keptLine = keepPieces<ListedOrganisation>();
const keptFilters = keepPieces<Counts>();

/** The search and the filters of the public directory, the same for the list and the map. */
export function PublicFilters({ path, asked, counts }: { path: string; asked: Question; counts: Counts }) {
  const draw = () => (
    <Filters
      path={path}
      asked={asked}
      counts={counts}
      dimensions={["departement", "epci", "famille", "type", "secteur", "odd", "pays"]}
      open={["departement", "famille", "type"]}
    />
  );
  const key = JSON.stringify([path, { ...queryOf(asked), page: undefined }]);
  return (
    <>
      <Search path={path} asked={asked} />
      {asked.q ? draw() : keptFilters(counts, key, draw) /* words seldom come back */}
    </>
  );
}

/** The public directory: who acts, where, and what they are. */
export function PublicListPage({ rows, counts, asked, corrected }: Listed & { asked: Question }) {
  const path = directory.publicList();
  const query = queryOf(asked);
  const scope = { path, asked, counts, corrected };
  return (
    <>
      <PageHeader
        title={publicTitle}
        lead="Associations, collectivités, établissements et entreprises de la région qui agissent à l’international."
      />
      <Listing filters={<PublicFilters path={path} asked={asked} counts={counts} />}>
        <Looks asked={asked} map={false} />
        {rows.length === 0 ? (
          <Nobody {...scope} />
        ) : (
          <>
            <ScopeLine {...scope} />
            <FoundLines
              path={path}
              query={query}
              asked={asked}
              rows={rows}
              columns={columns}
              total={counts.total}
              caption="Acteurs du réseau"
              latest="Voir d’abord les derniers arrivés"
              formats={["csv", "xlsx", "json", "geojson"]}
              kept={(row, draw) => keptLine(row, "", draw)}
            />
            <p>
              <a href={withQuery(directory.embedding(), { ...query, page: undefined, tout: undefined })}>
                Montrer cette liste sur un autre site
              </a>{" "}
              · <a href={directory.publicFeed()}>Suivre les nouveaux acteurs</a> (fil Atom) ·{" "}
              <a href={cardRequests.propose()}>Proposer une organisation</a>
            </p>
          </>
        )}
      </Listing>
    </>
  );
}
