import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { nameKeys } from "./rules.names.ts";

/** `among`: acts for one of the organisations said; `alone`: the only one so named in the directory. */
export interface PersonMatch {
  id: number;
  name: string;
  why: "among" | "alone";
}

/**
 * Finds the people that full names mean, in one statement: the one so named who acts for one of these organisations, else
 * the only one so named in the directory, whichever order the words are in. A name that several bear is in no answer: it
 * stays as typed. Those archived or erased are nobody.
 */
export async function matchPeople(
  db: Db,
  names: readonly string[],
  organisationIds: readonly number[],
): Promise<Map<string, PersonMatch>> {
  const asked = names.flatMap((typed) => nameKeys(typed).map((key) => ({ typed, key })));
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ typed: string; id: number; name: string; why: PersonMatch["why"] }>`
    with asked as (
      select distinct typed, key from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row (typed text, key text)
    ), named as (
      select distinct asked.typed, person.id, trim(person.given_name || ' ' || person.family_name) as name,
             exists (select from directory.roles role
                     where role.person_id = person.id and (role.until is null or role.until > current_date)
                       and role.organisation_id = any(${[...organisationIds]}::bigint[])) as acts
      from asked join directory.people person on person.key = asked.key
      where person.erased_at is null and person.archived_at is null
    ), counted as (
      select *, count(*) over (partition by typed) as all_named,
             count(*) filter (where acts) over (partition by typed) as acting
      from named
    )
    select typed, id, name, case when acts then 'among' else 'alone' end as why from counted
    where case when acting > 0 then acting = 1 and acts else all_named = 1 end`.execute(db);
  return new Map(rows.map(({ typed, ...match }) => [typed, match]));
}

/** Whom an address of mail is known to be, and the organisations that it speaks for. */
export interface Correspondent {
  person: { id: number; name: string } | null;
  /** `person`: they act for it; `address`: it is its own; `domain`: it shares the domain of its mail or of its site. */
  organisations: { id: number; name: string; why: "person" | "address" | "domain" }[];
}

/** Services of mail and sites that many share: their domain says nothing of whose it is. */
const sharedDomains =
  /(^|\.)(gmail|googlemail|google|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|orange|wanadoo|free|sfr|neuf|laposte|bbox|numericable|protonmail|proton|pm|gmx|mailo|zoho|wordpress|wixsite|facebook|helloasso|gouv|ac-lille|ac-amiens)\.(com|fr|net|org|io|me|ch|eu|be|uk|co\.uk)$/;

/**
 * Who these addresses are, in one statement for any number. A domain that several organisations share speaks for none of them; one of a mail
 * service neither. Those archived are left out.
 */
export async function findCorrespondents(
  db: Db,
  emails: readonly string[],
): Promise<Map<string, Correspondent>> {
  const asked = [...new Set(emails.map((email) => email.trim().toLowerCase()))]
    .filter((email) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    .map((email) => {
      const domain = email.slice(email.indexOf("@") + 1).replace(/^www\./, "");
      return { email, domain: sharedDomains.test(domain) ? null : domain };
    });
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ email: string } & Correspondent>`
    with asked as (
      select email, domain from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row (email text, domain text)
    ), persons as (
      select distinct on (asked.email) asked.email, person.id, trim(person.given_name || ' ' || person.family_name) as name
      from asked
      join directory.contact_points point on point.kind = 'email' and lower(point.value) = asked.email
      join directory.people person on person.id = point.person_id
      where person.erased_at is null and person.archived_at is null
      order by asked.email, person.id
    ), domains as (
      select domain, organisation_id from (
        select asked.domain, coalesce(point.organisation_id, role.organisation_id) as organisation_id
        from asked
        join directory.contact_points point on point.kind = 'email' and split_part(lower(point.value), '@', 2) = asked.domain
        left join directory.roles role on role.person_id = point.person_id
          and (role.until is null or role.until > current_date)
        union
        select asked.domain, organisation.id from asked
        join directory.organisations organisation
          on organisation.website <> '' and directory.host_of(organisation.website) = asked.domain
      ) held
      join directory.organisations live on live.id = held.organisation_id and live.status <> 'archived'
    ), found as (
      select persons.email, role.organisation_id, 1 as rank, 'person' as why
      from persons join directory.roles role on role.person_id = persons.id
        and (role.until is null or role.until > current_date)
      union all
      select asked.email, point.organisation_id, 2, 'address' from asked
      join directory.contact_points point on point.kind = 'email' and lower(point.value) = asked.email
      where point.organisation_id is not null
      union all
      select asked.email, min(domains.organisation_id), 3, 'domain' from asked
      join domains on domains.domain = asked.domain
      group by asked.email having count(distinct domains.organisation_id) = 1
    ), best as (
      select distinct on (found.email, found.organisation_id) found.email, found.why, organisation.id, organisation.name
      from found join directory.organisations organisation on organisation.id = found.organisation_id
      where organisation.status <> 'archived'
      order by found.email, found.organisation_id, found.rank
    )
    select asked.email,
           (select jsonb_build_object('id', persons.id, 'name', persons.name) from persons
            where persons.email = asked.email) as person,
           (select coalesce(jsonb_agg(jsonb_build_object('id', best.id, 'name', best.name, 'why', best.why) order by best.id), '[]')
            from best where best.email = asked.email) as organisations
    from asked`.execute(db);
  return new Map(rows.map(({ email, ...known }) => [email, known]));
}
