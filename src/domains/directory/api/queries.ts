import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { OrganisationsQuestion } from "./input.ts";

interface Term {
  code: string;
  label: string;
}

/** A public card as programs read it, but for its addresses. */
export interface OpenOrganisation {
  id: number;
  name: string;
  acronym: string | null;
  type: Term | null;
  family: Term | null;
  description: string | null;
  website: string | null;
  rna: string | null;
  siren: string | null;
  siret: string | null;
  uai: string | null;
  legal_form: string | null;
  founded_year: number | null;
  address: string | null;
  postal_code: string | null;
  commune: Term | null;
  department: Term | null;
  epci_code: string | null;
  longitude: number | null;
  latitude: number | null;
  sectors: Term[];
  goals: Term[];
  countries: Term[];
  contact_points: { kind: string; label: string; value: string }[];
  logo_file_id: string | null;
  custom: Record<string, unknown>;
  confirmed_on: string | null;
  updated_at: string;
}

/** The terms of a column of numbers, in the order of their list. */
const termsOf = (column: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(json_build_object('code', term.code, 'label', term.label) order by term.position, term.id), '[]')
  from vocabularies.shared_terms term where term.id = any(${column}))`;

const termOf = (table: string) =>
  sql`case when ${sql.ref(`${table}.code`)} is not null
    then json_build_object('code', ${sql.ref(`${table}.code`)}, 'label', ${sql.ref(`${table}.label`)}) end`;

/** What a program reads of these cards, in the order of their numbers; `chosen` gives the numbers. */
const opened = (chosen: RawBuilder<unknown>) => sql<OpenOrganisation>`
  select card.id, card.name, nullif(card.acronym, '') as acronym, ${termOf("type")} as type, ${termOf("family")} as family,
         nullif(card.description, '') as description, nullif(card.website, '') as website, card.rna, card.siren, card.siret,
         card.uai, nullif(card.legal_form, '') as legal_form, card.founded_year, nullif(card.address, '') as address,
         nullif(card.postal_code, '') as postal_code,
         case when commune.code is not null then json_build_object('code', commune.code, 'label', commune.name) end as commune,
         case when department.code is not null
           then json_build_object('code', department.code, 'label', department.name) end as department,
         card.counted_epci_code as epci_code, coalesce(card.longitude, commune.longitude) as longitude,
         coalesce(card.latitude, commune.latitude) as latitude,
         ${termsOf(sql.ref("card.sector_ids"))} as sectors, ${termsOf(sql.ref("card.goal_ids"))} as goals,
         (select coalesce(json_agg(json_build_object('code', country.code, 'label', country.name) order by country.code), '[]')
          from territory.shared_countries country where country.code = any(card.country_codes)) as countries,
         (select coalesce(json_agg(json_build_object('kind', point.kind, 'label', point.label, 'value', point.value)
            order by point.position, point.id), '[]')
          from directory.contact_points point
          where point.organisation_id = card.id and point.visibility = 'public') as contact_points,
         card.logo_file_id, card.custom, card.confirmed_on,
         to_char(card.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at
  from directory.public_cards card
  left join vocabularies.shared_terms type on type.id = card.actor_type_id
  left join vocabularies.shared_terms family on family.id = card.counted_family_id
  left join territory.shared_communes commune on commune.code = card.commune_code
  left join territory.shared_departments department on department.code = card.counted_department_code
  where card.id = any(array(${chosen}))
  order by card.id`;

/** One public card; undefined unless it is listed and published. */
export async function findOpenOrganisation(db: Db, id: number): Promise<OpenOrganisation | undefined> {
  return (await opened(sql`select ${id}::bigint`).execute(db)).rows[0];
}

/** A page of the public cards that answer, by number; with the first page, how many do in all. */
export async function listOpenOrganisations(db: Db, asked: OrganisationsQuestion) {
  const answering = sql<SqlBool>`${sql.join(conditionsOf(asked), sql` and `)}`;
  const chosen = sql`select card.id from directory.public_cards card
    where card.id > ${asked.after} and ${answering} order by card.id limit ${asked.limit}`;
  const counted = sql`(select count(*)::int from directory.public_cards card where ${answering})`;
  const { rows } = await sql<{ total: number | null; organisations: OpenOrganisation[] }>`
    select ${asked.after === 0 ? counted : sql`null::int`} as total,
           (select coalesce(json_agg(one order by one.id), '[]') from (${opened(chosen)}) one) as organisations`.execute(
    db,
  );
  return rows[0] ?? { total: 0, organisations: [] };
}

const termId = (list: string, code: string) =>
  sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${code})`;

function conditionsOf(asked: OrganisationsQuestion): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [sql`true`];
  if (asked.q)
    given.push(sql`card.search @@
      to_tsquery('simple', replace(nullif(platform.fold(${asked.q}), ''), ' ', ':* & ') || ':*')`);
  if (asked.departement) given.push(sql`card.counted_department_code = ${asked.departement}`);
  if (asked.type) given.push(sql`card.actor_type_id = ${termId("actor_types", asked.type)}`);
  if (asked.famille) given.push(sql`card.counted_family_id = ${termId("actor_families", asked.famille)}`);
  if (asked.secteur) given.push(sql`card.sector_ids @> array[${termId("sectors", asked.secteur)}]`);
  if (asked.odd) given.push(sql`card.goal_ids @> array[${termId("odd", String(asked.odd))}]`);
  if (asked.pays) given.push(sql`card.country_codes @> array[${asked.pays}::text]`);
  if (asked.updated_since) given.push(sql`card.updated_at >= ${asked.updated_since}::timestamptz`);
  return given;
}
