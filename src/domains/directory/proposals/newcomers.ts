import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { changeFields } from "../fields/commands.ts";
import type { FieldValues } from "../fields/registry.ts";
import { findDuplicates } from "../matching/duplicates.ts";

/**
 * Adds what a new organisation says of itself, as proposed and not public, and gives its number. When another
 * organisation already has its RNA or SIRET, nothing is added and the number is that one's: the team will see.
 */
export function addProposedOrganisation(
  db: Db,
  author: Author,
  said: FieldValues & { name: string },
  saidBy: string,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const known = await sql<{ id: number }>`
      select id from directory.organisations
      where status <> 'archived' and (rna = ${said["rna"] ?? null} or siret = ${said["siret"] ?? null})
      order by id limit 1`.execute(db);
    if (known.rows[0]) return known.rows[0].id;
    const { id } = await db
      .insertInto("directory.organisations")
      .values({ name: said.name, status: "proposed", visibility: "listed" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await changeFields(db, author, id, said, { source: { source: "declared", label: saidBy } });
    return id;
  });
}

/** The team took a proposed organisation: it is published, and public since it proposed itself for that. */
export async function publishProposedOrganisation(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({ status: "published", version: sql`version + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("status", "=", "proposed")
      .execute(),
  );
}

/**
 * Whether this address is one by which the network reaches the organisation: its own, or that of a person who has a role
 * in it today.
 */
export async function knowsAddress(db: Db, organisationId: number, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from directory.contact_points point
    where point.kind = 'email' and lower(point.value) = ${email.toLowerCase()}
      and (point.organisation_id = ${organisationId}
        or point.person_id in (select person_id from directory.roles
          where organisation_id = ${organisationId} and (until is null or until >= current_date)))
    limit 1`.execute(db);
  return rows.length > 0;
}

/** The public cards that may be the organisation described; internal ones are not told to a visitor. */
export async function findPublicTwins(db: Db, told: Parameters<typeof findDuplicates>[1]) {
  const twins = await findDuplicates(db, told);
  if (twins.length === 0) return [];
  const listed = await db
    .selectFrom("directory.public_cards")
    .select("id")
    .where(
      "id",
      "in",
      twins.map(({ id }) => id),
    )
    .execute();
  return twins.filter(({ id }) => listed.some((card) => card.id === id));
}
