import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { OrganisationName } from "./queries.ts";

/** The most words of a name that is looked for inside a text. */
const longest = 7;

/** Every run of words of a text, folded: what may be a name said in the middle of it. */
export function namesWithin(text: string): string[] {
  const words = fold(text).split(" ").filter(Boolean).slice(0, 40);
  const runs = words.flatMap((_, from) =>
    Array.from({ length: Math.min(longest, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).join(" "),
    ),
  );
  return [...new Set(runs)];
}

/**
 * The organisations that texts name, in one statement: those whose name, whole, or another spelling is said in the text, or
 * whose acronym is written in capitals. A name of one word of less than four letters, or that several bear, is not taken.
 */
export async function findNamed(db: Db, texts: readonly string[]): Promise<Map<string, OrganisationName[]>> {
  const asked = [...new Set(texts)].flatMap((text) => {
    const capitals = new Set((text.match(/\b\p{Lu}[\p{Lu}\d.&-]{1,11}\b/gu) ?? []).map(fold));
    return namesWithin(text).map((key) => ({ text, key, acronym: capitals.has(key) }));
  });
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ text: string; organisations: OrganisationName[] }>`
    with asked as (
      select text, key, acronym from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row (text text, key text, acronym boolean)
    ), wanted as (
      select distinct key, acronym from asked where length(key) >= 4 or acronym
    ), named as (
      select wanted.key, organisation.id from wanted
      join directory.organisations organisation on organisation.key = wanted.key and length(wanted.key) >= 4
      union
      select wanted.key, organisation.id from wanted
      join directory.organisations organisation on organisation.acronym_key = wanted.key and wanted.acronym
      union
      select wanted.key, spelling.organisation_id from wanted
      join directory.names spelling on spelling.key = wanted.key and length(wanted.key) >= 4
    ), alone as (
      select named.key, min(named.id) as id from named
      join directory.organisations live on live.id = named.id and live.status <> 'archived'
      group by named.key having count(*) = 1
    )
    select said.text, jsonb_agg(jsonb_build_object('id', organisation.id, 'name', organisation.name) order by organisation.id) as organisations
    from (select distinct asked.text, alone.id from asked join alone on alone.key = asked.key) said
    join directory.organisations organisation on organisation.id = said.id
    group by said.text`.execute(db);
  return new Map(rows.map(({ text, organisations }) => [text, organisations]));
}
