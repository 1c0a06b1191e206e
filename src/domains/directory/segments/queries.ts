import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Criterion } from "#platform/criterion.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { conditionOf } from "./condition.ts";
import { customCriteria } from "./criteria.custom.ts";
import type { Definition } from "./definition.ts";
import { findLabels } from "./labels.ts";
import { type Criteria, sentence } from "./rules.ts";
import { followingYears } from "./rules.years.ts";

/** The criteria of the rooms (`services.criteria`) and one for each field that the network added to the record. */
export async function listCriteria(db: Db, ofRooms: readonly Criterion[]): Promise<Criteria> {
  const known = [...ofRooms, ...(await customCriteria(db))];
  const year = yearOf(dayInParis(new Date()));
  return new Map(known.map((criterion) => [criterion.id, followingYears(criterion, year)]));
}

/**
 * That the organisation of this number is in the segment: for the `where` of any statement. Nobody is in a segment one of
 * whose criteria no longer exists. Archived organisations are left out, unless a criterion asks for them.
 */
export async function segmentCondition(
  db: Db,
  ofRooms: readonly Criterion[],
  definition: Definition,
  organisationId: RawBuilder<number>,
): Promise<RawBuilder<SqlBool>> {
  const inside = conditionOf(await listCriteria(db, ofRooms), definition);
  return sql<SqlBool>`${organisationId} in (
    select organisation.id from directory.organisations as organisation where ${inside})`;
}

/** How many organisations are in the segment now. */
export async function countSegment(
  db: Db,
  ofRooms: readonly Criterion[],
  definition: Definition,
): Promise<number> {
  const inside = conditionOf(await listCriteria(db, ofRooms), definition);
  const { rows } = await sql<{ count: number }>`
    select count(*) from directory.organisations as organisation where ${inside}`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface SegmentMember {
  id: number;
  name: string;
  /** Its name as the list orders it. */
  key: string;
  commune: string | null;
  department: string | null;
}

/** The organisations of a segment by name, `limit` of them after the one given (the last of the page before). */
export async function listSegmentOrganisations(
  db: Db,
  ofRooms: readonly Criterion[],
  definition: Definition,
  { after, limit = 100 }: { after?: Pick<SegmentMember, "key" | "id">; limit?: number } = {},
): Promise<SegmentMember[]> {
  const inside = conditionOf(await listCriteria(db, ofRooms), definition);
  const { rows } = await membersOf(inside, { after, limit }).execute(db);
  return rows;
}

/** A page of those who answer a condition over the row `organisation`. */
export function membersOf(
  inside: RawBuilder<SqlBool>,
  { after, limit }: { after?: Pick<SegmentMember, "key" | "id"> | undefined; limit: number },
) {
  const beyond = after ? sql`and (organisation.key, organisation.id) > (${after.key}, ${after.id})` : sql``;
  return sql<SegmentMember>`
    select page.id, page.name, page.key, commune.name as commune, department.name as department
    from (select organisation.* from directory.organisations as organisation
          where ${inside} ${beyond} order by organisation.key, organisation.id limit ${limit}) page
    left join territory.shared_communes commune on commune.code = page.commune_code
    left join territory.shared_departments department on department.code = page.counted_department_code
    order by page.key, page.id`;
}

/** The segment as a French noun phrase, without a capital: *les associations de la Somme membres en 2021*. */
export async function sentenceOf(
  db: Db,
  ofRooms: readonly Criterion[],
  definition: Definition,
): Promise<string> {
  const criteria = await listCriteria(db, ofRooms);
  return sentence(criteria, definition, await findLabels(db, criteria, definition));
}
