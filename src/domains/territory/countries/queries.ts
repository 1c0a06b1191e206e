import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** Every country in the order of its French name, with its subregion of the United Nations. */
export async function listCountries(db: Db) {
  return db
    .selectFrom("territory.shared_countries")
    .select(["code", "name", "subregion", "continent"])
    .$narrowType<{ code: string; name: string }>()
    .orderBy(sql`platform.fold(name)`)
    .execute();
}

/** The countries for a `SelectField`, grouped by subregion of the world. */
export async function countryOptions(db: Db) {
  const countries = await listCountries(db);
  return countries.map(({ code, name, subregion }) => ({
    value: code,
    label: name,
    group: subregion ?? undefined,
  }));
}

/**
 * The country that each word means, by a name that it bears or has borne, or its code; whatever the case and accents.
 * A word that means none is not in the answer.
 */
export async function findCountriesByWord(
  db: Db,
  words: readonly string[],
): Promise<Map<string, { code: string; name: string }>> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; code: string; name: string }>`
    select distinct on (asked.word) asked.word, country.code, country.name
    from unnest(${[...new Set(words)]}::text[]) asked (word)
    join territory.countries country
      on platform.fold(asked.word) = any(country.keys || array[platform.fold(country.name), lower(country.code), lower(country.alpha3)])
    order by asked.word, country.code`.execute(db);
  return new Map(rows.map(({ word, ...country }) => [word, country]));
}

/** Countries for what someone is typing: one of their names begins with it, or a word of it. At most `limit`. */
export async function searchCountries(db: Db, typed: string, limit: number) {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from territory.countries
    where exists (select from unnest(keys || array[platform.fold(name)]) key
                  where ' ' || key like '% ' || nullif(platform.fold(${typed}), '') || '%')
    order by not platform.fold(name) like platform.fold(${typed}) || '%', platform.fold(name) limit ${limit}`.execute(
    db,
  );
  return rows;
}
