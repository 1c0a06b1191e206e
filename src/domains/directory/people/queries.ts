import { sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

const contacts = (db: Db) =>
  db
    .selectFrom("directory.contact_points as point")
    .select(["point.id", "point.kind", "point.label", "point.value", "point.visibility"])
    .whereRef("point.person_id", "=", sql.ref("person.id"))
    .orderBy("point.position")
    .orderBy("point.id");

const roles = (db: Db) =>
  db
    .selectFrom("directory.roles as role")
    .innerJoin("directory.organisations as organisation", "organisation.id", "role.organisation_id")
    .select(["role.id", "role.organisation_id", "organisation.name as organisation", "organisation.status"])
    .select(["role.title", "role.kind", "role.since", "role.until", "role.main_contact", "role.visibility"])
    .select(sql<boolean>`coalesce(role.until > current_date, true)`.as("current"))
    .whereRef("role.person_id", "=", sql.ref("person.id"))
    .orderBy(sql`coalesce(role.until > current_date, true)`, "desc")
    .orderBy(sql`coalesce(role.until, role.since)`, (by) => by.desc().nullsLast())
    .orderBy("role.id", "desc");

const consents = (db: Db) =>
  db
    .selectFrom("directory.consents as consent")
    .innerJoin("vocabularies.shared_terms as purpose", "purpose.id", "consent.purpose_id")
    .leftJoin("platform.files as file", "file.id", "consent.proof_file_id")
    .select(["consent.id", "consent.purpose_id", "purpose.label as purpose", "consent.given"])
    .select(["consent.told_on", "consent.origin", "consent.proof", "consent.latest", "file.name as file"])
    .whereRef("consent.person_id", "=", sql.ref("person.id"))
    .orderBy("purpose.position")
    .orderBy("consent.told_on", "desc")
    .orderBy("consent.id", "desc");

/** A person whole: contact points, roles held first, consents purpose by purpose, the account that is theirs. */
export function findPerson(db: Db, id: number) {
  return db
    .selectFrom("directory.people as person")
    .select(["person.id", "person.given_name", "person.family_name", "person.language", "person.notes"])
    .select(["person.origin", "person.last_contact_on", "person.user_id", "person.erased_at"])
    .select(["person.archived_at", "person.review_since", "person.version"])
    .select(["person.created_at", "person.updated_at"])
    .select([
      jsonArrayFrom(contacts(db)).as("contacts"),
      jsonArrayFrom(roles(db)).as("roles"),
      jsonArrayFrom(consents(db)).as("consents"),
      jsonObjectFrom(
        db
          .selectFrom("accounts.shared_accounts as account")
          .select(["account.id", "account.name", "account.email", "account.closed_at"])
          .whereRef("account.id", "=", sql.ref("person.user_id")),
      ).as("account"),
    ])
    .where("person.id", "=", id)
    .executeTakeFirst();
}

export type PersonRecord = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
export type PersonRole = PersonRecord["roles"][number];
export type PersonConsent = PersonRecord["consents"][number];

/** A person in a few words, for those who choose one. */
export interface PersonLine {
  id: number;
  given_name: string;
  family_name: string;
  email: string | null;
  /** Where they act today: `présidente, Adice`. */
  roles: string;
}

const line = sql`person.id, person.given_name, person.family_name,
  (select value from directory.contact_points point where point.person_id = person.id and point.kind = 'email'
   order by position, id limit 1) as email,
  (select coalesce(string_agg(concat_ws(', ', nullif(role.title, ''), organisation.name), ' ; '), '')
   from directory.roles role join directory.organisations organisation on organisation.id = role.organisation_id
   where role.person_id = person.id and coalesce(role.until > current_date, true)) as roles`;

const alive = sql`person.erased_at is null and person.archived_at is null`;

/** At most `limit` people of whom each word typed begins a word of the name, else whose name resembles it. */
export async function suggestPeople(db: Db, typed: string, limit = 8): Promise<PersonLine[]> {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const begins = words.map((word) => sql`(person.key like ${`${word}%`} or person.key like ${`% ${word}%`})`);
  const { rows } = await sql<PersonLine>`
    select ${line} from directory.people person
    where ${sql.join(begins, sql` and `)} and ${alive}
    order by person.key || '', person.id limit ${limit}`.execute(db);
  if (rows.length > 0) return rows;
  const alike = await sql<PersonLine>`
    select ${line} from directory.people person
    where person.key % ${words.join(" ")} and ${alive}
    order by person.key <-> ${words.join(" ")}, person.id limit ${limit}`.execute(db);
  return alike.rows;
}

/** Somebody who may be the one described, and why it is thought so. */
export interface LikelyPerson extends PersonLine {
  reason: "email" | "name" | "likeness";
  archived: boolean;
}

/**
 * The people, archived ones included, who may be the one described: same courriel, same name but for accents, case and the
 * order of its words, or a likeness of 0.6. At most five, the surest first.
 */
export async function findLikelyPeople(
  db: Db,
  told: { given_name: string; family_name: string; email: string | null },
): Promise<LikelyPerson[]> {
  const name = fold(`${told.given_name} ${told.family_name}`);
  const turned = fold(`${told.family_name} ${told.given_name}`);
  const { rows } = await sql<LikelyPerson>`
    with found as (
      select person_id as id, 'email' as reason, 3::real as weight from directory.contact_points
      where kind = 'email' and person_id is not null and lower(value) = ${told.email?.toLowerCase() ?? null}
      union all
      select id, 'name', 2 from directory.people where key in (${name}, ${turned})
      union all
      select id, 'likeness', similarity(key, ${name}) from directory.people
      where key % ${name} and similarity(key, ${name}) >= 0.6
    ), best as (select distinct on (id) id, reason, weight from found order by id, weight desc)
    select ${line}, person.archived_at is not null as archived, best.reason
    from best join directory.people person on person.id = best.id and person.erased_at is null
    order by best.weight desc, person.id limit 5`.execute(db);
  return rows;
}

/** An account that bears this number, for a person to be linked to it. */
export function findAccount(db: Db, id: string) {
  return db
    .selectFrom("accounts.shared_accounts")
    .select(["id", "name", "email"])
    .$narrowType<{ id: string; name: string; email: string }>()
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}

/** The open account whose address is one of the person's, when nobody has it yet. */
export function findAccountByEmail(db: Db, personId: number) {
  return db
    .selectFrom("accounts.shared_accounts as account")
    .innerJoin("directory.contact_points as point", (join) =>
      join.on(sql<boolean>`lower(point.value) = account.email and point.kind = 'email'`),
    )
    .select(["account.id", "account.name", "account.email"])
    .$narrowType<{ id: string; name: string; email: string }>()
    .where("point.person_id", "=", personId)
    .where("account.closed_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("directory.people as other")
            .select("other.id")
            .whereRef("other.user_id", "=", "account.id"),
        ),
      ),
    )
    .executeTakeFirst();
}

/** The only person who has this courriel, by number; null when nobody has it, or several do. */
export async function findPersonByAddress(db: Db, email: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select distinct point.person_id as id from directory.contact_points point
    join directory.people person on person.id = point.person_id and person.erased_at is null
    where point.kind = 'email' and lower(point.value) = ${email.toLowerCase()} limit 2`.execute(db);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
