import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Scope } from "./input.ts";
import { nearest } from "./model/nearest.ts";
import { sourceOf } from "./select.ts";

/** How many names that resemble a word are looked at. */
const mostNames = 300;

/**
 * The words typed, those that nobody says replaced by the nearest of the names that resemble them; undefined when there is
 * nothing to replace. For when the read model does not answer: it knows the words of the presentations too.
 */
export async function findNearestWords(db: Db, scope: Scope, typed: string): Promise<string | undefined> {
  const { rows } = await sql<{ word: string; known: boolean; names: string[] }>`
    with looser as materialized (select set_config('pg_trgm.word_similarity_threshold', '0.45', true))
    select word, exists (select from ${sourceOf(scope)} card where card.search @@ to_tsquery('simple', word || ':*')) as known,
           array(select card.key from ${sourceOf(scope)} card where card.key %> word limit ${mostNames}) as names
    from looser cross join regexp_split_to_table(platform.fold(${typed}), ' ') with ordinality asked (word, place)
    where word <> '' order by place`.execute(db);
  const better = rows.map(({ word, known, names }) => {
    if (known) return word;
    const words = [...new Set(names.flatMap((name) => name.split(" ")))].sort();
    return (
      nearest(word, words, (place) => names.filter((name) => name.includes(words[place] ?? "")).length) ??
      word
    );
  });
  return better.some((word, place) => word !== rows[place]?.word) ? better.join(" ") : undefined;
}
