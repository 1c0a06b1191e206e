import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/**
 * Those of these people whose last word on this purpose (a code of the vocabulary `consent_purposes`) is yes. Nobody who was
 * put away or erased. One statement for any number of people; a mailing asks it at the moment of writing.
 */
export async function listConsenting(
  db: Db,
  personIds: readonly number[],
  purpose: string,
): Promise<ReadonlySet<number>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select person.id from directory.people person
    join directory.consents consent on consent.person_id = person.id and consent.latest and consent.given
    join vocabularies.shared_terms term on term.id = consent.purpose_id
      and term.list_id = 'consent_purposes' and term.code = ${purpose}
    where person.id = any(${[...personIds]}::bigint[]) and person.erased_at is null and person.archived_at is null
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The file that proves a consent of this person. */
export function findProof(db: Db, personId: number, consentId: number) {
  return db
    .selectFrom("directory.consents")
    .select("proof_file_id as file_id")
    .$narrowType<{ file_id: string }>()
    .where("id", "=", consentId)
    .where("person_id", "=", personId)
    .where("proof_file_id", "is not", null)
    .executeTakeFirst();
}
