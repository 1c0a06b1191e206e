import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Changed, Checked, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import type { Services } from "#platform/web/env.ts";
import { openKind } from "../kinds.ts";
import { readRow } from "../reading/row.ts";
import { sliceSize } from "../reading/staging.ts";
import { type Counts, keepsDuplicates, noCounts } from "../rules.ts";
import { type Alone, ImportFailure, workAlone } from "./alone.ts";
import { contextOf, progressOf } from "./context.ts";
import { listChoices } from "./queries.ts";
import { listLines, noteUndo, noteWaiting } from "./staged.ts";

/**
 * Puts the rows in: all that are valid, in one transaction, or none. They are compared again with the record as it now
 * is, so that what a colleague did since the preview is not done twice; imports run one after the other.
 */
export async function runImport(services: Services, id: number): Promise<void> {
  await workAlone(services, id, "running", async (alone) => {
    const { db, author, one } = alone;
    const kind = await openKind(db, one.kind);
    if (!kind)
      throw new ImportFailure("Ce que contient ce fichier n’est plus connu : envoyez-le de nouveau.");
    await sql`select pg_advisory_xact_lock(hashtext('imports.run'))`.execute(db);
    const choices = await listChoices(db, id);
    const counts = await putRowsIn(alone, kind, progressOf(services.db, id));
    await kind.remember?.(db, author, choices);
    await db
      .updateTable("imports.imports")
      .set({ state: "done", counts: JSON.stringify(counts), error: null, finished_at: sql`now()` })
      .where("id", "=", one.id)
      .execute();
  });
}

async function putRowsIn(
  { db, author, one }: Alone,
  kind: ImportKind,
  progress: (done: number) => Promise<void>,
): Promise<Counts> {
  const check = await kind.openCheck(db, contextOf(one.id, one.options, await listChoices(db, one.id)));
  const counts: Counts = { ...noCounts, ...staged(one.counts) };
  const keep = keepsDuplicates(one.options);
  const readOn = async (after: number) => {
    const lines = await listLines(db, one.id, after, sliceSize);
    const kept = lines.filter((line) => keep || line.duplicate_of === null);
    const drafts = kept.flatMap((line) => readRow(kind, one.mapping, line).draft ?? []);
    return {
      drafts,
      taken: lines.length,
      dropped: lines.length - kept.length,
      last: lines.at(-1)?.line ?? after,
    };
  };
  let done = 0;
  for (let slice = await readOn(-1); slice.taken > 0; ) {
    const checked = await check(slice.drafts);
    for (const row of checked) counts[row.outcome] += 1;
    counts.dropped += slice.dropped;
    done += slice.taken;
    // The next rows are read while the database writes these.
    const [next, changed] = await Promise.all([readOn(slice.last), apply(db, kind, author, checked, one.id)]);
    await noteUndo(db, one.id, changed);
    await noteWaiting(db, one.id, checked);
    await progress(done);
    slice = next;
  }
  return counts;
}

/** What the file was, whatever became of it. The rows that wait for a mend were counted at the preview. */
const staged = ({ rows, problem, duplicates, notes }: Counts) => ({ rows, problem, duplicates, notes });

async function apply(
  db: Db,
  kind: ImportKind,
  author: Alone["author"],
  checked: readonly Checked<unknown>[],
  importId: number,
): Promise<readonly Changed[]> {
  const writes = checked.filter((row) => row.outcome === "create" || row.outcome === "change");
  return writes.length > 0 ? kind.apply(db, author, writes, importId) : [];
}
