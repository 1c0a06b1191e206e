import { territory } from "#paths/territory.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, SearchForm, Submit } from "#ui/form.tsx";
import { formatInstant, formatNumber } from "#ui/format.ts";
import { ListTable, Pagination, Total } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import type { Suggestion } from "./communes/queries.ts";
import type { DepartmentFigures, Geography } from "./queries.ts";
import type { SpellingList } from "./spellings/queries.ts";

interface Props {
  q: string;
  found: readonly Suggestion[];
  geography: Geography;
  departments: readonly DepartmentFigures[];
}

/** What the geography holds, and where a place leads. */
export function TerritoryPage({ q, found, geography, departments }: Props) {
  return (
    <>
      <PageHeader
        title="Territoire"
        lead="Les communes auxquelles mènent les lieux que l’équipe tape, et les bureaux du réseau."
      >
        <ButtonLink
          href={territory.offices()}
          label={`Bureaux (${formatNumber(geography.offices)})`}
          kind="quiet"
        />
        <ButtonLink
          href={territory.spellings()}
          label={`Graphies retenues (${formatNumber(geography.spellings)})`}
          kind="quiet"
        />
      </PageHeader>
      <SearchForm action={territory.home()} label="Chercher une commune">
        <TextField
          name="q"
          label="Commune, ancienne commune, quartier ou code postal"
          type="search"
          value={q}
        />
        <Submit label="Chercher" />
      </SearchForm>
      {q ? <Found q={q} found={found} /> : null}
      <h2>Ce que la géographie contient</h2>
      <Figures>
        <Figure value={formatNumber(geography.communes)} label="communes" />
        <Figure value={formatNumber(geography.epcis)} label="intercommunalités" />
        <Figure value={formatNumber(geography.departments)} label="départements et collectivités" />
        <Figure value={formatNumber(geography.regions)} label="régions" />
        <Figure value={formatNumber(geography.countries)} label="pays et territoires" />
      </Figures>
      {geography.loaded_at ? (
        <p>
          {geography.source}, Licence Ouverte 2.0, chargé le {formatInstant(geography.loaded_at)}. Coordonnées
          : GeoNames, CC BY 4.0 ; {formatNumber(geography.approximate)} communes qu’il ignore sont placées au
          milieu de leur intercommunalité. Pays : Unicode CLDR, sous-régions de l’ONU.
        </p>
      ) : null}
      <ListTable
        caption="Départements de la région du réseau"
        rows={departments}
        path={territory.home()}
        query={{}}
        columns={[
          { label: "Département", cell: ({ code, name }) => `${name} (${code})` },
          { label: "Communes", cell: ({ communes }) => formatNumber(communes), numeric: true },
          { label: "Population", cell: ({ population }) => formatNumber(population), numeric: true },
        ]}
      />
    </>
  );
}

function Found({ q, found }: Pick<Props, "q" | "found">) {
  if (found.length === 0)
    return (
      <EmptyState title={`Aucune commune pour « ${q} »`}>
        <p>Essayez le début du nom, ou le code postal.</p>
      </EmptyState>
    );
  return (
    <ListTable
      caption={`Communes pour « ${q} »`}
      rows={found}
      path={territory.home()}
      query={{ q }}
      columns={[
        {
          label: "Commune",
          cell: ({ code, name, alias }) => (
            <>
              <a href={territory.commune(code)}>{name}</a>
              {alias ? ` (par « ${alias} »)` : null}
            </>
          ),
        },
        { label: "Département", cell: ({ department }) => department },
        { label: "Population", cell: ({ population }) => formatNumber(population), numeric: true },
      ]}
    />
  );
}

/** What the team decided about places that were not sure. */
export function SpellingsPage({ list }: { list: SpellingList }) {
  return (
    <>
      <PageHeader
        title="Graphies retenues"
        trail={[{ label: "Territoire", href: territory.home() }]}
        lead="Les lieux qui n’étaient pas sûrs, et la commune que l’équipe a dite une fois pour toutes."
      />
      {list.total === 0 ? (
        <EmptyState title="Aucune graphie retenue">
          <p>
            Quand un lieu n’est pas sûr, la commune choisie à l’import est retenue ici. Vous pouvez aussi en
            ajouter sur la page d’une commune.
          </p>
        </EmptyState>
      ) : (
        <>
          <Total count={list.total} one="graphie" />
          <ListTable
            caption="Graphies retenues par l’équipe"
            rows={list.rows}
            path={territory.spellings()}
            query={{}}
            columns={[
              { label: "Graphie", cell: ({ label }) => label },
              {
                label: "Commune",
                cell: ({ commune, department, commune_code }) => (
                  <a href={territory.commune(commune_code)}>{`${commune} (${department})`}</a>
                ),
              },
              {
                label: "Retenue le",
                cell: ({ created_at }) => formatInstant(new Date(created_at)),
                wide: true,
              },
              {
                label: "Action",
                cell: ({ id, label }) => (
                  <ActionForm action={territory.spellingRemoval(id)} label="Retirer" of={label} />
                ),
              },
            ]}
          />
          <Pagination {...list} path={territory.spellings()} query={{}} />
        </>
      )}
    </>
  );
}
