import { sql } from "kysely";
import { addOrganisations } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Changed, Checked } from "#platform/spreadsheets/import-kind.ts";
import { addMemberships } from "./commands.ts";
import type { MemberWrite } from "./import-check.ts";

/** What a membership was before a file changed its college, and the version that the file left. */
interface Before {
  version: number;
  college_id: number;
}

/** Writes the members of a slice: creates the organisations that are not known, then their memberships. */
export async function writeMembers(
  db: Db,
  author: Author,
  rows: readonly Checked<MemberWrite>[],
  importId: number,
): Promise<Changed[]> {
  const writes = rows.flatMap((row) => (row.outcome === "create" && row.write ? [row.write] : []));
  const strangers = writes.filter((write) => write.organisation_id === undefined);
  const ids = await addOrganisations(
    db,
    author,
    strangers.map((write) => ({ name: write.name, ...write.nature })),
    importId,
  );
  const made = new Map(strangers.map((write, index) => [write, ids[index]]));
  const memberships = writes.flatMap((write) => {
    const organisation_id = write.organisation_id ?? made.get(write);
    return organisation_id === undefined ? [] : [{ ...write.membership, organisation_id }];
  });
  await addMemberships(db, author, memberships, importId);
  return changeColleges(db, author, rows);
}

async function changeColleges(
  db: Db,
  author: Author,
  rows: readonly Checked<MemberWrite>[],
): Promise<Changed[]> {
  const changes = rows.flatMap(({ line, outcome, targetId, write }) =>
    outcome === "change" && targetId && write
      ? [{ line, id: targetId, college_id: write.membership.college_id }]
      : [],
  );
  if (changes.length === 0) return [];
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ line: number; id: number; version: number; before: number }>`
      update membership.memberships as membership
      set college_id = row.college_id, version = membership.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as row (line integer, id bigint, college_id bigint)
      join membership.memberships as old on old.id = row.id
      where membership.id = row.id
      returning row.line, membership.id, membership.version, old.college_id as before`.execute(db);
    return rows.map(({ line, id, version, before }) => ({
      line,
      targetId: id,
      undo: { version, college_id: before } satisfies Before,
    }));
  });
}

/** Puts back the colleges that a file changed, on memberships that nobody changed since. */
export async function restoreColleges(db: Db, author: Author, changed: readonly Changed[]) {
  const wanted = changed.map(({ targetId, undo }) => ({ id: targetId, ...(undo as Before) }));
  if (wanted.length === 0) return { restored: 0, kept: [] };
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update membership.memberships as membership
      set college_id = row.college_id, version = membership.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as row (id bigint, version integer, college_id bigint)
      where membership.id = row.id and membership.version = row.version
      returning membership.id`.execute(db);
    const done = new Set(rows.map((row) => row.id));
    const left = wanted.map((row) => row.id).filter((id) => !done.has(id));
    return { restored: done.size, kept: await namesOf(db, left) };
  });
}

/** Takes back the memberships that an import wrote; those that people changed since are kept and named. */
export async function removeImportedMembers(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom("membership.memberships")
      .where("import_id", "=", importId)
      .where((row) => row.or([row("version", "=", 1), row("removed_at", "is not", null)]))
      .executeTakeFirst();
    const kept = await db
      .selectFrom("membership.memberships")
      .select("id")
      .where("import_id", "=", importId)
      .execute();
    return {
      removed: Number(numDeletedRows),
      kept: await namesOf(
        db,
        kept.map((row) => row.id),
      ),
    };
  });
}

async function namesOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("membership.shared_memberships")
    .select(["id", "organisation as name"])
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
}
