import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { ChangeOutcome } from "./commands.ts";
import type { Answers, Score } from "./rules.markers.ts";

/** What is said of a marker: its score, the answers behind it, and why when the score is not theirs. */
export interface MarkerEntry {
  markerId: number;
  score: Score;
  answers: Answers;
  byHand: boolean;
  reason: string;
}

/** Replaces the markers of a project, unless it is no longer at `version`; one that is left out is no longer scored. */
export async function scoreMarkers(
  db: Db,
  author: Author,
  projectId: number,
  version: number,
  entries: readonly MarkerEntry[],
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("projects.projects")
      .set({ version: sql`version + 1`, updated_at: sql`now()` })
      .where("id", "=", projectId)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { ok: false, refusal: "stale" };
    const ids = entries.map(({ markerId }) => markerId);
    await sql`delete from projects.markers where project_id = ${projectId} and marker_id <> all(${ids}::bigint[])`.execute(
      db,
    );
    if (entries.length > 0)
      await db
        .insertInto("projects.markers")
        .values(
          entries.map(({ markerId, score, answers, byHand, reason }) => ({
            project_id: projectId,
            marker_id: markerId,
            score,
            answers: JSON.stringify(answers),
            by_hand: byHand,
            reason,
          })),
        )
        .onConflict((row) =>
          row.columns(["project_id", "marker_id"]).doUpdateSet((given) => ({
            score: given.ref("excluded.score"),
            answers: given.ref("excluded.answers"),
            by_hand: given.ref("excluded.by_hand"),
            reason: given.ref("excluded.reason"),
          })),
        )
        .execute();
    return { ok: true };
  });
}
