import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Coverage } from "../coverage/queries.ts";
import type { Standing } from "../letters/rules.ladder.ts";

/** What a closed campaign found, as it was frozen. */
export interface Snapshot {
  id: number;
  frozen_at: Date;
  content: {
    title: string;
    year: number;
    words: string;
    counts: Record<Standing, number>;
    coverage: Coverage;
  };
}

/** The snapshot of a campaign; undefined while it is not closed. */
export async function findSnapshot(db: Db, campaignId: number): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    select id, frozen_at, content from census.snapshots where campaign_id = ${campaignId}`.execute(db);
  return rows[0];
}
