import type { Db } from "#platform/db/index.ts";

/** What the staff decided, the latest first, 50 a page, with the total. */
export async function listSpellings(db: Db, page: number, size = 50) {
  const rows = await db
    .selectFrom("territory.spellings as spelling")
    .innerJoin("territory.communes as commune", "commune.code", "spelling.commune_code")
    .innerJoin("territory.departments as department", "department.code", "commune.department_code")
    .select(({ fn }) => [
      "spelling.id",
      "spelling.label",
      "spelling.commune_code",
      "spelling.created_at",
      "commune.name as commune",
      "department.name as department",
      fn.countAll<number>().over().as("total"),
    ])
    .where("spelling.removed_at", "is", null)
    .orderBy("spelling.created_at", "desc")
    .orderBy("spelling.id", "desc")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total: rows[0]?.total ?? 0, page, size };
}
export type SpellingList = Awaited<ReturnType<typeof listSpellings>>;

/** Every name that leads to a commune: those of the reference, and what the staff decided (`id` set, and removable). */
export async function listNamesOf(db: Db, communeCode: string) {
  return db
    .selectFrom("territory.place_names")
    .select(({ lit }) => ["label", "origin", lit<number | null>(null).as("id")])
    .where("commune_code", "=", communeCode)
    .unionAll(
      db
        .selectFrom("territory.spellings")
        .select(({ val }) => ["label", val("staff").as("origin"), "id"])
        .where("commune_code", "=", communeCode)
        .where("removed_at", "is", null),
    )
    .orderBy("origin")
    .orderBy("label")
    .execute();
}
export type CommuneName = Awaited<ReturnType<typeof listNamesOf>>[number];
