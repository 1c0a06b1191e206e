import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { FactSource } from "./fields/queries.ts";
import type { FieldValues } from "./fields/registry.ts";
import type { NewOrganisation } from "./matching/commands.ts";

/** What a file may complete on a card that has nothing there. */
export const completable = [
  "acronym",
  "actor_type_id",
  "department_code",
  "commune_code",
  "postal_code",
  "address",
  "rna",
  "siren",
  "siret",
  "uai",
  "legal_form",
  "founded_year",
  "website",
  "description",
] as const;
export type Completable = (typeof completable)[number];
/** The lists to which it may add words. */
export const completableLists = ["sector_ids", "goal_ids", "country_codes", "tag_ids"] as const;

/** What a card lacks and a file says: a list is the whole one that the card then has. */
export type Completes = Pick<
  NewOrganisation,
  Completable | (typeof completableLists)[number] | "custom" | "emails" | "phones"
>;

/** The cards with these numbers, as an import compares them. */
export async function listCompared(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const pointsOf = (kind: string) => sql<string[]>`array(
    select value from directory.contact_points point
    where point.organisation_id = organisation.id and point.kind = ${kind} order by point.position, point.id)`;
  return db
    .selectFrom("directory.organisations as organisation")
    .select(["id", "name", "version", ...completable, ...completableLists])
    .select([
      sql<FieldValues>`custom`.as("custom"),
      pointsOf("email").as("emails"),
      pointsOf("phone").as("phones"),
    ])
    .where("id", "in", [...ids])
    .execute();
}
export type ComparedCard = Awaited<ReturnType<typeof listCompared>>[number];

/** The file of an import, as the source of what it writes. */
export async function findImportSource(db: Db, importId: number): Promise<FactSource> {
  const file = await db
    .selectFrom("imports.shared_imports")
    .select("file_name")
    .where("id", "=", importId)
    .executeTakeFirst();
  return { source: "import", ref: String(importId), label: file?.file_name ?? "" };
}

/** The cards, not archived, that have one of these RNA or SIRET. */
export async function listIdentified(db: Db, rnas: readonly string[], sirets: readonly string[]) {
  const { rows } = await sql<{ id: number; rna: string | null; siret: string | null }>`
    select id, rna, siret from directory.organisations
    where status <> 'archived' and (rna = any(${[...rnas]}::text[]) or siret = any(${[...sirets]}::text[]))`.execute(
    db,
  );
  return rows;
}

/**
 * Organisations whose initials are typed (`MEL` for Métropole Européenne de Lille), or that are known by the initials of
 * the name typed: to be proposed, never taken. Small words do not count.
 */
export async function listByInitials(db: Db, keys: readonly string[], initials: readonly string[]) {
  const { rows } = await sql<{ id: number; name: string; key: string; initials: string }>`
    select id, name, key, initials from (
      select id, name, replace(key, ' ', '') as key,
             (select string_agg(left(word, 1), '' order by position)
              from regexp_split_to_table(key, ' ') with ordinality as listed (word, position)
              where word not in ('de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'en', 'a', 'au', 'aux', 'pour')
             ) as initials
      from directory.organisations where status <> 'archived'
    ) known
    where initials = any(${[...keys]}::text[]) or key = any(${[...initials]}::text[])
    order by id`.execute(db);
  return rows;
}

/** The organisations that an import created and that are still there. */
export async function listImportedOrganisations(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("directory.organisations")
    .select(["id", "name"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
