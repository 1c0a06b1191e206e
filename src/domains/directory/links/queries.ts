import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Side } from "./rules.ts";

/** A link as one organisation sees it. */
export interface Link {
  id: number;
  kind: string;
  side: Side;
  other_id: number;
  other: string;
  other_status: string;
  since: string | null;
  until: string | null;
  note: string;
  current: boolean;
  version: number;
}

const seen = (organisationId: number | RawBuilder<number>) => sql`
  select link.id, link.kind, side.side, other.id as other_id, other.name as other, other.status as other_status,
         link.since, link.until, link.note, coalesce(link.until > current_date, true) as current, link.version
  from (
    select id, 'out' as side, to_id as other_id from directory.links where from_id = ${organisationId}
    union all
    select id, 'in', from_id from directory.links where to_id = ${organisationId}
  ) side
  join directory.links link on link.id = side.id
  join directory.organisations other on other.id = side.other_id`;

/** The links of an organisation, from and to it: those that hold first, kind by kind, by name. */
export async function listLinks(db: Db, organisationId: number): Promise<Link[]> {
  const { rows } = await sql<Link>`${seen(organisationId)}
    order by current desc, link.kind, side.side desc, other.key, link.id`.execute(db);
  return rows;
}

/** One link, as this organisation sees it; undefined when it is not one of its ends. */
export async function findLink(db: Db, id: number, organisationId: number): Promise<Link | undefined> {
  const { rows } =
    await sql<Link>`select * from (${seen(organisationId)}) seen where seen.id = ${id}`.execute(db);
  return rows[0];
}

/** A link as everyone may see it. */
export type ShownLink = Pick<Link, "kind" | "side" | "other_id" | "other">;

/** What everyone may see of the links of a listed organisation: those that hold, with listed organisations. */
export const shownLinks = (organisationId: RawBuilder<number>) => sql<ShownLink>`
  select seen.kind, seen.side, seen.other_id, seen.other from (${seen(organisationId)}) seen
  join directory.public_cards card on card.id = seen.other_id
  where seen.current
  order by seen.kind, seen.side desc, card.key, seen.id`;
