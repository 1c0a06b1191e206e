import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { sessionFingerprint } from "./rules.ts";

/**
 * The fingerprints (`sessionFingerprint`) of the sessions already recorded that start on these days, each with the number
 * of the first that bears it: what an import compares its rows with, a slice of days at a time. Those that the import
 * `importId` itself put in do not count.
 */
export async function findSessionFingerprints(
  db: Db,
  days: readonly Day[],
  importId: number,
): Promise<Map<string, number>> {
  if (days.length === 0) return new Map();
  const rows = await db
    .selectFrom("agenda.sessions as session")
    .innerJoin("agenda.events as training", "training.id", "session.event_id")
    .select([
      "session.id",
      "training.title",
      "session.starts_on as startsOn",
      "session.ends_on as endsOn",
      "session.duration_minutes as durationMinutes",
      "session.participants",
      "session.online",
      "session.place",
      "session.commune_code as communeCode",
    ])
    .where("session.starts_on", "in", [...new Set(days)])
    .where("session.import_id", "is distinct from", importId)
    .where("session.removed_at", "is", null)
    .where("training.removed_at", "is", null)
    .orderBy("session.id", "desc")
    .execute();
  return new Map(rows.map((row) => [sessionFingerprint(row.title, row), row.id]));
}

/** The sessions that an import wrote and that are still there, by line. */
export async function listImportedSessions(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("agenda.sessions as session")
    .innerJoin("agenda.events as training", "training.id", "session.event_id")
    .select(["training.id as trainingId", "training.title", "session.import_line as line"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("session.import_id", "=", importId)
    .where("session.removed_at", "is", null)
    .where("training.removed_at", "is", null)
    .orderBy("session.import_line")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
