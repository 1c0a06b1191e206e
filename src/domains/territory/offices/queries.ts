import type { Db } from "#platform/db/index.ts";

/** The network's offices, those still open first. A null day: since always, or still open. */
export async function listOffices(db: Db) {
  return offices(db)
    .orderBy("office.closed_on", (order) => order.desc().nullsFirst())
    .orderBy("office.name")
    .orderBy("office.id")
    .execute();
}

export type Office = Awaited<ReturnType<typeof listOffices>>[number];

export async function findOffice(db: Db, id: number): Promise<Office | undefined> {
  return offices(db).where("office.id", "=", id).executeTakeFirst();
}

const offices = (db: Db) =>
  db
    .selectFrom("territory.offices as office")
    .innerJoin("territory.communes as commune", "commune.code", "office.commune_code")
    .innerJoin("territory.departments as department", "department.code", "commune.department_code")
    .select([
      "office.id",
      "office.name",
      "office.address",
      "office.commune_code",
      "commune.name as commune",
      "department.name as department",
      "office.opened_on",
      "office.closed_on",
      "office.version",
    ]);
