import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { none, pageSize, type Question } from "./input.ts";

export interface ListedPerson {
  id: number;
  given_name: string;
  family_name: string;
  key: string;
  language: string;
  last_contact_on: string | null;
  archived: boolean;
  erased_at: string | null;
  email: string | null;
  phone: string | null;
  roles: { organisation_id: number; organisation: string; title: string; kind: string }[];
}

export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

export interface PeopleList {
  rows: ListedPerson[];
  total: number;
  /** How many the nightly job found without contact for three years. */
  to_review: number;
  roles: FacetCount[];
  without_role: number;
  purposes: FacetCount[];
  languages: FacetCount[];
  organisation: string | null;
}

type Condition = RawBuilder<SqlBool>;
type Filter = "organisation" | "fonction" | "consentement" | "langue";

/** A role that is held today. */
export const held = (role: string): Condition =>
  sql`(${sql.ref(`${role}.until`)} is null or ${sql.ref(`${role}.until`)} >= current_date)`;

/** Each word typed begins a word of the name, without accents; a word with @ begins a courriel. */
function says(words: string): Condition[] {
  const text = words.trim().toLowerCase();
  if (text.includes("@"))
    return [
      sql`exists (select from directory.contact_points point where point.person_id = person.id and point.kind = 'email'
        and lower(point.value) like ${`${text.replace(/[\\%_]/g, "\\$&")}%`})`,
    ];
  return fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word) => sql`(person.key like ${`${word}%`} or person.key like ${`% ${word}%`})`);
}

function conditions(asked: Question, except?: Filter): Condition {
  const filters: Record<Filter, Condition | false | undefined | "" | 0> = {
    organisation:
      asked.organisation &&
      sql`exists (select from directory.roles role where role.person_id = person.id
        and role.organisation_id = ${asked.organisation} and ${held("role")})`,
    fonction: asked.fonction && ofKind(asked.fonction),
    consentement:
      asked.consentement &&
      sql`exists (select from directory.consents consent where consent.person_id = person.id and consent.latest
        and consent.given and consent.purpose_id = (select id from vocabularies.shared_terms
          where list_id = 'consent_purposes' and code = ${asked.consentement}))`,
    langue: asked.langue && sql`person.language = ${asked.langue}`,
  };
  const chosen = Object.entries(filters).flatMap(([name, filter]) =>
    filter && name !== except ? [filter] : [],
  );
  const review = asked.conservation ? [sql<SqlBool>`person.review_since is not null`] : [];
  return sql`(${sql.join([state(asked), ...says(asked.q ?? ""), ...chosen, ...review], sql` and `)})`;
}

const ofKind = (kind: string): Condition =>
  kind === none
    ? sql`not exists (select from directory.roles role where role.person_id = person.id and ${held("role")})`
    : sql`exists (select from directory.roles role where role.person_id = person.id and role.kind = ${kind}
        and ${held("role")})`;

/** Those put away and those erased are asked for by name; the list is otherwise of the others. */
function state(asked: Question): Condition {
  if (asked.etat === "effacees") return sql`person.erased_at is not null`;
  if (asked.etat === "archivees") return sql`person.archived_at is not null and person.erased_at is null`;
  return sql`person.erased_at is null and person.archived_at is null`;
}

const shown = sql`
  person.id, person.given_name, person.family_name, person.key, person.language, person.last_contact_on,
  person.archived_at is not null as archived, person.erased_at,
  (select value from directory.contact_points point where point.person_id = person.id and point.kind = 'email'
   order by position, id limit 1) as email,
  (select value from directory.contact_points point where point.person_id = person.id and point.kind = 'phone'
   order by position, id limit 1) as phone,
  (select coalesce(jsonb_agg(jsonb_build_object('organisation_id', role.organisation_id, 'organisation', organisation.name,
     'title', role.title, 'kind', role.kind) order by role.main_contact desc, role.id), '[]')
   from directory.roles role join directory.organisations organisation on organisation.id = role.organisation_id
   where role.person_id = person.id and ${held("role")}) as roles`;

/**
 * A page of the people asked for, their exact total, and what each filter would give, the others kept: one statement. The
 * fifty of the page are chosen first, and only they are looked up.
 */
export async function listPeople(db: Db, asked: Question): Promise<PeopleList> {
  const where = conditions(asked);
  const { rows } = await sql<PeopleList>`
    with page as materialized (
      select person.id, row_number() over (order by ${order(asked)}) as place
      from directory.people person where ${where}
      order by ${order(asked)} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}
    )
    select
      (select coalesce(jsonb_agg(line order by line.place), '[]') from (
        select ${shown}, page.place from page join directory.people person on person.id = page.id) line) as rows,
      (select count(*)::int from directory.people person where ${where}) as total,
      (select count(*)::int from directory.people where review_since is not null) as to_review,
      (select coalesce(jsonb_agg(line), '[]') from (
        select holder.kind as value, '' as label, count(*)::int as count from (
          select distinct role.kind, role.person_id from directory.roles role where ${held("role")}) holder
        join directory.people person on person.id = holder.person_id
        where ${conditions(asked, "fonction")} group by 1) line) as roles,
      (select count(*)::int from directory.people person
       where ${conditions(asked, "fonction")} and ${ofKind(none)}) as without_role,
      (select coalesce(jsonb_agg(line), '[]') from (
        select term.code as value, term.label, counted.count from (
          select consent.purpose_id, count(*)::int as count from directory.consents consent
          join directory.people person on person.id = consent.person_id
          where consent.latest and consent.given and ${conditions(asked, "consentement")} group by 1) counted
        join vocabularies.shared_terms term on term.id = counted.purpose_id order by term.position) line) as purposes,
      (select coalesce(jsonb_agg(line), '[]') from (
        select person.language as value, '' as label, count(*)::int as count from directory.people person
        where ${conditions(asked, "langue")} group by 1 order by 3 desc) line) as languages,
      (select name from directory.organisations where id = ${asked.organisation ?? null}::bigint) as organisation
  `.execute(db);
  return rows[0] as PeopleList;
}

function order({ tri = "nom", q }: Question) {
  const direction = sql.raw(tri.startsWith("-") ? "desc" : "asc");
  if (tri === "recent") return sql`person.created_at desc, person.id desc`;
  // With words to find, an expression: else the planner may read all by name, and test the words of each.
  const name = q ? sql`(person.key || '')` : sql`person.key`;
  const byName = sql`${name} ${direction}, person.id ${direction}`;
  return tri.endsWith("contact") ? sql`person.last_contact_on ${direction} nulls last, ${byName}` : byName;
}

/** All the people asked for, by name, one after the other, for an export. */
export function everyPerson(db: Db, asked: Question) {
  return inPages(
    db,
    sql<ListedPerson>`select ${shown} from directory.people person where ${conditions(asked)}`,
    { by: ["key", "id"] },
  );
}
