import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** The lists of controlled words, in their order, with how many terms are in use. */
export async function listLists(db: Db) {
  return lists(db).orderBy("list.position").orderBy("list.id").execute();
}
export type VocabularyList = Awaited<ReturnType<typeof listLists>>[number];

export async function findList(db: Db, id: string): Promise<VocabularyList | undefined> {
  return lists(db).where("list.id", "=", id).executeTakeFirst();
}

const lists = (db: Db) =>
  db.selectFrom("vocabularies.lists as list").select([
    "list.id",
    "list.label",
    "list.description",
    "list.version",
    "list.updated_at",
    "list.parent_list_id",
    sql<number>`(select count(*) from vocabularies.terms term
        where term.list_id = list.id and term.retired_at is null)`.as("terms"),
  ]);

/** What changed in a list, the latest version first. */
export async function listVersions(db: Db, listId: string, limit = 100) {
  return db
    .selectFrom("vocabularies.versions")
    .select(["version", "note", "created_at"])
    .where("list_id", "=", listId)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
}
export type Version = Awaited<ReturnType<typeof listVersions>>[number];

/** A term as a version of its list said it. */
export interface PastTerm {
  code: string;
  label: string;
  description: string;
  synonyms: string[];
  colour: string | null;
  /** Code of its parent. */
  parent: string | null;
  retired: boolean;
}

/** What a list said at one version; undefined when it has none of that number. */
export async function findVersion(db: Db, listId: string, version: number) {
  const row = await db
    .selectFrom("vocabularies.versions")
    .select(["version", "note", "created_at", "terms"])
    .where("list_id", "=", listId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && { ...row, terms: row.terms as unknown as PastTerm[] };
}
