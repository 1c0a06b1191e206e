import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { formatNumber } from "#ui/format.ts";
import { GoalSwatch } from "#ui/goal.tsx";
import { Pagination, withQuery } from "#ui/list.tsx";
import { EmptyState } from "#ui/page.tsx";
import { type ProjectQuestion, pageSize } from "./input.list.ts";
import type { ProjectLine } from "./queries.list.ts";
import { stageLabel, wordDates, wordOrigin, wordScope } from "./texts.ts";
import { isNarrowed, queryOf } from "./views.filters.tsx";
import type { LookProps } from "./views.public.tsx";

const path = projects.publicList();

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
              {asked.q ? `pour « ${asked.q} »` : "en tout"}
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
