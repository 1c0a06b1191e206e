import { sql } from "kysely";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Nature } from "../events/entry.ts";

/** A module as a spreadsheet says it; its cycle is still a word. */
export interface ImportedModule {
  cycle: string;
  title: string;
  nature: Nature | null;
  durationMinutes: number | null;
  objectives: string;
  audience: string;
  importLine: number;
}

/** Writes many modules at once, in the name of an import, in the order of the file; the cycles that are missing join the list. */
export async function addModules(
  db: Db,
  author: Author,
  rows: readonly ImportedModule[],
  importId: number,
): Promise<void> {
  if (rows.length === 0) return;
  await inTransaction(db, author, async (db) => {
    const cycles = new Map<string, number>();
    for (const { cycle } of rows)
      if (!cycles.has(cycle)) cycles.set(cycle, await ensureTerm(db, author, "training_cycles", cycle)); // a handful
    await db
      .insertInto("agenda.modules")
      .values(
        rows.map((row) => ({
          cycle_id: cycles.get(row.cycle) ?? null,
          title: row.title,
          nature: row.nature,
          duration_minutes: row.durationMinutes || null,
          objectives: row.objectives,
          audience: row.audience,
          position: row.importLine,
          import_id: importId,
          import_line: row.importLine,
        })),
      )
      .execute();
  });
}

/** The modules that are there already, but those of the import itself. */
export async function findModuleKeys(db: Db, importId: number) {
  return db
    .selectFrom("agenda.modules as module")
    .leftJoin("vocabularies.shared_terms as cycle", "cycle.id", "module.cycle_id")
    .select(["module.id", "module.title", sql<string>`coalesce(cycle.label, '')`.as("cycle")])
    .where("module.import_id", "is distinct from", importId)
    .execute();
}

/** Takes back the modules of an import that nobody changed and that no training teaches; the others are named. */
export async function removeImportedModules(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const { numAffectedRows } = await sql`
      delete from agenda.modules module where module.import_id = ${importId} and module.version = 1
        and not exists (select from agenda.events event where event.module_id = module.id)`.execute(db);
    const { rows: kept } = await listImportedModules(db, importId, { limit: 10_000, offset: 0 });
    return { removed: Number(numAffectedRows ?? 0n), kept };
  });
}

/** The modules that an import wrote and that are still there, in the order of the file. */
export async function listImportedModules(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: { id: number; title: string; line: number | null }[]; total: number }> {
  const rows = await db
    .selectFrom("agenda.modules")
    .select(["id", "title", "import_line as line"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .orderBy("import_line")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
