import { sql } from "kysely";
import type { Author, Db } from "#platform/db/index.ts";
import type { Field } from "../fields/registry.ts";
import type { Choice } from "./rules.ts";

/** The contact points of the loser that the winner has already: they stay with it. */
export async function repeatedContacts(db: Db, winnerId: number, loserId: number): Promise<string[][]> {
  const { rows } = await sql<{ id: number }>`
    select theirs.id from directory.contact_points theirs
    where theirs.organisation_id = ${loserId} and exists (
      select from directory.contact_points mine where mine.organisation_id = ${winnerId}
        and mine.kind = theirs.kind and lower(mine.value) = lower(theirs.value))`.execute(db);
  return rows.map(({ id }) => [String(id)]);
}

/** The main contact of the loser is one no more when the winner has its own; gives back the roles so changed. */
export async function stepDown(db: Db, winnerId: number, loserId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update directory.roles set main_contact = false
    where organisation_id = ${loserId} and main_contact and until is null and exists (
      select from directory.roles mine
      where mine.organisation_id = ${winnerId} and mine.main_contact and mine.until is null)
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Puts the contact points of both in one order, before they are together: the chosen card's first, kind by kind. Gives
 * back where each stood.
 */
export async function orderContacts(
  db: Db,
  { winnerId, loserId, chosen }: { winnerId: number; loserId: number; chosen: (field: Field) => Choice },
  fields: readonly Field[],
): Promise<{ id: number; position: number }[]> {
  const first = (kind: string) => {
    const field = fields.find(({ key }) => key === kind);
    return field && chosen(field) === "loser" ? loserId : winnerId;
  };
  const { rows } = await sql<{ id: number; position: number }>`
    with ordered as (
      select id, position, row_number() over (order by
        case when organisation_id = case kind when 'email' then ${first("email")}::bigint
          when 'phone' then ${first("phone")}::bigint else ${winnerId}::bigint end then 0 else 1 end,
        position, id) - 1 as place
      from directory.contact_points where organisation_id in (${winnerId}, ${loserId})
    ), moved as (
      update directory.contact_points point set position = ordered.place
      from ordered where point.id = ordered.id and ordered.place <> ordered.position
    )
    select id, position from ordered where place <> position`.execute(db);
  return rows;
}

/** What was said to be another organisation than the loser is another than the winner; gives back what was added. */
export async function carryApart(
  db: Db,
  author: Author,
  winnerId: number,
  loserId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into directory.told_apart (a_id, b_id, told_by)
    select least(${winnerId}::bigint, other), greatest(${winnerId}::bigint, other), ${author.accountId}::uuid
    from (select case when a_id = ${loserId} then b_id else a_id end as other from directory.told_apart
          where ${loserId} in (a_id, b_id)) told
    where other <> ${winnerId}
    on conflict (a_id, b_id) do nothing
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}
