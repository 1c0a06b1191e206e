import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Files } from "#platform/files/index.ts";
import type { ConsentForm } from "./input.ts";

/**
 * Writes down that a person gives or takes back their consent to one purpose: a row more, never a row changed; the latest
 * day has the last word, and of the same day the last written. The proof may be a file. The person was in contact that day.
 */
export function noteConsent(
  db: Db,
  author: Author,
  files: Files,
  personId: number,
  { finalite, accord, le, origine, preuve }: ConsentForm,
  file?: File,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const kept = file && {
      name: file.name,
      mediaType: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    };
    const proof = kept && (await files.put(db, author, kept));
    await db
      .insertInto("directory.consents")
      .values({
        person_id: personId,
        purpose_id: finalite,
        given: accord === "oui",
        told_on: le,
        origin: origine,
        proof: preuve,
        proof_file_id: proof?.id ?? null,
      })
      .execute();
    await sql`update directory.people set last_contact_on = ${le}, review_since = null
      where id = ${personId} and (last_contact_on is null or last_contact_on < ${le})`.execute(db);
  });
}
