import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { none, pageSize, type Question } from "./input.ts";
import { countPeople, type Group, type PeopleCounts } from "./rules.ts";

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

export interface PeopleList extends PeopleCounts {
  rows: ListedPerson[];
  /** How many the nightly job found without contact for three years. */
  to_review: number;
  organisation: string | null;
}

type Condition = RawBuilder<SqlBool>;

/** A role that is held today: the day of its end, it is over. */
const held = sql<SqlBool>`(role.until is null or role.until > current_date)`;

/** Each word typed begins a word of the name, without accents; a word with @ begins a courriel. */
function says(words: string): Condition[] {
  const text = words.trim().toLowerCase();
  if (text.includes("@"))
    return [
      sql`listed.person_id in (select point.person_id from directory.contact_points point where point.kind = 'email'
        and point.person_id is not null and lower(point.value) like ${`${text.replace(/[\\%_]/g, "\\$&")}%`})`,
    ];
  return fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word) => sql`(listed.key like ${`${word}%`} or listed.key like ${`% ${word}%`})`);
}

const states = { effacees: "erased", archivees: "archived" } as const;

/** Those among whom the filters choose: their state, the words, their organisation, what the night found. */
function scope(asked: Question): Condition {
  const state = asked.etat ? states[asked.etat] : "active";
  return and([
    sql`listed.state = ${state}`,
    ...says(asked.q ?? ""),
    ...(asked.conservation ? [sql<SqlBool>`listed.review`] : []),
    ...(asked.organisation
      ? [
          sql<SqlBool>`listed.person_id in (select role.person_id from directory.roles role
            where role.organisation_id = ${asked.organisation} and ${held})`,
        ]
      : []),
  ]);
}

/** The filters that count each other's values. */
const filters = ({ fonction, consentement, langue }: Question): Condition[] => [
  ...(fonction === none ? [sql<SqlBool>`listed.role_kinds = '{}'`] : []),
  ...(fonction && fonction !== none ? [sql<SqlBool>`${fonction} = any(listed.role_kinds)`] : []),
  ...(consentement ? [sql<SqlBool>`${purposeOf(consentement)} = any(listed.purpose_ids)`] : []),
  ...(langue ? [sql<SqlBool>`listed.language = ${langue}`] : []),
];

const purposeOf = (code: string) =>
  sql`(select id from vocabularies.shared_terms where list_id = 'consent_purposes' and code = ${code})`;

const and = (conditions: readonly Condition[]) => sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

const answering = (asked: Question) => and([scope(asked), ...filters(asked)]);

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
   where role.person_id = person.id and ${held}) as roles`;

/**
 * A page of the people asked for, their exact total, and what each filter would give, the others kept: one statement, one
 * pass over those whom the words find. The fifty of the page are chosen first, and only they are looked up.
 */
export async function listPeople(db: Db, asked: Question): Promise<PeopleList> {
  const { rows } = await sql<Omit<PeopleList, keyof PeopleCounts> & { groups: Group[]; purposes: Purpose[] }>`
    with page as materialized (
      select listed.person_id, row_number() over (order by ${order(asked)}) as place
      from directory.people_index listed where ${answering(asked)}
      order by ${order(asked)} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}
    )
    select
      (select coalesce(jsonb_agg(line order by line.place), '[]') from (
        select ${shown}, page.place from page join directory.people person on person.id = page.person_id) line) as rows,
      (select coalesce(jsonb_agg(line), '[]') from (
        select listed.language, listed.role_kinds, listed.purpose_ids, count(*)::int as count
        from directory.people_index listed where ${scope(asked)} group by 1, 2, 3) line) as groups,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'label', label) order by position), '[]')
       from vocabularies.shared_terms where list_id = 'consent_purposes') as purposes,
      (select count(*)::int from directory.people_index listed where listed.state = 'active' and listed.review) as to_review,
      (select name from directory.organisations where id = ${asked.organisation ?? null}::bigint) as organisation
  `.execute(db);
  const { groups, purposes, ...list } = rows[0] as (typeof rows)[number];
  return { ...list, ...countPeople(groups, purposes, asked) };
}

interface Purpose {
  id: number;
  code: string;
  label: string;
}

function order({ tri = "nom", q }: Question) {
  const direction = sql.raw(tri.startsWith("-") ? "desc" : "asc");
  if (tri === "recent") return sql`listed.created_at desc, listed.person_id desc`;
  // With words to find, an expression: else the planner may read all by name, and test the words of each.
  const name = q ? sql`(listed.key || '')` : sql`listed.key`;
  const byName = sql`${name} ${direction}, listed.person_id ${direction}`;
  return tri.endsWith("contact") ? sql`listed.last_contact_on ${direction} nulls last, ${byName}` : byName;
}

/** All the people asked for, by name, one after the other, for an export. */
export const everyPerson = (db: Db, asked: Question) =>
  inPages(
    db,
    sql<ListedPerson>`select ${shown} from directory.people_index listed
      join directory.people person on person.id = listed.person_id where ${answering(asked)}`,
    { by: ["key", "id"] },
  );
