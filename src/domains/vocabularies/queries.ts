import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/**
 * The terms of a list in their order, with their parent when they have one. Retired terms are left out,
 * unless asked for: old records still bear them.
 */
export async function listTerms(db: Db, listId: string, { retired = false } = {}) {
  return terms(db, listId)
    .$if(!retired, (query) => query.where("term.retired_at", "is", null))
    .orderBy("term.position")
    .orderBy("term.id")
    .execute();
}

/**
 * The terms in use of several lists, in the order of the lists then their own, in one statement. `kept`: numbers of retired terms that
 * are wanted all the same, because a record still bears them.
 */
export async function listTermsOf(
  db: Db,
  listIds: readonly string[],
  { kept = [] }: { kept?: readonly number[] } = {},
) {
  return db
    .selectFrom("vocabularies.terms as term")
    .innerJoin("vocabularies.lists as list", "list.id", "term.list_id")
    .leftJoin("vocabularies.terms as parent", "parent.id", "term.parent_id")
    .select(["term.id", "term.list_id", "term.code", "term.label", "term.colour"])
    .select(["list.label as list_label", "parent.label as parent_label"])
    .where("term.list_id", "=", sql<string>`any(${[...listIds]}::text[])`)
    .where(sql<boolean>`(term.retired_at is null or term.id = any(${[...kept]}::bigint[]))`)
    .orderBy("list.position")
    .orderBy("list.id")
    .orderBy("term.position")
    .orderBy("term.id")
    .execute();
}

/** One term, retired or not; undefined when the list has none of that number. */
export async function findTerm(db: Db, listId: string, id: number): Promise<Term | undefined> {
  return terms(db, listId).where("term.id", "=", id).executeTakeFirst();
}

const terms = (db: Db, listId: string) =>
  db
    .selectFrom("vocabularies.terms as term")
    .leftJoin("vocabularies.terms as parent", "parent.id", "term.parent_id")
    .select([
      "term.id",
      "term.list_id",
      "term.code",
      "term.label",
      "term.description",
      "term.position",
      "term.colour",
      "term.synonyms",
      "term.crosswalk",
      "term.retired_at",
      "term.parent_id",
      "parent.code as parent_code",
      "parent.label as parent_label",
    ])
    .where("term.list_id", "=", listId);

export type Term = Awaited<ReturnType<typeof listTerms>>[number];

/**
 * The term of a list that each word means, by its label, its code or a synonym, whatever the case, accents and
 * punctuation, singular or plural. One statement for any number of words; a word that means none is not in the answer.
 * Labels win over synonyms, terms in use over retired ones.
 */
export async function findTermByWord(
  db: Db,
  listId: string,
  words: readonly string[],
): Promise<Map<string, { id: number; code: string; label: string }>> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; id: number; code: string; label: string }>`
    with known as (
      select term.id, term.code, term.label, term.retired_at, way.rank,
             regexp_replace(platform.fold(way.text), 's( |$)', '\\1', 'g') as key
      from vocabularies.terms term
      cross join lateral (
        select term.label as text, 0 as rank union all select term.code, 1
        union all select synonym, 2 from unnest(term.synonyms) synonym
      ) way
      where term.list_id = ${listId}
    )
    select distinct on (asked.word) asked.word, known.id, known.code, known.label
    from unnest(${[...new Set(words)]}::text[]) asked (word)
    join known on known.key = regexp_replace(platform.fold(asked.word), 's( |$)', '\\1', 'g') and known.key <> ''
    order by asked.word, known.retired_at nulls first, known.rank, known.id`.execute(db);
  return new Map(rows.map(({ word, ...term }) => [word, term]));
}

/** The terms of a list for a `SelectField`: the value is the term's number; grouped under their parents. */
export async function termOptions(db: Db, listId: string) {
  const terms = await listTerms(db, listId);
  return terms.map((term) => ({
    value: String(term.id),
    label: term.label,
    group: term.parent_label ?? undefined,
  }));
}
