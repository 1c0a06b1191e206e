import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type Stage, stages } from "../rules.ts";
import { columnSize } from "./input.ts";

export interface Card {
  id: number;
  subject: string;
  stage: Stage;
  organisation: string | null;
  referent_id: string | null;
  next_step: string;
  next_step_on: Day | null;
  touched_on: Day;
  /** By when who asked was told that they would be answered. */
  answer_by: Day | null;
}

/** Courses of one referent, of nobody, or of all. */
export const heldBy = (referent: string | undefined) =>
  referent === undefined
    ? sql<boolean>`true`
    : referent === "personne"
      ? sql<boolean>`course.referent_id is null`
      : sql<boolean>`course.referent_id = ${referent}::uuid`;

export const cardColumns = sql`course.id, course.subject, course.stage, coalesce(organisation.name, main.typed) as organisation,
  course.referent_id, course.next_step, course.next_step_on,
  (course.touched_at at time zone 'Europe/Paris')::date as touched_on,
  (select answer_by from support.requests request where request.course_id = course.id) as answer_by`;

export const cardJoins = sql`
  left join support.course_organisations main on main.course_id = course.id and main.position = 0
  left join directory.shared_organisations organisation on organisation.id = main.organisation_id`;

/**
 * The open courses by stage, those whose next step comes first at the top, then those where nothing happened for longest; a
 * column shows its first twenty and counts all.
 */
export async function readBoard(db: Db, referent: string | undefined) {
  const { rows } = await sql<{ cards: Card[]; counts: { stage: Stage; count: number }[] }>`
    with open as materialized (
      select course.id, course.stage,
        row_number() over (partition by course.stage order by course.next_step_on nulls last, course.touched_at, course.id) as place
      from support.courses course
      where course.removed_at is null and course.stage <> 'closed' and ${heldBy(referent)}
    )
    select (select coalesce(jsonb_agg(card order by card.place), '[]') from (
        select ${cardColumns}, open.place from open join support.courses course on course.id = open.id ${cardJoins}
        where open.place <= ${columnSize}) card) as cards,
      (select coalesce(jsonb_agg(line), '[]') from (
        select stage, count(*)::int as count from open group by stage) line) as counts`.execute(db);
  const { cards = [], counts = [] } = rows[0] ?? {};
  return stages
    .filter((stage) => stage !== "closed")
    .map((stage) => ({
      stage,
      count: counts.find((line) => line.stage === stage)?.count ?? 0,
      cards: cards.filter((card) => card.stage === stage),
    }));
}
export type Board = Awaited<ReturnType<typeof readBoard>>;
