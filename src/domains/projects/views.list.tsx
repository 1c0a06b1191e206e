import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { formatAmount, formatShortDay, plural } from "#ui/format.ts";
import { type Column, ExportLinks, Listing, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { dimensions, type ProjectQuestion, pageSize } from "./input.list.ts";
import type { ProjectLine, ProjectList } from "./queries.list.ts";
import type { State } from "./rules.ts";
import { stageLabel, stateLabel, wordPeriod, wordScope } from "./texts.ts";
import { Filters, isNarrowed, queryOf } from "./views.filters.tsx";

export const listTitle = "Panorama des projets";
const path = projects.all();
const tones: Record<State, "plain" | "good" | "warning"> = {
  proposed: "warning",
  internal: "plain",
  listed: "good",
  archived: "plain",
};

export const StateTag = ({ state }: { state: State }) => (
  <Tag label={stateLabel(state)} tone={tones[state]} />
);

interface Props {
  list: ProjectList;
  asked: ProjectQuestion;
  mayWrite: boolean;
  seesAmounts: boolean;
  /** How many proposals of carriers wait. */
  waiting: number;
}

/** The panorama as the team reads it. */
export function ProjectListPage({ list, asked, mayWrite, seesAmounts, waiting }: Props) {
  const query = queryOf(asked);
  return (
    <>
      <PageHeader
        title={listTitle}
        lead={
          waiting > 0 ? (
            <a href={projects.waiting()}>
              {plural(waiting, "proposition attend", "propositions attendent")} d’être lues
            </a>
          ) : (
            "Les projets que portent les acteurs de la région, ici et dans le monde."
          )
        }
      >
        {mayWrite ? <ButtonLink href={projects.add()} label="Ajouter un projet" accesskey="n" /> : null}
      </PageHeader>
      <Listing
        filters={
          <Filters path={path} list={list} asked={asked} dimensions={["etat", ...dimensions.slice(0, -1)]} />
        }
      >
        {list.total === 0 ? (
          <Nothing list={list} asked={asked} mayWrite={mayWrite} />
        ) : (
          <>
            <Total count={list.total} one="projet" />
            {isNarrowed(asked) ? <p class="soft">Projets {wordScope(asked, list.labels)}.</p> : null}
            <ListTable
              caption={`${listTitle}, ${plural(list.total, "ligne")}`}
              rows={list.lines}
              path={path}
              query={query}
              sort={asked.tri ?? "titre"}
              columns={seesAmounts ? columns : columns.filter(({ sort }) => sort !== "montant")}
            />
            <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={query} />
            <ExportLinks path={path} query={query} />
            {mayWrite ? (
              <p>
                <a href={projects.iati()}>Export IATI</a> : les projets publics au format des bailleurs, et ce
                qui leur manque
              </p>
            ) : null}
          </>
        )}
      </Listing>
    </>
  );
}

const columns: readonly Column<ProjectLine>[] = [
  {
    label: "Titre",
    sort: "titre",
    cell: ({ id, title }) => <a href={projects.one(id)}>{title}</a>,
  },
  { label: "Porteurs", cell: (line) => <Carriers line={line} /> },
  { label: "Pays", cell: ({ countries }) => countries.join(", ") },
  {
    label: "Début",
    sort: "debut",
    cell: ({ starts_on, starts_precision }) =>
      starts_precision === "day" ? formatShortDay(starts_on ?? "") : wordPeriod(starts_on, starts_precision),
  },
  { label: "Étape", sort: "etape", cell: ({ stage }) => stageLabel(stage) },
  {
    label: "Budget",
    sort: "montant",
    numeric: true,
    wide: true,
    cell: ({ total_cents }) => (total_cents === null ? "" : formatAmount(total_cents)),
  },
  { label: "État", cell: ({ state }) => <StateTag state={state} /> },
];

function Carriers({ line: { participants } }: { line: ProjectLine }) {
  const carriers = participants.filter(({ role }) => role === "carrier");
  return (
    <>
      {carriers.map(({ name, organisation_id }, index) => (
        <>
          {index > 0 ? ", " : ""}
          {organisation_id ? <a href={directory.one(organisation_id)}>{name}</a> : name}
        </>
      ))}
    </>
  );
}

function Nothing({ list, asked, mayWrite }: Pick<Props, "list" | "asked" | "mayWrite">) {
  if (list.unfiltered === 0 && !isNarrowed(asked))
    return (
      <EmptyState title="Le panorama est encore vide">
        <p>
          Il tient les projets des acteurs : qui les porte, avec qui, où, dans quel domaine, avec quels
          moyens. Un tableau s’importe d’un coup.
        </p>
        {mayWrite ? <ButtonLink href={projects.add()} label="Ajouter un projet" /> : null}
      </EmptyState>
    );
  return (
    <EmptyState title="Aucun projet ne répond à cette question">
      <p>Aucun projet {wordScope(asked, list.labels)}.</p>
      <p>
        <a href={withQuery(path, { q: asked.q })}>Retirer les filtres</a> ·{" "}
        <a href={path}>Tout le panorama</a>
      </p>
    </EmptyState>
  );
}
