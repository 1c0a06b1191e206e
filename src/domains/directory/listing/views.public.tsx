import { cardRequests } from "#paths/card-requests.ts";
import { directory } from "#paths/directory.ts";
import { plural } from "#ui/format.ts";
import { keepPieces } from "#ui/kept.tsx";
import { type Column, Listing, Total, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { slugOf } from "../rules.ts";
import { Filters, queryOf, Search, wordsOf } from "./filters.tsx";
import type { Question } from "./input.ts";
import type { Counts } from "./rules.ts";
import type { ListedOrganisation } from "./select.ts";
import { FoundLines } from "./views.lines.tsx";

export const publicTitle = "Les acteurs du réseau";

const columns: readonly Column<ListedOrganisation>[] = [
  {
    label: "Nom",
    sort: "nom",
    cell: ({ id, name, acronym }) => (
      <>
        <a href={directory.publicCard(id, slugOf(name))}>{name}</a>
        {acronym ? ` (${acronym})` : null}
      </>
    ),
  },
  { label: "Type", cell: (row) => row.actor_type ?? row.family ?? "" },
  {
    label: "Commune",
    sort: "commune",
    cell: (row) => row.commune ?? "",
  },
  { label: "Département", cell: (row) => row.department ?? "" },
];

/** Lines and filters of the read model live until something changes: each is drawn once. */
const keptLine = keepPieces<ListedOrganisation>();
const keptFilters = keepPieces<Counts>();

interface Props {
  rows: readonly ListedOrganisation[];
  counts: Counts;
  asked: Question;
}

/** The public directory: who acts, where, and what they are. */
export function PublicListPage({ rows, counts, asked }: Props) {
  const path = directory.publicList();
  const query = queryOf(asked);
  return (
    <>
      <PageHeader
        title={publicTitle}
        lead="Associations, collectivités, établissements et entreprises de la région qui agissent à l’international."
      />
      <Listing
        filters={
          <>
            <Search path={path} asked={asked} />
            {keptFilters(counts, JSON.stringify({ ...query, page: undefined }), () => (
              <Filters
                path={path}
                asked={asked}
                counts={counts}
                dimensions={["departement", "epci", "famille", "type", "secteur", "odd", "pays"]}
                open={["departement", "famille", "type"]}
              />
            ))}
          </>
        }
      >
        {rows.length === 0 ? (
          <Nobody counts={counts} asked={asked} />
        ) : (
          <>
            <Total count={counts.total} one="acteur" />
            <FoundLines
              path={path}
              query={query}
              asked={asked}
              rows={rows}
              columns={columns}
              total={counts.total}
              caption="Acteurs du réseau"
              latest="Voir d’abord les derniers arrivés"
              kept={(row, draw) => keptLine(row, "", draw)}
            />
            <p>
              <a href={directory.publicFeed()}>Suivre les nouveaux acteurs</a> (fil Atom) ·{" "}
              <a href={cardRequests.propose()}>Proposer une organisation</a>
            </p>
          </>
        )}
      </Listing>
    </>
  );
}

/** Why there is nobody, and how to widen. */
function Nobody({ counts, asked }: Omit<Props, "rows">) {
  const path = directory.publicList();
  const words = wordsOf(asked, counts);
  if (counts.total > 0)
    return (
      <EmptyState title="Cette page est au-delà de la fin de la liste.">
        <a href={withQuery(path, queryOf(asked), { page: undefined })}>Revenir à la première page</a>
      </EmptyState>
    );
  if (!words)
    return (
      <EmptyState title="L’annuaire public est encore vide : les acteurs y paraîtront dès leur publication." />
    );
  return (
    <EmptyState title={`Aucun acteur ne répond à ${words}.`}>
      <ul>
        {counts.unfiltered > 0 ? (
          <li>
            <a href={withQuery(path, { q: asked.q })}>
              Retirer les filtres : {plural(counts.unfiltered, "acteur")}{" "}
              {asked.q ? `pour « ${asked.q} »` : ""}
            </a>
          </li>
        ) : (
          <li>Vérifiez l’orthographe, ou tapez seulement le début d’un mot.</li>
        )}
        <li>
          <a href={path}>Voir tous les acteurs</a>
        </li>
      </ul>
    </EmptyState>
  );
}
