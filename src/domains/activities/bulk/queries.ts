import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { MeetingQuestion } from "../input.list.ts";
import { filteredMeetings } from "../queries.list.ts";
import { mostChanged, type Selection } from "./input.ts";

/** The numbers of the meetings meant: those checked, or all those of the search. */
export function chosenMeetings(
  { portee, choix }: Selection,
  asked: MeetingQuestion,
): RawBuilder<{ id: number }> {
  if (portee === "cochees") return sql`select unnest(${choix}::bigint[]) as id`;
  const year = typeof asked.annee === "number" ? asked.annee : null;
  return sql`select found.id from (${filteredMeetings(asked, year)}) found order by found.id limit ${mostChanged}`;
}

/** How many are meant and are in the log, and the subjects of the first. */
export async function countMeant(db: Db, ids: RawBuilder<{ id: number }>) {
  const { rows } = await sql<{ count: number; subjects: string[] }>`
    with chosen as materialized (
      select meeting.id, meeting.subject, meeting.held_on from activities.meetings meeting
      where meeting.id in (${ids}) and meeting.removed_at is null
    )
    select count(*)::int as count,
           array(select subject from chosen order by held_on desc, id desc limit 8) as subjects
    from chosen`.execute(db);
  return rows[0] ?? { count: 0, subjects: [] };
}

/** One thing done to many, to be undone. */
export function findBulkAct(db: Db, id: number) {
  return db.selectFrom("activities.bulk_actions").select("id").where("id", "=", id).executeTakeFirst();
}
