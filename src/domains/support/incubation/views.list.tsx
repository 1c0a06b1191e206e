import { incubation } from "#paths/incubation.ts";
import { WordSearch } from "#ui/filters.tsx";
import { plural } from "#ui/format.ts";
import { ListTable, Pagination, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { Ways } from "../board/views.nav.tsx";
import { pageSize } from "./input.ts";
import type { CohortLine } from "./queries.list.ts";
import { cohortState } from "./rules.ts";
import { cohortsTitle, stateLabels, stateTones, yearsOf } from "./texts.ts";

export const listTitle = (removed: boolean) => (removed ? "Cohortes supprimées" : cohortsTitle);

/** From so many on, they are looked for by a word. */
const many = 10;

/** The cohorts, those that go on first. */
export function CohortsPage({
  lines,
  total,
  page,
  words,
  removed,
  names,
  year,
  mayWrite,
}: {
  lines: readonly CohortLine[];
  total: number;
  page: number;
  words: string | undefined;
  removed: boolean;
  names: ReadonlyMap<string, string>;
  year: number;
  mayWrite: boolean;
}) {
  const query = { etat: removed ? "supprimees" : undefined, q: words };
  return (
    <>
      <PageHeader
        title={listTitle(removed)}
        lead="L’incubation : des organisations que le réseau suit ensemble, plusieurs années, d’un diagnostic d’entrée à ce qu’elles sont devenues."
      >
        {mayWrite ? <ButtonLink href={incubation.add()} label="Ouvrir une cohorte" accesskey="n" /> : null}
      </PageHeader>
      <Ways here="cohorts" />
      {words || total > many ? (
        <WordSearch
          action={incubation.all()}
          label="Chercher une cohorte"
          field="Nom de la cohorte"
          words={words}
          query={query}
        />
      ) : null}
      {words && total === 0 ? (
        <EmptyState title="Aucune cohorte ne porte ce nom">
          <p>
            <a href={incubation.all()}>Les voir toutes</a>
          </p>
        </EmptyState>
      ) : total === 0 ? (
        <EmptyState title={removed ? "Aucune cohorte n’est supprimée" : "Aucune cohorte pour l’instant"}>
          <p>
            {removed ? (
              <a href={incubation.all()}>Revenir aux cohortes</a>
            ) : (
              "Une cohorte réunit les organisations d’un même accompagnement renforcé : leur diagnostic, leurs jalons, leur programme et leur budget."
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <ListTable<CohortLine>
            caption={listTitle(removed)}
            rows={lines}
            path={incubation.all()}
            query={query}
            columns={[
              { label: "Cohorte", cell: (line) => <a href={incubation.one(line.id)}>{line.name}</a> },
              { label: "Années", cell: yearsOf },
              { label: "État", cell: (line) => <State line={line} year={year} /> },
              { label: "Dispositif", wide: true, cell: (line) => line.scheme ?? "" },
              { label: "Suivie par", wide: true, cell: (line) => names.get(line.referent_id ?? "") ?? "" },
              { label: "Organisations", numeric: true, cell: counted },
            ]}
          />
          <Pagination page={page} size={pageSize} total={total} path={incubation.all()} query={query} />
        </>
      )}
      {mayWrite && !removed ? (
        <p class="small">
          <a href={withQuery(incubation.all(), { etat: "supprimees" })}>Supprimées</a>
        </p>
      ) : null}
    </>
  );
}

function State({ line, year }: { line: CohortLine; year: number }) {
  const state = cohortState(line, year);
  return <Tag label={stateLabels[state]} tone={stateTones[state]} />;
}

const counted = ({ here, ever }: CohortLine) =>
  here === ever ? String(here) : `${here}, ${plural(ever - here, "sortie")}`;
