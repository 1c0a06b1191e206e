import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";

export interface Region {
  code: string;
  name: string;
  departments: { code: string; name: string }[];
}

/** The regions of France, by name, each with its départements. */
export function listRegions(db: Db): Promise<Region[]> {
  return db
    .selectFrom("territory.regions as region")
    .select((line) => [
      "region.code",
      "region.name",
      jsonArrayFrom(
        line
          .selectFrom("territory.departments as department")
          .select(["department.code", "department.name"])
          .whereRef("department.region_code", "=", "region.code")
          .orderBy("department.code"),
      ).as("departments"),
    ])
    .orderBy("region.name")
    .execute();
}
