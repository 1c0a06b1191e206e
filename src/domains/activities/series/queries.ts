import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** The days at which a meeting of this subject is already in the log. */
export async function listNotedDays(
  db: Db,
  subject: string,
  from: Day,
  until: Day,
): Promise<ReadonlySet<Day>> {
  const rows = await db
    .selectFrom("activities.meetings")
    .select("held_on")
    .where("subject", "=", subject)
    .where("removed_at", "is", null)
    .where("held_on", ">=", from)
    .where("held_on", "<=", until)
    .execute();
  return new Set(rows.map(({ held_on }) => held_on));
}
