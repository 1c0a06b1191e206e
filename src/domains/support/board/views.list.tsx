import { support } from "#paths/support.ts";
import { Facet, WordSearch, YearLinks } from "#ui/filters.tsx";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import { ExportLinks, Listing, ListTable, Pagination, type Query, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import { stageLabels } from "../texts.ts";
import { type CourseQuestion, pageSize } from "./input.ts";
import type { CourseLine, CourseList } from "./queries.list.ts";
import { Ways } from "./views.nav.tsx";

const path = support.list();

export const listTitle = (asked: CourseQuestion) =>
  asked.etat
    ? "Accompagnements supprimés"
    : asked.annee && asked.annee !== "toutes"
      ? `Accompagnements de ${asked.annee}`
      : "Liste des accompagnements";

interface Props {
  list: CourseList;
  asked: CourseQuestion;
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
}

function queryOf({ tri, page, ...filters }: CourseQuestion): Query {
  return { ...filters, tri: tri === "-debut" ? undefined : tri, page: page === 1 ? undefined : page };
}

/** Every course, with filters and words, to be taken away. */
export function CourseListPage({ list, asked, names, mayWrite }: Props) {
  const query = queryOf(asked);
  return (
    <>
      <PageHeader title={listTitle(asked)}>
        {mayWrite ? <ButtonLink href={support.add()} label="Ouvrir un accompagnement" accesskey="n" /> : null}
      </PageHeader>
      <Ways here="list" />
      <YearLinks path={path} query={query} year={list.year} years={list.years} />
      <Listing filters={<Filters list={list} asked={asked} names={names} query={query} />}>
        {list.total === 0 ? (
          <EmptyState title="Aucun accompagnement ne répond à cette question">
            <p>
              <a href={path}>Effacer les filtres</a>
            </p>
          </EmptyState>
        ) : (
          <Rows list={list} asked={asked} names={names} query={query} />
        )}
      </Listing>
      <p class="small">
        <a href={support.unmatched()}>Accompagnements sans réunion au journal</a>
        {mayWrite ? (
          <>
            {" · "}
            <a href={support.handovers()}>Passer le relais</a> ·{" "}
            <a href={withQuery(path, { etat: "supprimes" })}>Supprimés</a>
          </>
        ) : null}
      </p>
    </>
  );
}

function Rows({ list, asked, names, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  return (
    <>
      <Total count={list.total} one="accompagnement" />
      <ListTable<CourseLine>
        caption={listTitle(asked)}
        rows={list.lines}
        path={path}
        query={query}
        sort={asked.tri}
        columns={[
          {
            label: "Début",
            sort: "debut",
            cell: (line) => (line.opened_on ? formatShortDay(line.opened_on) : "inconnu"),
          },
          {
            label: "Sujet",
            sort: "sujet",
            cell: (line) => <a href={support.one(line.id)}>{line.subject}</a>,
          },
          { label: "Organisation", cell: (line) => line.organisation ?? "" },
          { label: "Étape", sort: "etape", cell: (line) => stageLabels[line.stage] },
          { label: "Suivi par", wide: true, cell: (line) => names.get(line.referent_id ?? "") ?? "" },
          {
            label: "Prochaine étape",
            sort: "suite",
            wide: true,
            cell: (line) => (line.next_step_on ? formatShortDay(line.next_step_on) : ""),
          },
          {
            label: "Réunions",
            numeric: true,
            cell: (line) => (line.meetings > 0 ? `${line.meetings}, ${formatDuration(line.minutes)}` : "0"),
          },
        ]}
      />
      <Pagination page={asked.page} size={pageSize} total={list.total} path={path} query={query} />
      {asked.etat ? null : <ExportLinks path={path} query={query} />}
    </>
  );
}

function Filters({ list, asked, names, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  const facet = { path, query };
  const filtered =
    asked.q ||
    asked.etape ||
    asked.referent ||
    asked.theme ||
    asked.departement ||
    asked.type ||
    asked.import;
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans les accompagnements"
        field="Mots du sujet, organisation"
        words={asked.q}
        query={query}
      />
      {filtered ? (
        <p>
          <a href={withQuery(path, { annee: asked.annee, etat: asked.etat })}>Effacer les filtres</a>
        </p>
      ) : null}
      <Facet
        title="Étape"
        name="etape"
        values={list.stages.map(({ value, count }) => ({ value, label: stageLabels[value], count }))}
        {...facet}
      />
      <Facet
        title="Suivi par"
        name="referent"
        values={list.referents.map(({ value, count }) => ({
          value: value ?? "personne",
          label: value ? (names.get(value) ?? "Un compte fermé") : "Personne",
          count,
        }))}
        {...facet}
      />
      <Facet title="Thème" name="theme" values={list.themes.map(asText)} {...facet} />
      <Facet title="Département" name="departement" values={list.departments} {...facet} />
      <Facet title="Type d’acteur" name="type" values={list.types.map(asText)} most={8} {...facet} />
    </>
  );
}

const asText = ({ value, ...rest }: { value: number; label: string; count: number }) => ({
  value: String(value),
  ...rest,
});
