import { type RawBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { pageSize, type Question } from "./input.ts";

/** The members that answer the question, in one college when it says so. */
function asking(db: Db, year: number, asked: Question) {
  return db
    .selectFrom("membership.shared_memberships as membership")
    .innerJoin(
      "directory.shared_organisations as organisation",
      "organisation.id",
      "membership.organisation_id",
    )
    .select([
      sql<number>`membership.id`.as("id"),
      sql<number>`membership.organisation_id`.as("organisation_id"),
      sql<string>`membership.organisation`.as("organisation"),
      sql<string>`membership.college`.as("college"),
      sql<number>`membership.year`.as("year"),
      "membership.joined_on",
      "organisation.commune",
      "organisation.department",
    ])
    .where("membership.year", "=", year)
    .$if(asked.college !== undefined, (query) =>
      query.where("membership.college_code", "=", asked.college ?? ""),
    );
}

export type Member = Awaited<ReturnType<ReturnType<typeof asking>["execute"]>>[number];

/** How many members a college has this year and the year before; a college without any in both is left out. */
export interface CollegeCount {
  code: string;
  label: string;
  count: number;
  before: number;
}

/** A page of the members of a year, how many each college has beside last year, and the years that have members. */
export async function listMembers(db: Db, asked: Question & { annee: number }) {
  const year = asked.annee;
  const direction = asked.tri?.startsWith("-") ? "desc" : "asc";
  const rows = asking(db, year, asked)
    .$if(asked.tri?.endsWith("college") === true, (query) => query.orderBy("membership.college", direction))
    .orderBy(sql`platform.fold(membership.organisation)`, direction)
    .orderBy("membership.id", direction)
    .limit(pageSize)
    .offset(((asked.page ?? 1) - 1) * pageSize);
  const colleges = db
    .selectFrom("membership.shared_memberships as membership")
    .innerJoin("vocabularies.shared_terms as term", "term.id", "membership.college_id")
    .select([
      sql<string>`term.code`.as("code"),
      sql<string>`term.label`.as("label"),
      sql<number>`count(*) filter (where membership.year = ${year})`.as("count"),
      sql<number>`count(*) filter (where membership.year = ${year - 1})`.as("before"),
    ])
    .where("membership.year", "in", [year, year - 1])
    .groupBy(["term.code", "term.label", "term.position"])
    .orderBy("term.position");
  const years = db
    .selectFrom("membership.shared_memberships as membership")
    .select([sql<number>`membership.year`.as("year"), sql<number>`count(*)`.as("count")])
    .groupBy("membership.year")
    .orderBy("membership.year", "desc");
  return db
    .selectNoFrom([
      jsonArrayFrom(rows).as("rows"),
      jsonArrayFrom(colleges).as("colleges"),
      jsonArrayFrom(years).as("years"),
    ])
    .executeTakeFirstOrThrow();
}

export type MemberList = Awaited<ReturnType<typeof listMembers>>;

/** The last year that has members; undefined before the first. */
export async function findLastYear(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom("membership.shared_memberships")
    .select((line) => line.fn.max("year").as("year"))
    .executeTakeFirst();
  return row?.year ?? undefined;
}

/** All the members of a year that answer the question, by name, for an export. */
export function everyMember(db: Db, asked: Question & { annee: number }) {
  const query = asking(db, asked.annee, asked).select(
    sql<string>`platform.fold(membership.organisation)`.as("key"),
  );
  return inPages(db, sql<Member>`${query}`, { by: ["key", "id"] });
}

/** One membership with its version, taken off or not. */
export function findMembership(db: Db, id: number) {
  return db
    .selectFrom("membership.memberships as membership")
    .innerJoin(
      "directory.shared_organisations as organisation",
      "organisation.id",
      "membership.organisation_id",
    )
    .innerJoin("vocabularies.shared_terms as college", "college.id", "membership.college_id")
    .select([
      "membership.id",
      "membership.organisation_id",
      sql<string>`organisation.name`.as("organisation"),
      "membership.year",
      "membership.college_id",
      sql<string>`college.label`.as("college"),
      "membership.joined_on",
      "membership.version",
      "membership.removed_at",
    ])
    .where("membership.id", "=", id)
    .executeTakeFirst();
}

export type Membership = NonNullable<Awaited<ReturnType<typeof findMembership>>>;

/** The years in which an organisation was a member, the last first. */
export function listMembershipsOf(db: Db, organisationId: number) {
  return db
    .selectFrom("membership.shared_memberships")
    .select([sql<number>`id`.as("id"), sql<number>`year`.as("year"), sql<string>`college`.as("college")])
    .where("organisation_id", "=", organisationId)
    .orderBy("year", "desc")
    .execute();
}

/**
 * `Adhérent 2021`: the last year in which an organisation was a member, as an SQL expression of its number, for a list
 * that is read in one statement; null when it never was.
 */
export const lastMembership = (organisationId: RawBuilder<number>): RawBuilder<string | null> =>
  sql`(select 'Adhérent ' || max(membership.year) from membership.shared_memberships membership
       where membership.organisation_id = ${organisationId})`;
