import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { EvidenceEntry } from "./input.ts";

export type Outcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };

/**
 * Replaces what is said of a training for the yearly report, and of which kind each person is, unless it is no longer at
 * `version` (0: nothing was said).
 */
export async function sayEvidence(
  db: Db,
  author: Author,
  eventId: number,
  version: number,
  { kinds, ...said }: EvidenceEntry,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const row = { event_id: eventId, ...said, version: version + 1 };
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto("agenda.training_evidence")
      .values(row)
      .onConflict((known) =>
        known
          .column("event_id")
          .doUpdateSet({ ...row, updated_at: sql`now()` })
          .where("agenda.training_evidence.version", "=", version),
      )
      .executeTakeFirstOrThrow();
    if (!written) return { ok: false, refusal: "changed_meanwhile" };
    await writeKinds(db, eventId, kinds);
    return { ok: true };
  });
}

/** The persons of this training whose kind is their own; the others are of the training's. */
async function writeKinds(db: Db, eventId: number, kinds: EvidenceEntry["kinds"]) {
  await sql`
    delete from agenda.trainee_kinds
    where registration_id in (select id from agenda.registrations where event_id = ${eventId})`.execute(db);
  await sql`
    insert into agenda.trainee_kinds (registration_id, kind)
    select registration.id, given.kind
    from unnest(${kinds.map(({ registrationId }) => registrationId)}::bigint[], ${kinds.map(({ kind }) => kind)}::text[])
      as given (registration_id, kind)
    join agenda.registrations registration on registration.id = given.registration_id and registration.event_id = ${eventId}`.execute(
    db,
  );
}
