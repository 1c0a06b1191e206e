import { type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";

export interface Organiser {
  name: string;
  /** Its card, when it has one that everyone may see. */
  organisation_id: number | null;
  role: "organiser" | "co_organiser" | "speaker";
}

/** A date of the agenda as everyone sees it: a session; or an event that has none yet, and the period it is planned in. */
export interface DateLine {
  key: string;
  event_id: number;
  session_id: number | null;
  training: boolean;
  title: string;
  session_title: string;
  /** `Webinaire`; null for a training, and when it is not said. */
  kind: string | null;
  /** Without a date yet: `period` says when, as the team said it. */
  vague: boolean;
  /** Null when not even a period is known; those of the period otherwise. */
  first_on: Day | null;
  last_on: Day | null;
  /** `09:30:00`; null for whole days. */
  starts_at: string | null;
  ends_at: string | null;
  duration_minutes: number;
  period: string;
  cancelled: boolean;
  /** The day when it was to be held, once it has been moved. */
  moved_from: Day | null;
  moved_from_at: string | null;
  online: boolean;
  place: string;
  commune: string | null;
  department: string | null;
  origin: "own" | "relayed";
  organisers: Organiser[];
  changed_at: Date;
}

/** An organiser that everyone may see named: one that the directory does not know, or that its public part lists. */
export const mayBeNamed = sql<SqlBool>`(organiser.organisation_id is null
  or organisation.visibility = 'listed' and organisation.status = 'published')`;

/** What a line shows of the dates called `line`, in the order of a programme. */
export const lineColumns = sql`
  line.key, line.event_id, line.session_id, line.training, event.title, coalesce(session.title, '') as session_title,
  (select term.label from vocabularies.shared_terms term where term.id = line.kind_id) as kind, line.vague,
  nullif(line.first_on, 'infinity') as first_on, nullif(line.last_on, 'infinity') as last_on,
  session.starts_at::text as starts_at, session.ends_at::text as ends_at,
  coalesce(session.duration_minutes, 0) as duration_minutes,
  case when line.vague then event.planned_period else '' end as period,
  coalesce(session.cancelled_at, event.cancelled_at) is not null as cancelled,
  session.moved_from, session.moved_from_at::text as moved_from_at, line.online, coalesce(session.place, '') as place,
  commune.name as commune, department.name as department, line.origin,
  ${organisersOf("line.event_id")} as organisers, line.changed_at`;

/** The rows from which `lineColumns` are read, beside `line`. */
export const lineJoins = sql`
  join agenda.public_events event on event.id = line.event_id
  left join agenda.sessions session on session.id = line.session_id
  left join territory.shared_communes commune on commune.code = line.commune_code
  left join territory.shared_departments department on department.code = line.department_code`;

/** Who holds the event of this number, as a JSON list: those that everyone may see named. */
export function organisersOf(event: string) {
  return sql<
    Organiser[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(organisation.name, organiser.typed),
      'organisation_id', organisation.id, 'role', organiser.role) order by organiser.position), '[]')
    from agenda.organisers organiser
    left join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
    where organiser.event_id = ${sql.ref(event)} and ${mayBeNamed})`;
}

/** The order of a programme: by month; in each, what has a date, by day and hour, then what has only a period. */
export const programmeOrder = (table: string) => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`date_trunc('month', ${column("sort_on")}), ${column("vague")}, ${column("sort_on")},
    ${column("starts_at")} nulls first, ${column("event_id")}, ${column("session_id")}`;
};
