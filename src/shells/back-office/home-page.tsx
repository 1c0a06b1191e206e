import type { MeetingLine, searchMeetings } from "#domains/activities/index.ts";
import type { Announcement } from "#domains/agenda/index.ts";
import type { listImports } from "#domains/imports/index.ts";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { imports as importPaths } from "#paths/imports.ts";
import { type Day, yearOf } from "#platform/dates.ts";
import { isStaff, type Visitor } from "#platform/web/visitor.ts";
import {
  formatDay,
  formatDuration,
  formatHours,
  formatInstant,
  formatMonth,
  formatNumber,
  formatShortDay,
} from "#ui/format.ts";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";

type Meetings = Awaited<ReturnType<typeof searchMeetings>>;
type Import = Awaited<ReturnType<typeof listImports>>["rows"][number];

interface Props {
  visitor: Visitor;
  today: Day;
  /** The log of the last year that has meetings, the latest first. */
  meetings: Meetings;
  upcoming: readonly Announcement[];
  imports: readonly Import[];
}

/** How many lines each list shows here. */
const few = 6;

export function HomePage({ visitor, today, meetings, upcoming, imports }: Props) {
  return (
    <>
      <PageHeader
        title="Tableau de bord"
        lead={`Bonjour ${visitor.name.split(" ")[0]}. Nous sommes le ${formatDay(today)}.`}
      >
        {isStaff(visitor) ? <ButtonLink href={activities.add()} label="Noter une réunion" /> : null}
      </PageHeader>
      <ActivityFigures meetings={meetings} today={today} />
      <div class="desk">
        <LatestMeetings meetings={meetings.lines.slice(0, few)} mayWrite={isStaff(visitor)} />
        <div class="desk-side">
          <NextDates dates={upcoming} />
          {imports.length > 0 ? <LatestImports imports={imports} /> : null}
        </div>
      </div>
    </>
  );
}

function ActivityFigures({ meetings, today }: { meetings: Meetings; today: Day }) {
  const { year, months, total, duration_minutes, participants } = meetings;
  if (year === null) return null;
  const month = Number(today.slice(5, 7));
  const count = months.find(({ value }) => value === month)?.count ?? 0;
  const list = `${activities.all()}?annee=${year}`;
  return (
    <Figures>
      {year === yearOf(today) ? (
        <Figure
          value={formatNumber(count)}
          label={`en ${formatMonth(month)}`}
          href={`${list}&mois=${month}`}
        />
      ) : null}
      <Figure value={formatNumber(total)} label={`réunions en ${year}`} href={list} />
      <Figure value={formatHours(duration_minutes)} label="de réunion" href={list} />
      <Figure value={formatNumber(participants)} label="participations" href={list} />
    </Figures>
  );
}

function LatestMeetings({ meetings, mayWrite }: { meetings: readonly MeetingLine[]; mayWrite: boolean }) {
  if (meetings.length === 0)
    return (
      <EmptyState title="Aucune réunion n’est encore notée">
        <p>Chaque réunion se note en une demi-minute ; un tableau de l’année passée s’importe d’un coup.</p>
        {mayWrite ? <ButtonLink href={importPaths.all()} label="Importer un tableau" kind="quiet" /> : null}
      </EmptyState>
    );
  return (
    <section>
      <h2>Les dernières réunions</h2>
      <ul class="lines">
        {meetings.map((meeting) => (
          <li class="line-with-tool">
            <div>
              <a class="line-title" href={activities.one(meeting.id)}>
                {meeting.subject}
              </a>
              <p class="soft small">
                {[
                  formatShortDay(meeting.held_on),
                  meeting.type,
                  meeting.places || (meeting.online ? "En ligne" : ""),
                  formatDuration(meeting.duration_minutes),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {mayWrite ? (
              <a class="small" href={activities.copy(meeting.id)}>
                Refaire<span class="sr-only"> : {meeting.subject}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={activities.all()}>Toutes les réunions</a>
      </p>
    </section>
  );
}

function NextDates({ dates }: { dates: readonly Announcement[] }) {
  return (
    <section>
      <h2>À l’agenda</h2>
      {dates.length === 0 ? (
        <p class="soft">Rien n’est annoncé.</p>
      ) : (
        <ul class="lines">
          {dates.map(({ event_id, title, kind, when, where, change }) => (
            <li>
              <a href={agenda.one(event_id)}>{title}</a>{" "}
              {change ? <Tag label={change} tone="warning" /> : null}
              <p class="soft small">{[kind, when, where].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={agenda.all()}>Tout l’agenda</a>
      </p>
    </section>
  );
}

function LatestImports({ imports }: { imports: readonly Import[] }) {
  return (
    <section>
      <h2>Derniers imports</h2>
      <ul class="lines">
        {imports.map((one) => (
          <li>
            <a href={importPaths.one(one.id)}>{one.file_name}</a>
            <p class="soft small">{formatInstant(new Date(one.created_at))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
