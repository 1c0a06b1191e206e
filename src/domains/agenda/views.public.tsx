import { agenda } from "#paths/agenda.ts";
import { Facet } from "#ui/filters.tsx";
import { formatDuration, plural } from "#ui/format.ts";
import { Listing, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { type PublicQuestion, pageSize } from "./input.list.ts";
import type { SessionLine } from "./queries.list.ts";
import type { PublicList } from "./queries.public.ts";
import type { Session, Training } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { wordDays, wordPlace } from "./texts.ts";
import { Paragraphs } from "./views.record.tsx";

const path = agenda.publicTrainings();
export const publicTitle = "Formations";
export const publicLead =
  "Ce que le réseau propose d’apprendre ensemble : les sessions à venir, puis celles des années passées.";

/** The trainings as everyone sees them: upcoming sessions first, then the past by year. */
export function PublicTrainingsPage({ list, asked }: { list: PublicList; asked: PublicQuestion }) {
  const query: Query = { annee: asked.annee, cadre: asked.cadre };
  const years = Map.groupBy(list.past, (session) => Number(session.starts_on.slice(0, 4)));
  const nothing = list.upcoming.length === 0 && list.past_total === 0;
  return (
    <>
      <PageHeader title={publicTitle} lead={publicLead} />
      <Listing filters={<Filters list={list} query={query} />}>
        {nothing ? (
          <EmptyState title="Aucune formation ne répond à cette question">
            <p>
              <a href={path}>Voir toutes les formations</a>
            </p>
          </EmptyState>
        ) : (
          <>
            <h2>À venir</h2>
            {list.upcoming.length > 0 ? (
              <Sessions sessions={list.upcoming} />
            ) : (
              <p>
                Aucune session n’est annoncée. <a href={agenda.trainingsFeed()}>Le fil des formations</a> dira
                la prochaine.
              </p>
            )}
            {[...years].map(([year, sessions]) => (
              <>
                <h2>{year}</h2>
                <Sessions sessions={sessions} />
              </>
            ))}
            <Pagination page={asked.page} size={pageSize} total={list.past_total} path={path} query={query} />
          </>
        )}
      </Listing>
    </>
  );
}

function Filters({ list, query }: { list: PublicList; query: Query }) {
  const online = query["cadre"] === "en-ligne";
  return (
    <>
      <p>
        <a href={withQuery(path, query, { cadre: online ? undefined : "en-ligne" })}>
          {online ? "Toutes, en ligne ou non" : "En ligne seulement"}
        </a>
      </p>
      <Facet
        title="Année"
        name="annee"
        path={path}
        query={query}
        values={list.years.map(({ year, count }) => ({ value: String(year), label: String(year), count }))}
      />
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly SessionLine[] }) {
  return (
    <ul class="lines">
      {sessions.map((session) => (
        <li>
          <a class="line-title" href={agenda.publicTraining(session.training_id, slugOf(session.title))}>
            {session.title}
          </a>
          <p>
            <time datetime={session.starts_on}>{wordDays(session)}</time> · {wordPlace(session)} ·{" "}
            {formatDuration(session.duration_minutes)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A training as everyone sees it. */
export function PublicTrainingPage({ training, today }: { training: Training; today: string }) {
  const upcoming = training.sessions
    .filter((session) => (session.ends_on ?? session.starts_on) >= today)
    .reverse();
  const past = training.sessions.filter((session) => !upcoming.includes(session));
  return (
    <>
      <PageHeader title={training.title} trail={[{ label: publicTitle, href: path }]} />
      {training.description ? <Paragraphs text={training.description} /> : null}
      {upcoming.length > 0 ? <SessionSection heading="Sessions à venir" sessions={upcoming} /> : null}
      {past.length > 0 ? <SessionSection heading="Sessions passées" sessions={past} /> : null}
      {training.sessions.length === 0 ? <p>Aucune date n’est encore annoncée.</p> : null}
    </>
  );
}

const SessionSection = ({ heading, sessions }: { heading: string; sessions: readonly Session[] }) => (
  <section>
    <h2>{heading}</h2>
    <ul class="lines">
      {sessions.map((session) => (
        <li id={`session-${session.id}`}>
          <p class="line-title">
            <time datetime={session.starts_on}>{wordDays(session)}</time>
          </p>
          <p>
            {wordPlace(session)} · {formatDuration(session.duration_minutes)}
            {session.participants > 0
              ? ` · ${plural(session.participants, "personne formée", "personnes formées")}`
              : ""}
          </p>
        </li>
      ))}
    </ul>
  </section>
);
