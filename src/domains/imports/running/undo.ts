import { sql } from "kysely";
import type { Services } from "#platform/web/env.ts";
import { kindOf } from "../kinds.ts";
import { ImportFailure, workAlone } from "./alone.ts";
import { listChanged } from "./staged.ts";

/** How many of the rows kept are named on the page. */
const named = 200;

/** Takes back all that an import did, in one transaction; what people changed or used since is kept, and named. */
export async function undoImport(services: Services, id: number): Promise<void> {
  await workAlone(services, id, "undoing", async ({ db, author, one }) => {
    const kind = kindOf(one.kind);
    if (!kind)
      throw new ImportFailure("Ce que contient cet import n’est plus connu : il ne peut pas être annulé.");
    await sql`select pg_advisory_xact_lock(hashtext('imports.run'))`.execute(db);
    const { removed, restored, kept } = await kind.undo(db, author, id, await listChanged(db, id));
    const counts = { ...one.counts, removed, restored, kept: kept.slice(0, named) };
    await db
      .updateTable("imports.imports")
      .set({ state: "undone", counts: JSON.stringify(counts), error: null, finished_at: sql`now()` })
      .where("id", "=", id)
      .execute();
  });
}
