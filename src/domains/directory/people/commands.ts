import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** What is written of a person; names come trimmed, one of them at least is there. */
export interface PersonFacts {
  given_name: string;
  family_name: string;
  language: string;
  notes: string;
  origin: string;
  last_contact_on: Day | null;
}

export interface NewPerson extends Partial<PersonFacts> {
  email?: string | null;
  phone?: string | null;
  user_id?: string | null;
}

/** Adds a person with a first courriel and telephone, seen by the team alone; gives back their number. */
export function addPerson(db: Db, author: Author, { email, phone, ...facts }: NewPerson): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("directory.people")
      .values(facts)
      .returning("id")
      .executeTakeFirstOrThrow();
    const points = [
      ...(email ? [{ kind: "email", value: email }] : []),
      ...(phone ? [{ kind: "phone", value: phone }] : []),
    ];
    if (points.length > 0)
      await db
        .insertInto("directory.contact_points")
        .values(points.map((point, position) => ({ ...point, position, person_id: id })))
        .execute();
    return id;
  });
}

/** `stale`: a colleague changed the person first, or they were erased. */
export type Outcome = { ok: true } | { ok: false; refusal: "stale" };

const outcome = (changed: bigint): Outcome =>
  changed === 1n ? { ok: true } : { ok: false, refusal: "stale" };

/** Changes a person who is still at this version. */
export async function changePerson(
  db: Db,
  author: Author,
  id: number,
  version: number,
  facts: PersonFacts,
): Promise<Outcome> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.people")
      .set({ ...facts, review_since: null, version: version + 1, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("erased_at", "is", null)
      .executeTakeFirst(),
  );
  return outcome(done.numUpdatedRows);
}

/** Puts a person away, or takes them out again: what is known of them stays. False when it was so already. */
export async function archivePerson(db: Db, author: Author, id: number, away: boolean): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.people")
      .set({
        archived_at: away ? sql`now()` : null,
        review_since: null,
        version: sql`version + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .where("archived_at", away ? "is" : "is not", null)
      .where("erased_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Says that this open account is this person's; `taken` when it is another's, or the person has one. */
export async function linkAccount(db: Db, author: Author, id: number, userId: string) {
  const done = await inTransaction(db, author, (db) =>
    sql`update directory.people set user_id = ${userId}, version = version + 1, updated_at = now()
      where id = ${id} and user_id is null and erased_at is null
        and exists (select from accounts.shared_accounts where id = ${userId} and closed_at is null)
        and not exists (select from directory.people where user_id = ${userId})`.execute(db),
  );
  return done.numAffectedRows === 1n ? ({ ok: true } as const) : ({ ok: false, refusal: "taken" } as const);
}
