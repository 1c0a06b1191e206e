import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type SessionFacts, seriesOf } from "./rules.ts";

/** A row of a spreadsheet, read and matched: a session, and the title of its training. */
export interface ImportedSession extends SessionFacts {
  title: string;
  importLine: number;
}

/**
 * Writes many sessions at once, in the name of an import; how many. One statement whatever the number. A session goes to
 * the training that bears its title but for accents, case and punctuation; titles not yet known become listed trainings,
 * one for all the sessions that share it, and for all the days of a series (`J1`, `J2`). A value that the table refuses throws, and then nothing of the call stays.
 */
export async function addTrainingSessions(
  db: Db,
  author: Author,
  rows: readonly ImportedSession[],
  importId: number,
): Promise<number> {
  if (rows.length === 0) return 0;
  const days = rows.map((row) => ({ ...row, ...seriesOf(row.title) }));
  await inTransaction(db, author, (db) =>
    sql`
      with given as materialized (
        select row.*, platform.fold(title) as key from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as row (
          title text, part text, "startsOn" date, "endsOn" date, "durationMinutes" integer, participants integer,
          online boolean, place text, "communeCode" text, "importLine" integer)
      ), known as (
        select training.key, min(training.id) as id from agenda.events training
        where training.training and training.status = 'published' and training.removed_at is null and training.key in (select key from given) group by training.key
      ), added as (
        insert into agenda.events (training, title, import_id)
        select true, title, ${importId}::bigint from (
          select distinct on (key) title, "importLine" from given
          where key not in (select key from known) order by key, "importLine") first
        order by "importLine"
        returning id, key
      ), training as (
        select key, id from known union all select key, id from added
      )
      insert into agenda.sessions
        (event_id, title, starts_on, ends_on, duration_minutes, participants, online, place, commune_code, import_id, import_line)
      select training.id, part, "startsOn", nullif("endsOn", "startsOn"), "durationMinutes", participants, online, place, "communeCode",
             ${importId}::bigint, "importLine"
      from given join training on training.key = given.key
      order by "importLine"
    `.execute(db),
  );
  return rows.length;
}

/** What the undo of an import left in place, because a person changed it since. */
export interface KeptSession {
  trainingId: number;
  sessionId: number;
  title: string;
  startsOn: Day;
  importLine: number | null;
}

/**
 * Takes back the sessions of an import, then the trainings that it had made and that are left without a session. What a
 * person changed since is kept, and named; what a person deleted goes with the rest. The change log keeps them all.
 */
export async function removeImportedSessions(
  db: Db,
  author: Author,
  importId: number,
): Promise<{ removed: number; kept: KeptSession[] }> {
  return inTransaction(db, author, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom("agenda.sessions")
      .where("import_id", "=", importId)
      .where((row) => row.or([row("version", "=", 1), row("removed_at", "is not", null)]))
      .executeTakeFirst();
    await db
      .deleteFrom("agenda.events as training")
      .where("training.import_id", "=", importId)
      .where((row) => row.or([row("training.version", "=", 1), row("training.removed_at", "is not", null)]))
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom("agenda.sessions as session")
              .select("session.id")
              .whereRef("session.event_id", "=", "training.id"),
          ),
        ),
      )
      .execute();
    const kept = await db
      .selectFrom("agenda.sessions as session")
      .innerJoin("agenda.events as training", "training.id", "session.event_id")
      .select([
        "training.id as trainingId",
        "session.id as sessionId",
        "training.title",
        "session.starts_on as startsOn",
        "session.import_line as importLine",
      ])
      .where("session.import_id", "=", importId)
      .orderBy("session.import_line")
      .execute();
    return { removed: Number(numDeletedRows), kept };
  });
}
