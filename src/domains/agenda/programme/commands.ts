import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** What a line of the programme was done as: a meeting of the log, or an event of the agenda. */
export interface Match {
  kind: "meeting" | "event";
  id: number;
}

/**
 * Says that a line was done as this; false when there is no such meeting or event, or when the meeting is already another’s. What
 * was refused before is accepted by it. Twice is once.
 */
export function acceptMatch(db: Db, author: Author, lineId: number, match: Match): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    if (match.kind === "event") {
      const { rows } = await sql`
        insert into agenda.programme_matches (line_id, event_id, accepted)
        select ${lineId}::bigint, event.id, true from agenda.events event
        where event.id = ${match.id} and event.id <> ${lineId}::bigint and event.removed_at is null
        on conflict (line_id, event_id) do update set accepted = true returning id`.execute(db);
      return rows.length > 0;
    }
    await db
      .deleteFrom("agenda.programme_matches")
      .where("line_id", "=", lineId)
      .where("meeting_id", "=", match.id)
      .execute();
    await sql`
      insert into agenda.session_meetings (meeting_id, event_id)
      select meeting.id, ${lineId}::bigint from activities.shared_meetings meeting where meeting.id = ${match.id}
      on conflict (meeting_id) do nothing`.execute(db);
    const linked = await db
      .selectFrom("agenda.session_meetings")
      .select("event_id")
      .where("meeting_id", "=", match.id)
      .executeTakeFirst();
    return linked?.event_id === lineId;
  });
}

/** Says that this is not the line: it is not proposed for it again. */
export function refuseMatch(db: Db, author: Author, lineId: number, match: Match): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const about = {
      line_id: lineId,
      ...(match.kind === "event" ? { event_id: match.id } : { meeting_id: match.id }),
    };
    await db
      .insertInto("agenda.programme_matches")
      .values({ ...about, accepted: false })
      .onConflict((row) => row.doNothing())
      .execute();
  });
}

/** Takes back what was said of a line and this, yes or no. */
export function forgetMatch(db: Db, author: Author, lineId: number, match: Match): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .deleteFrom("agenda.programme_matches")
      .where("line_id", "=", lineId)
      .where(match.kind === "event" ? "event_id" : "meeting_id", "=", match.id)
      .execute();
    if (match.kind === "meeting")
      await db
        .deleteFrom("agenda.session_meetings")
        .where("meeting_id", "=", match.id)
        .where("event_id", "=", lineId)
        .where("session_id", "is", null)
        .execute();
  });
}

/** Says that a line will not be done, and why; `null` takes it up again. Twice is once. */
export async function dropLine(
  db: Db,
  author: Author,
  id: number,
  dropped: { why: string; now: Date } | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.events")
      .set({
        dropped_at: dropped?.now ?? null,
        dropped_why: dropped?.why ?? "",
        version: sql<number>`version + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where("id", "=", id)
      .where("programme_year", "is not", null)
      .where("dropped_at", dropped ? "is" : "is not", null)
      .execute(),
  );
}
