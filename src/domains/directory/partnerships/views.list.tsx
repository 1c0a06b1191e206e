import { directory } from "#paths/directory.ts";
import { imports } from "#paths/imports.ts";
import { partnerships } from "#paths/partnerships.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { type Column, ExportLinks, Listing, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { pageSize, type Question } from "./input.ts";
import type { ListedPartnership, PartnershipList } from "./queries.ts";
import { kinds, states } from "./texts.ts";

export const listTitle = "Partenariats";

const columns = (mayWrite: boolean): readonly Column<ListedPartnership>[] => [
  {
    label: "Organisation",
    sort: "organisation",
    cell: (row) => <a href={directory.one(row.organisation_id)}>{row.organisation}</a>,
  },
  {
    label: "Partenaire",
    cell: (row) => (mayWrite ? <a href={partnerships.one(row.id)}>{row.partner}</a> : row.partner),
  },
  { label: "Pays", sort: "pays", cell: (row) => row.country },
  { label: "Genre", cell: (row) => kinds[row.kind] ?? row.kind },
  { label: "Depuis", sort: "annee", numeric: true, cell: (row) => row.since_year ?? "" },
  { label: "État", wide: true, cell: (row) => states[row.state] ?? row.state },
];

/** Who works with which territory abroad, as the network's own people look for it. */
export function PartnershipListPage({
  list,
  asked,
  mayWrite,
}: {
  list: PartnershipList;
  asked: Question;
  mayWrite: boolean;
}) {
  const path = partnerships.all();
  const facet = { path, query: asked };
  const named = (lines: PartnershipList["facets"]["genre"], words: Record<string, string>) =>
    lines.map((line) => ({ ...line, label: words[line.value] ?? line.value }));
  return (
    <>
      <PageHeader
        title={listTitle}
        lead="Jumelages, coopérations décentralisées et autres liens avec des territoires à l’étranger."
      />
      <Listing
        filters={
          <>
            <WordSearch
              action={path}
              label="Chercher un partenariat"
              field="Organisation, partenaire ou pays"
              words={asked.q}
              query={asked}
            />
            <Facet title="Pays" name="pays" values={list.facets.pays} {...facet} />
            <Facet title="Genre" name="genre" values={named(list.facets.genre, kinds)} {...facet} />
            <Facet title="État" name="etat" values={named(list.facets.etat, states)} {...facet} />
            <Facet title="Département" name="departement" values={list.facets.departement} {...facet} />
          </>
        }
      >
        <Total count={list.total} one="partenariat" />
        {list.rows.length === 0 ? (
          <Nothing asked={asked} />
        ) : (
          <>
            <ListTable
              caption="Partenariats"
              columns={columns(mayWrite)}
              rows={list.rows}
              path={path}
              query={asked}
              sort={asked.tri ?? "pays"}
            />
            <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={asked} />
            <ExportLinks path={path} query={asked} />
          </>
        )}
      </Listing>
    </>
  );
}

function Nothing({ asked }: { asked: Question }) {
  return Object.keys(asked).length > 0 ? (
    <EmptyState title="Aucun partenariat ne répond à ces filtres.">
      <a href={withQuery(partnerships.all(), {})}>Voir tous les partenariats</a>
    </EmptyState>
  ) : (
    <EmptyState title="Aucun partenariat n’est encore noté.">
      <p>
        Ajoutez-les depuis la fiche de chaque collectivité ou comité de jumelage, ou{" "}
        <a href={imports.all()}>importez un tableur</a> : organisation, partenaire, pays.
      </p>
    </EmptyState>
  );
}
