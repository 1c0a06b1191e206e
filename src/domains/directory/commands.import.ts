import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Changed } from "#platform/spreadsheets/import-kind.ts";
import type { OrganisationWrite } from "./import-check.ts";
import { type Completable, completable } from "./queries.import.ts";

interface Completion {
  line: number;
  targetId: number;
  write: OrganisationWrite;
}

/** What a card was before a file completed it, and the version that the file left. */
interface Before {
  version: number;
  fields: Partial<Record<Completable, string | number | null>>;
}

/** Completes cards with what a file knows more; only the fields named in `write.completes`. */
export async function completeOrganisations(
  db: Db,
  author: Author,
  completions: readonly Completion[],
): Promise<Changed[]> {
  return inTransaction(db, author, async (db) => {
    const changed: Changed[] = [];
    for (const { line, targetId, write } of completions) {
      const fields = write.completes ?? {};
      const blank = Object.keys(fields).map((name) => [name, emptyOf(name)]);
      const { version } = await db
        .updateTable("directory.organisations")
        .set({ ...fields, version: sql`version + 1`, updated_at: sql`now()` })
        .where("id", "=", targetId)
        .returning("version")
        .executeTakeFirstOrThrow();
      changed.push({ line, targetId, undo: { version, fields: Object.fromEntries(blank) } satisfies Before });
    }
    return changed;
  });
}

const nullable = new Set(["actor_type_id", "department_code", "commune_code", "rna", "siret"]);
const emptyOf = (name: string) => (nullable.has(name) ? null : "");

/** Empties again what a file had completed, on cards that nobody changed since. */
export async function restoreCompleted(db: Db, author: Author, changed: readonly Changed[]) {
  return inTransaction(db, author, async (db) => {
    let restored = 0;
    const left: number[] = [];
    for (const { targetId, undo } of changed) {
      const { version, fields } = undo as Before;
      const known = Object.entries(fields).filter(([name]) => completable.some((one) => one === name));
      const done = await db
        .updateTable("directory.organisations")
        .set({ ...Object.fromEntries(known), version: sql`version + 1`, updated_at: sql`now()` })
        .where("id", "=", targetId)
        .where("version", "=", version)
        .executeTakeFirst();
      if (done.numUpdatedRows === 1n) restored += 1;
      else left.push(targetId);
    }
    return { restored, kept: await namesOf(db, left) };
  });
}

/**
 * Takes back the organisations that an import created. Those that people changed, or that something else now rests on (a
 * membership, a meeting, a contact point, an account), are kept and named.
 */
export async function removeImportedOrganisations(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const untouched = await db
      .selectFrom("directory.organisations as organisation")
      .select("id")
      .where("import_id", "=", importId)
      .where("version", "=", 1)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("directory.contact_points as point")
              .select("point.id")
              .whereRef("point.organisation_id", "=", "organisation.id"),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("directory.speakers as speaker")
              .select("speaker.id")
              .whereRef("speaker.organisation_id", "=", "organisation.id"),
          ),
        ),
      )
      .execute();
    const removed = await removeUnused(
      db,
      author,
      untouched.map((row) => row.id),
    );
    const kept = await db
      .selectFrom("directory.organisations")
      .select(["id", "name"])
      .where("import_id", "=", importId)
      .orderBy("id")
      .execute();
    return { removed, kept };
  });
}

/** Deletes those on which nothing rests: all at once, else by halves, since a foreign key refuses the whole statement. */
async function removeUnused(db: Db, author: Author, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    const { numDeletedRows } = await inTransaction(db, author, (db) =>
      db
        .deleteFrom("directory.organisations")
        .where("id", "=", sql<number>`any(${[...ids]})`)
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  } catch (error) {
    if ((error as { code?: string }).code !== "23503") throw error;
    if (ids.length === 1) return 0;
    const half = Math.ceil(ids.length / 2);
    return (
      (await removeUnused(db, author, ids.slice(0, half))) + (await removeUnused(db, author, ids.slice(half)))
    );
  }
}

async function namesOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("directory.organisations")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
}
