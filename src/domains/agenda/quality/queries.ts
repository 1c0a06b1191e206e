import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { referential } from "./referential.ts";

export type QualityState = "met" | "partly" | "not_met" | "not_concerned";

/** What the network says of one indicator. */
export interface QualityAnswer {
  indicator: number;
  state: QualityState;
  words: string;
  proof: string;
  checked_on: Day;
  version: number;
}

/** What was said of each indicator of the referential in force, by its number. */
export async function readAnswers(db: Db): Promise<Map<number, QualityAnswer>> {
  const rows = await db
    .selectFrom("agenda.quality_answers")
    .select(["indicator", "words", "proof", "version"])
    .select([sql<QualityState>`state`.as("state"), sql<Day>`checked_on`.as("checked_on")])
    .where("referential", "=", referential)
    .orderBy("indicator")
    .execute();
  return new Map(rows.map((row) => [row.indicator, row]));
}
