import type { Db } from "#platform/db/index.ts";
import type { FilterField, Scope } from "./input.ts";

/** The fields added in the settings by which this scope filters: those with a few answers, marked as filters. */
export async function listFilterFields(db: Db, scope: Scope): Promise<FilterField[]> {
  const fields = await db
    .selectFrom("directory.custom_fields")
    .select(["code", "label"])
    .where("retired_at", "is", null)
    .where("filter", "=", true)
    .where("kind", "in", ["choice", "choices", "yes_no"])
    .$if(scope === "public", (query) => query.where("visibility", "=", "public"))
    .orderBy("position")
    .orderBy("id")
    .execute();
  return fields.map(({ code, label }) => ({ name: `champ.${code}`, title: label }));
}
