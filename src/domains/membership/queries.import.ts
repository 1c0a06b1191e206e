import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** The memberships of a year of these organisations, as an import compares them. */
export async function listMembersAmong(db: Db, year: number, organisationIds: readonly number[]) {
  return db
    .selectFrom("membership.memberships")
    .select(["id", "organisation_id", "college_id", "joined_on", "version"])
    .where("year", "=", year)
    .where("organisation_id", "=", sql<number>`any(${[...organisationIds]}::bigint[])`)
    .where("removed_at", "is", null)
    .execute();
}

/** The memberships that an import wrote and that are still there. */
export async function listImportedMembers(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("membership.memberships as membership")
    .innerJoin("membership.shared_memberships as shared", "shared.id", "membership.id")
    .select(["membership.id", "shared.organisation as name"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("membership.import_id", "=", importId)
    .where("membership.removed_at", "is", null)
    .orderBy("membership.id")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
