import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Changed, Checked } from "#platform/spreadsheets/import-kind.ts";
import { addOrganisations } from "../matching/commands.ts";
import type { PartnershipWrite } from "./import-check.ts";
import { named } from "./queries.import.ts";

/** What a partnership was before a file changed it, and the version that the file left. */
interface Before {
  version: number;
  since_year: number | null;
  state: string;
}

/** Writes the partnerships of a slice: creates the organisations that are not known, then what they do abroad. */
export async function writePartnerships(
  db: Db,
  author: Author,
  rows: readonly Checked<PartnershipWrite>[],
  importId: number,
): Promise<Changed[]> {
  const writes = rows.flatMap((row) => (row.outcome === "create" && row.write ? [row.write] : []));
  const strangers = [
    ...new Map(
      writes.filter((write) => write.organisation_id === undefined).map(({ name }) => [fold(name), name]),
    ),
  ];
  const ids = await addOrganisations(
    db,
    author,
    strangers.map(([, name]) => ({ name })),
    importId,
  );
  const made = new Map(strangers.map(([key], index) => [key, ids[index]]));
  const lines = writes.map(({ name, organisation_id, partnership }) => ({
    organisation_id: organisation_id ?? made.get(fold(name)),
    ...partnership,
  }));
  return inTransaction(db, author, async (db) => {
    await sql`insert into directory.partnerships (organisation_id, kind, partner, country_code, since_year, state, import_id)
      select organisation_id, kind, partner, country_code, since_year, state, ${importId}
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as row (organisation_id bigint, kind text, partner text,
        country_code text, since_year integer, state text)`.execute(db);
    return changePartnerships(db, rows);
  });
}

async function changePartnerships(db: Db, rows: readonly Checked<PartnershipWrite>[]): Promise<Changed[]> {
  const changes = rows.flatMap(({ line, outcome, targetId, write }) =>
    outcome === "change" && targetId && write ? [{ line, id: targetId, ...write.partnership }] : [],
  );
  if (changes.length === 0) return [];
  const { rows: done } = await sql<Before & { line: number; id: number }>`
    update directory.partnerships as partnership
    set since_year = row.since_year, state = row.state, version = partnership.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as row (line integer, id bigint, since_year integer, state text)
    join directory.partnerships as old on old.id = row.id
    where partnership.id = row.id
    returning row.line, partnership.id, partnership.version, old.since_year, old.state`.execute(db);
  return done.map(({ line, id, ...before }) => ({ line, targetId: id, undo: before satisfies Before }));
}

/** Puts back what a file changed, on partnerships that nobody changed since. */
export async function restorePartnerships(db: Db, author: Author, changed: readonly Changed[]) {
  const wanted = changed.map(({ targetId, undo }) => ({ id: targetId, ...(undo as Before) }));
  if (wanted.length === 0) return { restored: 0, kept: [] };
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update directory.partnerships as partnership
      set since_year = row.since_year, state = row.state, version = partnership.version + 1
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as row (id bigint, version integer, since_year integer, state text)
      where partnership.id = row.id and partnership.version = row.version
      returning partnership.id`.execute(db);
    const done = new Set(rows.map(({ id }) => id));
    const left = wanted.map(({ id }) => id).filter((id) => !done.has(id));
    const kept =
      left.length === 0
        ? []
        : await named(db).where("partnership.id", "in", left).orderBy("partnership.id").execute();
    return { restored: done.size, kept };
  });
}

/** Takes back the partnerships that an import wrote; those that people changed since are kept and named. */
export async function removeImportedPartnerships(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom("directory.partnerships")
      .where("import_id", "=", importId)
      .where("version", "=", 1)
      .executeTakeFirst();
    const kept = await named(db)
      .where("partnership.import_id", "=", importId)
      .orderBy("partnership.id")
      .execute();
    return { removed: Number(numDeletedRows), kept };
  });
}
