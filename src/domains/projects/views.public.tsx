import type { PropsWithChildren } from "hono/jsx";
import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { GoalSwatch } from "#ui/goal.tsx";
import { ExportLinks, Listing, Pagination, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { dimensions, looks, type ProjectQuestion, pageSize } from "./input.list.ts";
import type { ProjectLine, ProjectList } from "./queries.list.ts";
import { stageLabel, wordDates, wordOrigin, wordScope } from "./texts.ts";
import { Filters, isNarrowed, queryOf } from "./views.filters.tsx";

export const publicTitle = "Les projets";
export const publicLead =
  "Les projets de coopération et de solidarité que portent les acteurs de la région, ici et dans le monde.";
const path = projects.publicList();

export interface LookProps {
  list: ProjectList;
  asked: ProjectQuestion;
}

const lookNames = { liste: "Liste", carte: "Carte", graphiques: "Graphiques" } as const;

/** The public panorama: what was asked in words, then the list, the map or the charts of the same projects. */
export function PublicListPage({ list, asked, children }: PropsWithChildren<LookProps>) {
  const query = queryOf(asked);
  const current = asked.vue ?? "liste";
  return (
    <>
      <PageHeader title={publicTitle} lead={publicLead} />
      <Listing
        filters={<Filters path={path} list={list} asked={asked} dimensions={dimensions.slice(0, -1)} />}
      >
        {list.total === 0 ? null : (
          <>
            <p class="total" role="status">
              {plural(list.total, "projet")}
              {isNarrowed(asked) ? ` ${wordScope(asked, list.labels)}` : ""}
            </p>
            <nav class="looks" aria-label="Façons de voir ces projets">
              <ul>
                {looks.map((look) => (
                  <li>
                    <a
                      href={withQuery(path, query, { vue: look === "liste" ? undefined : look })}
                      aria-current={look === current ? "page" : undefined}
                    >
                      {lookNames[look]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </>
        )}
        {children}
        {list.total === 0 ? null : (
          <>
            <ExportLinks
              path={path}
              query={{ ...query, vue: undefined }}
              formats={["csv", "xlsx", "json", "geojson"]}
            />
            <p>
              <a href={projects.publicFeed()}>Suivre les nouveaux projets</a> (fil Atom)
            </p>
          </>
        )}
      </Listing>
    </>
  );
}

/** The list itself, a page of it. */
export function PublicLines({ list, asked }: LookProps) {
  const query = queryOf(asked);
  if (list.total === 0) return <Nothing list={list} asked={asked} />;
  if (list.lines.length === 0)
    return (
      <EmptyState title="Cette page est au-delà de la fin de la liste">
        <a href={withQuery(path, query, { page: undefined })}>Revenir à la première page</a>
      </EmptyState>
    );
  return (
    <>
      <p class="orders">
        <Order label="Par titre" tri={undefined} asked={asked} />
        <Order label="Les plus récents d’abord" tri="-debut" asked={asked} />
        <Order label="Derniers mis à jour" tri="maj" asked={asked} />
      </p>
      <ul class="lines project-lines">
        {list.lines.map((line) => (
          <li>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={query} />
    </>
  );
}

function Order({
  label,
  tri,
  asked,
}: {
  label: string;
  tri: ProjectQuestion["tri"];
  asked: ProjectQuestion;
}) {
  return (
    <a
      href={withQuery(path, queryOf(asked), { tri, page: undefined })}
      aria-current={asked.tri === tri ? "true" : undefined}
    >
      {label}
    </a>
  );
}

function Line({ line }: { line: ProjectLine }) {
  const main = line.goals.find((goal) => goal.main) ?? line.goals[0];
  const carriers = line.participants.filter(({ role }) => role === "carrier");
  return (
    <>
      <div class="project-line-main">
        <a class="line-title" href={projects.publicCard(line.id, slugOf(line.title))}>
          {line.title}
        </a>
        {carriers.length > 0 ? (
          <p>
            {carriers.map(({ name, organisation_id }, index) => (
              <>
                {index > 0 ? ", " : ""}
                {organisation_id ? (
                  <a href={directory.publicCard(organisation_id, slugOf(name))}>{name}</a>
                ) : (
                  name
                )}
              </>
            ))}
          </p>
        ) : null}
        {line.summary ? <p>{line.summary}</p> : null}
        <p class="soft small">
          {[
            line.countries.join(", "),
            wordDates(line),
            stageLabel(line.stage).toLowerCase(),
            wordOrigin(line),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {main ? (
        <p class="project-line-goal">
          <GoalSwatch goal={main} />
          <span class="sr-only">ODD {main.label}</span>
        </p>
      ) : null}
    </>
  );
}

/** Why there is nothing, and how to widen. */
function Nothing({ list, asked }: LookProps) {
  if (!isNarrowed(asked))
    return (
      <EmptyState title="Le panorama est encore vide">
        <p>Les projets y paraîtront dès que l’équipe du réseau les publiera.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Aucun projet ne répond à cette question">
      <p>Le panorama public ne connaît pas de projet {wordScope(asked, list.labels)}.</p>
      <ul>
        {list.unfiltered > 0 ? (
          <li>
            <a href={withQuery(path, { q: asked.q })}>
              Retirer les filtres : {formatNumber(list.unfiltered)}{" "}
              {asked.q ? `pour « ${asked.q} »` : "en tout"}
            </a>
          </li>
        ) : (
          <li>Vérifiez l’orthographe, ou tapez seulement le début d’un mot.</li>
        )}
        <li>
          <a href={path}>Voir tous les projets</a>
        </li>
      </ul>
    </EmptyState>
  );
}
