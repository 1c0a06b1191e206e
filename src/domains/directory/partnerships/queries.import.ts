import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** The partnerships of these organisations, as an import compares them. */
export async function listPartnershipsAmong(db: Db, organisationIds: readonly number[]) {
  if (organisationIds.length === 0) return [];
  return db
    .selectFrom("directory.partnerships")
    .select(["id", "organisation_id", "kind", "country_code", "since_year", "state"])
    .select(sql<string>`key`.as("key"))
    .where("organisation_id", "=", sql<number>`any(${[...organisationIds]}::bigint[])`)
    .orderBy("id")
    .execute();
}

/** The partnerships that an import wrote and that are still there. */
export async function listImportedPartnerships(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await named(db)
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("partnership.import_id", "=", importId)
    .orderBy("partnership.id")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Partnerships by what they are called: `Ville d’Arras et Herten`. */
export const named = (db: Db) =>
  db
    .selectFrom("directory.partnerships as partnership")
    .innerJoin("directory.organisations as organisation", "organisation.id", "partnership.organisation_id")
    .select(["partnership.id", sql<string>`organisation.name || ' et ' || partnership.partner`.as("name")]);
