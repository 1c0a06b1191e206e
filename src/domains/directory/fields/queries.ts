import { sql } from "kysely";
import { type Db, prepared } from "#platform/db/index.ts";
import type { Goal } from "#ui/goal.tsx";
import { builtInFields, type Field, type FieldKind, type FieldValues, type Visibility } from "./registry.ts";

/** A field added in the settings, as the database holds it. */
export interface CustomField extends Omit<Field, "key" | "expected" | "choices"> {
  code: string;
  choices: { code: string; label: string }[];
}

/** The fields added in the settings and not retired, in their order, as one JSON list. */
export const customFields = sql<CustomField[]>`(
  select coalesce(json_agg(json_build_object('code', code, 'label', label, 'help', help, 'kind', kind, 'choices', choices,
    'visibility', visibility, 'safe', safe, 'filter', filter) order by position, id), '[]')
  from directory.custom_fields where retired_at is null)`;

/** The fields of the record, those built in before those added. */
export const withCustomFields = (custom: readonly CustomField[]): readonly Field[] => [
  ...builtInFields,
  ...custom.map(({ code, ...field }) => ({ ...field, key: `custom.${code}`, expected: false })),
];

/** The fields of the record, built in then added in the settings, in their order; retired ones are left out. */
export async function listFields(db: Db): Promise<readonly Field[]> {
  const { rows } = await sql<{ custom: CustomField[] }>`${prepared} select ${customFields} as custom`.execute(
    db,
  );
  return withCustomFields(rows[0]?.custom ?? []);
}

/** Where a value comes from: the team, the organisation itself, a campaign, a file, a register. */
export interface FactSource {
  source: "staff" | "declared" | "census" | "import" | "rna" | "sirene" | "merge";
  /** The number of the campaign, the import… in its own room. */
  ref?: string;
  /** What it is called: `Recensement 2021`, `adherents-2021.csv`. */
  label?: string;
}

/** What is known of a field beside its value. */
export interface Fact extends Partial<FactSource> {
  on?: string;
  visibility?: Visibility;
}

/** What an organisation's record holds, by field, with the facts beside; undefined when there is no such organisation. */
export async function readRecord(db: Db, organisationId: number) {
  const records = await readRecords(db, [organisationId]);
  return records.get(organisationId);
}

export interface FieldRecord {
  values: FieldValues;
  facts: Record<string, Fact>;
  version: number;
}

/** The same for many organisations, in one statement. */
export async function readRecords(
  db: Db,
  organisationIds: readonly number[],
): Promise<Map<number, FieldRecord>> {
  const columns = builtInFields.map(({ key }) => key).filter((key) => key !== "email" && key !== "phone");
  const firstOf = (kind: string) => sql`(select value from directory.contact_points point
    where point.organisation_id = organisation.id and point.kind = ${kind} order by point.position, point.id limit 1)`;
  const { rows } = await sql<{
    id: number;
    version: number;
    facts: Record<string, Fact>;
    record: FieldValues;
    custom: FieldValues;
    email: string | null;
    phone: string | null;
  }>`
    select organisation.id, organisation.version, organisation.facts, organisation.custom,
           to_jsonb(organisation) as record, ${firstOf("email")} as email, ${firstOf("phone")} as phone
    from directory.organisations organisation
    where organisation.id = any(${[...organisationIds]}::bigint[])`.execute(db);
  return new Map(
    rows.map(({ id, version, facts, record, custom, email, phone }) => [
      id,
      {
        version,
        facts,
        values: {
          ...Object.fromEntries(columns.map((column) => [column, record[column] ?? null])),
          email,
          phone,
          ...Object.fromEntries(Object.entries(custom).map(([code, value]) => [`custom.${code}`, value])),
        },
      },
    ]),
  );
}

/**
 * What the values of one row of organisations are called, as a column of a select that calls the row `organisation`. A
 * public card has no tags.
 */
export const wordsOf = (tags = sql`organisation.tag_ids`) => sql<
  FieldWords & { goals: Goal[] }
>`json_build_object(
  'terms', (select coalesce(json_object_agg(term.id, term.label), '{}') from vocabularies.shared_terms term
            where term.id = any(organisation.sector_ids || organisation.goal_ids || ${tags}
              || array[organisation.actor_type_id, organisation.family_id, organisation.profile_id])),
  'goals', (select coalesce(json_agg(json_build_object('code', term.code, 'label', term.label, 'colour', term.colour)
              order by term.position, term.id), '[]')
            from vocabularies.shared_terms term where term.id = any(organisation.goal_ids)),
  'countries', (select coalesce(json_object_agg(country.code, country.name), '{}')
                from territory.shared_countries country where country.code = any(organisation.country_codes)),
  'communes', (select coalesce(json_object_agg(commune.code, commune.name || ' (' || commune.department_name || ')'), '{}')
               from territory.shared_communes commune where commune.code = organisation.commune_code),
  'departments', (select coalesce(json_object_agg(department.code, department.name), '{}')
                  from territory.shared_departments department where department.code = organisation.department_code))`;

/** What the values of fields are called: terms, countries, communes, départements, by field kind and value. */
export interface FieldWords {
  terms: Record<string, string>;
  countries: Record<string, string>;
  communes: Record<string, string>;
  departments: Record<string, string>;
}

/** Looks up, in one statement, what the terms and places of these values are called. */
export async function findFieldWords(db: Db, all: readonly FieldValues[]): Promise<FieldWords> {
  const gather = (keys: readonly string[]) =>
    [...new Set(all.flatMap((values) => keys.flatMap((key) => [values[key] ?? []].flat())))] as (
      | string
      | number
    )[];
  const keysOf = (...kinds: FieldKind[]) =>
    builtInFields.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  const { rows } = await sql<FieldWords>`
    select (select coalesce(json_object_agg(id, label), '{}') from vocabularies.shared_terms
            where id = any(${gather(keysOf("term", "terms"))}::bigint[])) as terms,
           (select coalesce(json_object_agg(code, name), '{}') from territory.shared_countries
            where code = any(${gather(keysOf("countries"))}::text[])) as countries,
           (select coalesce(json_object_agg(code, name || ' (' || department_name || ')'), '{}')
            from territory.shared_communes where code = any(${gather(keysOf("commune"))}::text[])) as communes,
           (select coalesce(json_object_agg(code, name), '{}') from territory.shared_departments
            where code = any(${gather(keysOf("department"))}::text[])) as departments`.execute(db);
  return rows[0] ?? { terms: {}, countries: {}, communes: {}, departments: {} };
}
