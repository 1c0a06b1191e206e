import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Status } from "./entry.ts";
import { type EventQuestion, pageSize, states } from "./input.list.ts";
import {
  and,
  columns,
  type Facet,
  facet,
  inTime,
  isImported,
  narrowed,
  order,
  selection,
  stateIs,
  wordsMatch,
} from "./queries.select.ts";

/** One date of an event, or an event that has none yet. */
export interface EventLine {
  id: number;
  session_id: number | null;
  title: string;
  session_title: string;
  training: boolean;
  kind: string | null;
  status: Status;
  visibility: "listed" | "internal";
  origin: "own" | "relayed";
  cancelled: boolean;
  moved_from: Day | null;
  starts_on: Day | null;
  ends_on: Day | null;
  starts_at: string | null;
  ends_at: string | null;
  planned_period: string;
  programme_year: number | null;
  duration_minutes: number;
  participants: number;
  online: boolean;
  place: string;
  commune: string | null;
  organisers: string;
  pole: string | null;
  axis: string | null;
}

export interface Count {
  value: string;
  label: string;
  count: number;
}

export interface EventList {
  /** The year shown; null when all are, or what is to come. */
  year: number | null;
  years: { year: number; count: number }[];
  total: number;
  /** Dates that are held or to be held, our own: what an annual report counts. */
  sessions: number;
  duration_minutes: number;
  participants: number;
  online: number;
  facets: Record<Facet, Count[]>;
  lines: EventLine[];
  removed: { id: number; title: string; removed_at: string }[];
}

/**
 * The agenda as asked: a page of its lines, the totals of what is filtered, the years that have any, and for each filter what the
 * others leave to it. One statement. Without a year, the latest that has a date.
 */
export async function searchEvents(db: Db, asked: EventQuestion, today: Day): Promise<EventList> {
  const ascending = asked.quand ? "date" : "-date";
  const { rows } = await sql<EventList>`
    with ${selection(asked, today)}, years as (
      select year, count(*)::int as count from lines where year is not null group by year
    ), scope as materialized (
      select * from lines where ${and([inTime(asked, today), wordsMatch(asked.q), isImported(asked)])}
    ), matched as materialized (select * from scope where ${and(narrowed(asked))}),
    counted as (select * from matched where session_id is not null and not cancelled and status = 'published' and origin = 'own')
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from matched) as total,
      (select jsonb_build_object('sessions', count(*), 'duration_minutes', coalesce(sum(duration_minutes), 0),
        'participants', coalesce(sum(participants), 0), 'online', count(*) filter (where online and place = '')) from counted) as sums,
      jsonb_build_object(
        'genre', ${facet("genre", asked, sql`case when training then 'formation' else coalesce(kind_code, 'autre') end`, sql`case when training then 'Formation' else coalesce(kind, 'Sans type') end`)},
        'cadre', ${facet("cadre", asked, sql`case when online and place = '' then 'en-ligne' else 'sur-place' end`, sql`''`, sql`session_id is not null`)},
        'origine', ${facet("origine", asked, sql`case origin when 'own' then 'reseau' else 'relaye' end`, sql`''`)},
        'etat', (select coalesce(jsonb_agg(line), '[]') from (${sql.join(
          states.map(
            (
              state,
            ) => sql`select ${state.name}::text as value, ${state.label}::text as label, count(*)::int as count
              from scope where ${and(narrowed(asked, "etat"))} and ${stateIs[state.code]} having count(*) > 0`,
          ),
          sql` union all `,
        )}) line),
        'pole', ${facet("pole", asked, sql`pole_code`, sql`pole`, sql`pole_code is not null`)},
        'axe', ${facet("axe", asked, sql`axis_code`, sql`axis`, sql`axis_code is not null`)}) as facets,
      (select coalesce(jsonb_agg(line order by place_in_list), '[]') from (
        select ${columns}, row_number() over (order by ${order(asked.tri ?? ascending)}) as place_in_list from matched lines
        order by ${order(asked.tri ?? ascending)} limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines,
      ${
        asked.etat === "supprimes"
          ? sql`(select coalesce(jsonb_agg(line), '[]') from (select id, title, removed_at from agenda.events
        where removed_at is not null order by removed_at desc, id limit 200) line)`
          : sql`'[]'::jsonb`
      } as removed`.execute(db);
  const { sums, ...list } = rows[0] as EventList & {
    sums: Pick<EventList, "sessions" | "duration_minutes" | "participants" | "online">;
  };
  return { ...list, ...sums };
}

/** The lines of an export: those filtered, all pages, to be read in pages by date. */
export const filteredEvents = (asked: EventQuestion, today: Day) => sql<EventLine>`
  with ${selection(asked, today)}
  select ${columns}, coalesce(starts_on::text, '9999') as day_key, coalesce(session_id, -id) as line_key
  from lines where ${and([inTime(asked, today), wordsMatch(asked.q), isImported(asked), ...narrowed(asked)])}`;
