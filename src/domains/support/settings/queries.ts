import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { RoutingRule } from "../rules.ts";

/** What the network decided of its support. */
export function findSupportSettings(db: Db) {
  return db
    .selectFrom("support.settings")
    .select([
      "offer",
      "answer_days",
      "default_pole_id",
      "default_referent_id",
      "questionnaire_id",
      "questionnaire_on",
      "notes_months",
      "quiet_weeks",
      "version",
      "updated_at",
    ])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
}
export type SupportSettings = Awaited<ReturnType<typeof findSupportSettings>>;

/** The lines that say who answers, in their order. */
export async function listRules(db: Db): Promise<RoutingRule[]> {
  const { rows } = await sql<RoutingRule>`
    select id, theme_ids as "themeIds", department_codes as "departmentCodes", pole_id as "poleId",
           referent_id as "referentId"
    from support.routing_rules order by position, id`.execute(db);
  return rows;
}
