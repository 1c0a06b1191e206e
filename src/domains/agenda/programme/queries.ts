import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type Held, type Likeness, likenesses } from "./rules.likeness.ts";
import { type LineState, stateOf } from "./rules.ts";

/** A line of the programme of a year, with what was done of it. */
export interface ProgrammeLine {
  id: number;
  title: string;
  training: boolean;
  kind: string | null;
  axis: string | null;
  pole: string | null;
  audience: string;
  planned_period: string;
  planned_from: Day | null;
  planned_to: Day | null;
  dropped: boolean;
  dropped_why: string;
  /** Announced, then cancelled as a whole: it is dropped too. */
  cancelled: boolean;
  status: string;
  state: LineState;
  /** Its own dates, that are not cancelled. */
  sessions: { starts_on: Day; ends_on: Day | null; moved_from: Day | null }[];
  /** Its own dates that were cancelled. */
  cancelled_on: Day[];
  meetings: { id: number; subject: string; held_on: Day }[];
  /** The events of the agenda done for it. */
  events: { id: number; title: string; first_on: Day | null; last_on: Day | null }[];
  /** What somebody said is not it: `meeting 12`, `event 7`. */
  refused: string[];
}

export interface Programme {
  year: number;
  years: { year: number }[];
  lines: ProgrammeLine[];
  /** Events of ours held or to be held in the year that no programme announced. */
  unplanned: number;
}

/** The programme of a year on `today`, as it was planned: by period, what has none last. Without a year, the last one planned. */
export async function findProgramme(db: Db, asked: number | undefined, today: Day): Promise<Programme> {
  const { rows } = await sql<{
    year: number | null;
    years: { year: number }[];
    lines: Omit<ProgrammeLine, "state">[];
    unplanned: number;
  }>`
    with years as (
      select distinct programme_year as year from agenda.events
      where programme_year is not null and removed_at is null and status <> 'refused'
    ), chosen as (select coalesce(${asked ?? null}::int, (select max(year) from years)) as year)
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select coalesce(jsonb_agg(line order by planned_from nulls last, planned_to, id), '[]') from (
        select ${lineColumns} from agenda.events event
        where event.programme_year = (select year from chosen) and event.removed_at is null and event.status <> 'refused') line) as lines,
      (select count(distinct session.event_id)::int from agenda.shared_sessions session
       join agenda.events event on event.id = session.event_id
       where session.year = (select year from chosen) and session.origin = 'own' and session.status = 'published'
         and not session.cancelled and event.programme_year is null
         and not exists (select from agenda.programme_matches matched where matched.event_id = event.id and matched.accepted)) as unplanned`.execute(
    db,
  );
  const [{ year, years, lines, unplanned } = { year: null, years: [], lines: [], unplanned: 0 }] = rows;
  const shown = year ?? Number(today.slice(0, 4));
  return { year: shown, years, unplanned, lines: lines.map((line) => withState(line, shown, today)) };
}

/** One line, or undefined when it is in no programme. */
export async function findLine(
  db: Db,
  id: number,
  today: Day,
): Promise<(ProgrammeLine & { year: number }) | undefined> {
  const { rows } = await sql<Omit<ProgrammeLine, "state"> & { year: number }>`
    select ${lineColumns}, event.programme_year as year from agenda.events event
    where event.id = ${id} and event.programme_year is not null and event.removed_at is null and event.status <> 'refused'`.execute(
    db,
  );
  const [line] = rows;
  return line && { ...withState(line, line.year, today), year: line.year };
}

const withState = (line: Omit<ProgrammeLine, "state">, year: number, today: Day): ProgrammeLine => ({
  ...line,
  state: stateOf(
    {
      year,
      plannedTo: line.planned_to,
      dropped: line.dropped,
      dates: [
        ...line.sessions.map(({ starts_on, ends_on }) => ends_on ?? starts_on),
        ...line.events.flatMap(({ first_on }) => first_on ?? []),
      ],
      meetings: line.meetings.length,
    },
    today,
  ),
});

const lineColumns = sql`event.id, event.title, event.training, event.audience, event.planned_period, event.planned_from,
  event.planned_to, event.dropped_at is not null or event.cancelled_at is not null as dropped,
  coalesce(nullif(event.dropped_why, ''), event.cancelled_why) as dropped_why, event.status,
  event.cancelled_at is not null as cancelled,
  (select term.label from vocabularies.shared_terms term where term.id = event.kind_id) as kind,
  (select term.label from vocabularies.shared_terms term where term.id = event.axis_id) as axis,
  (select term.label from vocabularies.shared_terms term where term.id = event.pole_id) as pole,
  (select coalesce(jsonb_agg(jsonb_build_object('starts_on', session.starts_on, 'ends_on', session.ends_on,
       'moved_from', session.moved_from) order by session.starts_on), '[]')
   from agenda.sessions session where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null) as sessions,
  (select coalesce(jsonb_agg(session.starts_on order by session.starts_on), '[]')
   from agenda.sessions session where session.event_id = event.id and session.removed_at is null and session.cancelled_at is not null) as cancelled_on,
  (select coalesce(jsonb_agg(jsonb_build_object('id', meeting.id, 'subject', meeting.subject, 'held_on', meeting.held_on) order by meeting.held_on), '[]')
   from agenda.session_meetings linked join activities.shared_meetings meeting on meeting.id = linked.meeting_id
   where linked.event_id = event.id) as meetings,
  (select coalesce(jsonb_agg(jsonb_build_object('id', done.id, 'title', done.title, 'first_on', done.first_on, 'last_on', done.last_on) order by done.first_on), '[]')
   from agenda.programme_matches matched join agenda.shared_events done on done.id = matched.event_id and not done.cancelled
   where matched.line_id = event.id and matched.accepted) as events,
  (select coalesce(jsonb_agg(case when matched.event_id is null then 'meeting ' || matched.meeting_id else 'event ' || matched.event_id end), '[]')
   from agenda.programme_matches matched where matched.line_id = event.id and not matched.accepted) as refused`;

/** What was held in a year and is yet of no line: meetings of the log, and events that no programme announced. */
export async function listHeld(db: Db, year: number): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select 'meeting' as kind, meeting.id, meeting.subject as title, meeting.held_on as "heldOn"
    from activities.shared_meetings meeting
    where meeting.held_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
      and not exists (select from agenda.session_meetings linked where linked.meeting_id = meeting.id)
    union all
    select 'event', event.id, event.title, min(session.starts_on)
    from agenda.shared_sessions session join agenda.events event on event.id = session.event_id
    where session.starts_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
      and session.status = 'published' and not session.cancelled and event.programme_year is null
    group by event.id
    order by "heldOn", id`.execute(db);
  return rows;
}

/** What may be each line that nothing was done of yet, without what was refused. */
export function proposalsFor(
  lines: readonly ProgrammeLine[],
  held: readonly Held[],
  how: { most?: number; least?: number } = {},
) {
  const waiting = lines.filter(({ state }) => state !== "dropped");
  const found = likenesses(
    waiting.map((line) => ({ id: line.id, title: line.title, from: line.planned_from, to: line.planned_to })),
    held,
    { ...how, most: 50 },
  );
  return new Map(
    waiting.map((line): [number, Likeness[]] => [
      line.id,
      (found.get(line.id) ?? [])
        .filter(({ held: { kind, id } }) => id !== line.id || kind === "meeting")
        .filter(
          ({ held: { kind, id } }) =>
            !line.refused.includes(`${kind} ${id}`) &&
            !(kind === "event" && line.events.some((done) => done.id === id)),
        )
        .slice(0, how.most ?? 3),
    ]),
  );
}
