import { directory } from "#paths/directory.ts";
import { type Column, Listing, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { statuses } from "../texts.ts";
import { Filters, queryOf, Search, wordsOf } from "./filters.tsx";
import type { Question } from "./input.ts";
import type { Counts } from "./rules.ts";
import type { ListedOrganisation } from "./select.ts";
import { FoundLines } from "./views.lines.tsx";

export const staffTitle = "Annuaire";

const columns: readonly Column<ListedOrganisation>[] = [
  {
    label: "Nom",
    sort: "nom",
    cell: ({ id, name, acronym, remark, status }) => (
      <>
        <a href={directory.one(id)}>{name}</a>
        {acronym ? ` (${acronym})` : null} {remark ? <Tag label={remark} tone="good" /> : null}{" "}
        {status === "published" ? null : <Tag label={statuses[status] ?? status} tone="warning" />}
      </>
    ),
  },
  { label: "Type", cell: (row) => row.actor_type ?? row.family ?? "" },
  { label: "Commune", sort: "commune", cell: (row) => row.commune ?? "" },
  { label: "Département", cell: (row) => row.department ?? "" },
  { label: "Fiche", wide: true, cell: (row) => (row.visibility === "listed" ? "Publique" : "Interne") },
];

/** The directory as the network's own people work in it. */
export function StaffListPage({
  rows,
  counts,
  asked,
  mayWrite,
}: {
  rows: readonly ListedOrganisation[];
  counts: Counts;
  asked: Question;
  mayWrite: boolean;
}) {
  const path = directory.all();
  const query = queryOf(asked);
  return (
    <>
      <PageHeader title={staffTitle}>
        {mayWrite ? (
          <ButtonLink href={directory.add()} label="Ajouter une organisation" accesskey="c" />
        ) : null}
      </PageHeader>
      <Listing
        filters={
          <>
            <Search path={path} asked={asked} />
            <Filters
              path={path}
              asked={asked}
              counts={counts}
              dimensions={["departement", "famille", "type", "visibilite", "statut"]}
            />
          </>
        }
      >
        <Total count={counts.total} one="organisation" />
        {rows.length === 0 ? (
          <EmptyState title={emptyTitle(counts, asked)}>
            <p>
              {counts.unfiltered > 0 && wordsOf(asked, counts) ? (
                <a href={withQuery(path, { q: asked.q })}>Retirer les filtres</a>
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
              columns={columns}
              total={counts.total}
              caption="Organisations"
              latest="Voir d’abord les dernières ajoutées"
            />
            {mayWrite ? <Showing asked={asked} counts={counts} /> : null}
          </>
        )}
      </Listing>
    </>
  );
}

/** What can be done to the whole list at once. */
function Showing({ asked, counts }: { asked: Question; counts: Counts }) {
  const has = (value: string) =>
    counts.facets.visibilite.some((line) => line.value === value && line.count > 0);
  const query = { ...queryOf(asked), visibilite: undefined, page: undefined };
  return (
    <p>
      {has("internal") ? (
        <a href={withQuery(directory.showing(), { ...query, vers: "listed" })}>
          Rendre publiques les fiches de cette liste
        </a>
      ) : null}
      {has("internal") && has("listed") ? " · " : null}
      {has("listed") ? (
        <a href={withQuery(directory.showing(), { ...query, vers: "internal" })}>Les retirer du public</a>
      ) : null}
    </p>
  );
}

function emptyTitle(counts: Counts, asked: Question) {
  const words = wordsOf(asked, counts);
  if (counts.total > 0) return "Cette page est au-delà de la fin de la liste.";
  return words
    ? `Aucune organisation ne répond à ${words}.`
    : "L’annuaire est vide : ajoutez une organisation, ou importez un tableur.";
}
