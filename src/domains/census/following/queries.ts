import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import type { Standing } from "../letters/rules.ladder.ts";
import { silent } from "../texts.ts";
import { pageSize, type Question } from "./input.ts";

/** Those invited in a campaign that answer the question; `except` leaves one filter out, for its own counts. */
function asking(db: Db, campaignId: number, asked: Question, except?: "etat" | "departement" | "famille") {
  const on = (name: "etat" | "departement" | "famille") => asked[name] !== undefined && name !== except;
  return db
    .selectFrom("census.followed as followed")
    .innerJoin(
      "directory.shared_organisations as organisation",
      "organisation.id",
      "followed.organisation_id",
    )
    .where("followed.campaign_id", "=", campaignId)
    .$if(on("etat"), (query) =>
      query.where("followed.standing", "in", asked.etat === "silence" ? [...silent] : [asked.etat ?? ""]),
    )
    .$if(on("departement"), (query) =>
      query.where("organisation.department_code", "=", asked.departement ?? ""),
    )
    .$if(on("famille"), (query) => query.where("organisation.family_code", "=", asked.famille ?? ""))
    .$if(!!asked.q, (query) =>
      query.where(
        sql<boolean>`platform.fold(organisation.name) like '%' || platform.fold(${asked.q}) || '%'`,
      ),
    );
}

const lines = (db: Db, campaignId: number, asked: Question) =>
  asking(db, campaignId, asked).select([
    sql<number>`followed.id`.as("id"),
    sql<number>`followed.organisation_id`.as("organisation_id"),
    sql<string>`organisation.name`.as("organisation"),
    sql<string>`platform.fold(organisation.name)`.as("key"),
    sql<Standing>`followed.standing`.as("standing"),
    "organisation.family",
    "organisation.commune",
    "organisation.department",
    "followed.email",
    sql<number>`followed.last_rank`.as("last_rank"),
    sql<string>`coalesce(followed.contact, '')`.as("contact"),
    "followed.last_written_on",
    sql<Day | null>`(followed.answered_at at time zone 'Europe/Paris')::date`.as("answered_on"),
  ]);

export type Followed = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

/** How many of those invited stand in each state. */
const standingCounts = (db: Db, campaignId: number, asked: Question) =>
  asking(db, campaignId, asked, "etat")
    .select([sql<Standing>`followed.standing`.as("standing"), sql<number>`count(*)`.as("count")])
    .groupBy("followed.standing");

export async function countStandings(db: Db, campaignId: number): Promise<Record<Standing, number>> {
  const rows = await standingCounts(db, campaignId, {}).execute();
  return tally(rows);
}

const none: Record<Standing, number> = {
  drawn: 0,
  invited: 0,
  opened: 0,
  draft: 0,
  answered: 0,
  refused: 0,
  departed: 0,
  bounced: 0,
  unreachable: 0,
};
const tally = (rows: readonly { standing: Standing; count: number }[]) => ({
  ...none,
  ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])),
});

/** A page of those invited, with the counts of each filter, in one statement. */
export async function listFollowed(db: Db, campaignId: number, asked: Question) {
  const direction = asked.tri?.startsWith("-") ? "desc" : "asc";
  const rows = lines(db, campaignId, asked)
    .$if(asked.tri?.endsWith("reponse") === true, (query) =>
      query.orderBy(sql`followed.answered_at`, (order) =>
        direction === "desc" ? order.desc().nullsLast() : order.asc().nullsLast(),
      ),
    )
    .orderBy(sql`platform.fold(organisation.name)`, asked.tri === "-nom" ? "desc" : "asc")
    .orderBy("followed.id")
    .limit(pageSize)
    .offset(((asked.page ?? 1) - 1) * pageSize);
  const departments = asking(db, campaignId, asked, "departement")
    .select([
      sql<string>`organisation.department_code`.as("value"),
      sql<string>`organisation.department`.as("label"),
      sql<number>`count(*)`.as("count"),
    ])
    .where("organisation.department_code", "is not", null)
    .groupBy(["organisation.department_code", "organisation.department"])
    .orderBy("organisation.department");
  const families = asking(db, campaignId, asked, "famille")
    .select([
      sql<string>`organisation.family_code`.as("value"),
      sql<string>`organisation.family`.as("label"),
      sql<number>`count(*)`.as("count"),
    ])
    .where("organisation.family_code", "is not", null)
    .groupBy(["organisation.family_code", "organisation.family"])
    .orderBy("organisation.family");
  const total = asking(db, campaignId, asked).select(sql<number>`count(*)`.as("count"));
  const found = await db
    .selectNoFrom([
      jsonArrayFrom(rows).as("rows"),
      jsonArrayFrom(standingCounts(db, campaignId, asked)).as("standings"),
      jsonArrayFrom(departments).as("departments"),
      jsonArrayFrom(families).as("families"),
      total.as("total"),
    ])
    .executeTakeFirstOrThrow();
  return { ...found, total: Number(found.total), standings: tally(found.standings) };
}
export type FollowedList = Awaited<ReturnType<typeof listFollowed>>;

/** All those invited that answer the question, by name, for an export. */
export const everyFollowed = (db: Db, campaignId: number, asked: Question) =>
  inPages(db, lines(db, campaignId, asked), { by: ["key", "id"] });

/** The campaigns that asked an organisation, the latest first. */
export function listOfOrganisation(db: Db, organisationId: number) {
  return db
    .selectFrom("census.followed as followed")
    .innerJoin("census.campaigns as campaign", "campaign.id", "followed.campaign_id")
    .select([
      sql<number>`followed.id`.as("id"),
      "campaign.title",
      sql<Standing>`followed.standing`.as("standing"),
      sql<Day | null>`(followed.answered_at at time zone 'Europe/Paris')::date`.as("answered_on"),
    ])
    .where("followed.organisation_id", "=", organisationId)
    .orderBy("campaign.opens_on", "desc")
    .orderBy("campaign.id", "desc")
    .execute();
}
