import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Visibility } from "../fields/registry.ts";
import type { Choice, CustomKind } from "./rules.ts";

export interface CustomField {
  id: number;
  code: string;
  label: string;
  help: string;
  kind: CustomKind;
  choices: readonly Choice[];
  visibility: Visibility;
  safe: boolean;
  filter: boolean;
  retired_at: Date | null;
  version: number;
  /** How many cards answer it, archived ones aside. */
  answered: number;
}

/** The fields that the network added, in their order, those in use first, each with how many cards answer it: one pass. */
export async function listCustomFields(db: Db): Promise<CustomField[]> {
  const { rows } = await sql<CustomField>`
    select field.id, field.code, field.label, field.help, field.kind, field.choices, field.visibility, field.safe,
           field.filter, field.retired_at, field.version, coalesce(answers.count, 0)::int as answered
    from directory.custom_fields field
    left join (select code, count(*) from directory.organisations, jsonb_object_keys(custom) code
               where status <> 'archived' and custom <> '{}' group by code) answers on answers.code = field.code
    order by field.retired_at is not null, field.position, field.id`.execute(db);
  return rows;
}

/** One of them; undefined when there is none of this number. */
export async function findCustomField(db: Db, id: number): Promise<CustomField | undefined> {
  return (await listCustomFields(db)).find((field) => field.id === id);
}

export interface Answers {
  code: string;
  /** Each answer with the cards that give it, the most given first; for lists, years, yes or no. */
  each: { answer: string; count: number }[] | null;
  /** For numbers. */
  least: number | null;
  most: number | null;
  average: number | null;
  sum: number | null;
}

/** What the cards answer to each field in use, archived ones aside: one pass over those that answer anything. */
export async function listAnswers(db: Db): Promise<Answers[]> {
  const { rows } = await sql<Answers>`
    with given as (
      select field.code, field.kind, answer.value #>> '{}' as answer
      from directory.organisations organisation
      cross join lateral jsonb_each(organisation.custom) said
      join directory.custom_fields field on field.code = said.key and field.retired_at is null
      cross join lateral jsonb_array_elements(
        case jsonb_typeof(said.value) when 'array' then said.value else jsonb_build_array(said.value) end) answer
      where organisation.status <> 'archived' and organisation.custom <> '{}'
        and field.kind in ('choice', 'choices', 'yes_no', 'year', 'number')
    ), counted as (
      select code, kind, answer, count(*)::int as count from given group by code, kind, answer
    )
    select code,
           json_agg(json_build_object('answer', answer, 'count', count) order by count desc, answer)
             filter (where kind <> 'number') as each,
           min(answer::numeric) filter (where kind = 'number') as least,
           max(answer::numeric) filter (where kind = 'number') as most,
           sum(answer::numeric * count) filter (where kind = 'number') as sum,
           sum(answer::numeric * count) filter (where kind = 'number') / sum(count) as average
    from counted group by code order by code`.execute(db);
  return rows;
}

/** How many cards give each of these answers of a list. */
export async function countAnswers(db: Db, field: CustomField, codes: readonly string[]) {
  const { rows } = await sql<{ code: string; count: number }>`
    select code, count(*)::int as count from unnest(${[...codes]}::text[]) code
    join directory.organisations on custom -> ${field.code} ? code or custom ->> ${field.code} = code
    group by code order by count desc`.execute(db);
  return rows;
}
