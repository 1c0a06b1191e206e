import { type RawBuilder, sql } from "kysely";

/** The column that a value is drawn from: the row's number, or that of the row it resembles. */
type Seed = "n" | "like_n";

/** A number from 0 to `below` - 1: the same row is always given the same one, whatever the plan. */
export const drawn = (salt: number, below: number, seed: Seed): RawBuilder<number> =>
  sql<number>`abs(hashint8extended(${sql.ref(seed)}, ${sql.lit(salt)}) % ${sql.lit(below)})::int`;

/** These values as an array in the statement itself. */
const arrayOf = (values: readonly (string | number)[], type: "text" | "bigint") =>
  sql`${sql.lit(`{${values.map((value) => JSON.stringify(value)).join(",")}}`)}::${sql.raw(type)}[]`;

/** One of these words. */
export const oneOf = (words: readonly string[], salt: number, seed: Seed): RawBuilder<string> =>
  sql<string>`(${arrayOf(words, "text")})[1 + ${drawn(salt, words.length, seed)}]`;

/** Up to three of these values, in order and without repetition. */
export const someOf = (values: readonly (string | number)[], type: "text" | "bigint", salt: number) =>
  sql`coalesce((select array_agg(distinct (${arrayOf(values, type)})[1 + abs(hashint8extended(n * 4 + which, ${sql.lit(salt)}) % ${sql.lit(values.length)})])
    from generate_series(1, ${drawn(salt, 4, "n")}) which), '{}')`;

/** Each value as often as its weight. */
export const weighted = <Value extends { weight: number }>(values: readonly Value[]): Value[] =>
  values.flatMap((value) => Array.from({ length: value.weight }, () => value));
