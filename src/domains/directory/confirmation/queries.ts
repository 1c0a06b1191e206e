import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { pageSize } from "./rules.ts";

export interface CardToConfirm {
  id: number;
  name: string;
  actor_type: string | null;
  commune: string | null;
  department: string | null;
  confirmed_on: Day | null;
  /** The day it was confirmed, else added. */
  since: Day;
  /** To whom to write: the main contact's name, and the best address and number that are known. */
  contact: string | null;
  email: string | null;
  phone: string | null;
}

/** The day a card was confirmed, else added: the expression of an index. */
const since = sql`coalesce(organisation.confirmed_on, (organisation.created_at at time zone 'Europe/Paris')::date)`;

const toConfirm = (before: Day) => sql`organisation.status = 'published' and ${since} < ${before}::date`;

const pointOf = (kind: string) => sql`(
  select point.value from directory.contact_points point
  where point.kind = ${kind} and (point.person_id = main.person_id or point.organisation_id = organisation.id)
  order by point.person_id is null, point.position, point.id limit 1)`;

/** What the list says of cards, from `chosen`: the rows of `directory.organisations` to say it of. */
const shown = (chosen: ReturnType<typeof sql>) => sql<CardToConfirm>`
  select organisation.id, organisation.name, known.actor_type, known.commune, known.department,
         organisation.confirmed_on, ${since} as since,
         nullif(trim(person.given_name || ' ' || person.family_name), '') as contact,
         ${pointOf("email")} as email, ${pointOf("phone")} as phone
  from (${chosen}) organisation
  join directory.shared_organisations known on known.id = organisation.id
  left join directory.roles main
    on main.organisation_id = organisation.id and main.main_contact and main.until is null
  left join directory.people person on person.id = main.person_id`;

/** A page of the cards confirmed before this day, or never since they were added before it; the oldest first. */
export async function listToConfirm(db: Db, before: Day, page: number) {
  const chosen = sql`
    select organisation.* from directory.organisations organisation where ${toConfirm(before)}
    order by ${since}, organisation.id limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const { rows } = await sql<{ total: number; rows: CardToConfirm[] }>`
    select (select count(*)::int from directory.organisations organisation where ${toConfirm(before)}) as total,
           (select coalesce(json_agg(listed order by listed.since, listed.id), '[]') from (${shown(chosen)}) listed) as rows`.execute(
    db,
  );
  return rows[0] ?? { total: 0, rows: [] };
}

/** All of them, for an export. */
export const everyToConfirm = (db: Db, before: Day) =>
  inPages(
    db,
    shown(sql`select organisation.* from directory.organisations organisation where ${toConfirm(before)}`),
    { by: ["since", "id"] },
  );
