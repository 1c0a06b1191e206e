import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type Dimension, dimensions, pageSize, type Question } from "./input.ts";

export interface ListedPartnership {
  id: number;
  organisation_id: number;
  organisation: string;
  department: string | null;
  kind: string;
  partner: string;
  country: string;
  country_code: string;
  since_year: number | null;
  state: string;
  visibility: string;
  organisation_key: string;
}

export interface PartnershipList {
  rows: ListedPartnership[];
  total: number;
  facets: Record<Dimension, { value: string; label: string; count: number }[]>;
}

type Condition = RawBuilder<SqlBool>;

/** Every partnership of those that are not archived, with what it is found, filtered and put in order by. */
const known = sql`
  select partnership.id, partnership.organisation_id, organisation.name as organisation, department.name as department,
    partnership.kind, partnership.partner, country.name as country, partnership.country_code, partnership.since_year,
    partnership.state, partnership.visibility, organisation.key as organisation_key, partnership.key as partner_key,
    organisation.counted_department_code as department_code
  from directory.partnerships partnership
  join directory.organisations organisation on organisation.id = partnership.organisation_id
    and organisation.status <> 'archived'
  join territory.shared_countries country on country.code = partnership.country_code
  left join territory.shared_departments department on department.code = organisation.counted_department_code`;

const columns: Record<Dimension, { value: RawBuilder<unknown>; label: RawBuilder<unknown> }> = {
  pays: { value: sql`country_code`, label: sql`country` },
  genre: { value: sql`kind`, label: sql`''` },
  etat: { value: sql`state`, label: sql`''` },
  departement: { value: sql`department_code`, label: sql`department` },
};

/** Each word typed begins a word of the partner's name, of the country's or of the organisation's. */
const says = (words: string): Condition[] =>
  fold(words)
    .split(" ")
    .filter(Boolean)
    .map(
      (word) => sql`concat(' ', partner_key, ' ', organisation_key, ' ', platform.fold(country))
        like ${`% ${word}%`}`,
    );

function filtered(asked: Question, except?: Dimension): Condition {
  const filters = dimensions
    .filter((dimension) => dimension !== except && asked[dimension])
    .map((dimension) => sql<SqlBool>`${columns[dimension].value} = ${asked[dimension]}`);
  return sql`(${sql.join([sql`true`, ...filters], sql` and `)})`;
}

const saying = ({ q = "" }: Question): Condition => sql`(${sql.join([sql`true`, ...says(q)], sql` and `)})`;

function order({ tri = "pays" }: Question) {
  const direction = sql.raw(tri.startsWith("-") ? "desc" : "asc");
  const rest = sql`organisation_key, partner_key, id`;
  if (tri.endsWith("organisation")) return sql`organisation_key ${direction}, partner_key, id`;
  if (tri.endsWith("annee")) return sql`since_year ${direction} nulls last, ${rest}`;
  return sql`platform.fold(country) ${direction}, ${rest}`;
}

/** A page of the partnerships asked for, their exact total, and what each filter would give, the others kept: one statement. */
export async function listPartnerships(db: Db, asked: Question): Promise<PartnershipList> {
  const facet = (dimension: Dimension) => sql`(select coalesce(jsonb_agg(line), '[]') from (
    select ${columns[dimension].value} as value, min(${columns[dimension].label}) as label, count(*)::int as count
    from said where ${filtered(asked, dimension)} and ${columns[dimension].value} is not null
    group by 1 order by 3 desc, 2, 1) line)`;
  const { rows } = await sql<PartnershipList>`
    with said as materialized (select * from (${known}) known where ${saying(asked)})
    select (select coalesce(jsonb_agg(line), '[]') from (
        select * from said where ${filtered(asked)}
        order by ${order(asked)} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}) line) as rows,
      (select count(*)::int from said where ${filtered(asked)}) as total,
      jsonb_build_object('pays', ${facet("pays")}, 'genre', ${facet("genre")}, 'etat', ${facet("etat")},
        'departement', ${facet("departement")}) as facets`.execute(db);
  return rows[0] as PartnershipList;
}

/** All the partnerships asked for, by organisation, for an export. */
export const everyPartnership = (db: Db, asked: Question) =>
  inPages(
    db,
    sql<ListedPartnership>`select * from (${known}) known where ${saying(asked)} and ${filtered(asked)}`,
    { by: ["organisation_key", "id"] },
  );

const partnerships = (db: Db) =>
  db
    .selectFrom("directory.partnerships as partnership")
    .innerJoin("directory.organisations as organisation", "organisation.id", "partnership.organisation_id")
    .innerJoin("territory.shared_countries as country", "country.code", "partnership.country_code")
    .select(["partnership.id", "partnership.organisation_id", "partnership.kind", "partnership.partner"])
    .select(["partnership.country_code", "partnership.since_year", "partnership.state", "partnership.note"])
    .select(["partnership.visibility", "partnership.version", "organisation.name as organisation"])
    .select(sql<string>`country.name`.as("country"));

/** One partnership, with its organisation. */
export const findPartnership = (db: Db, id: number) =>
  partnerships(db).where("partnership.id", "=", id).executeTakeFirst();

export type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>;

/** The partnerships of an organisation, the active ones first. */
export const listPartnershipsOf = (db: Db, organisationId: number) =>
  partnerships(db)
    .where("partnership.organisation_id", "=", organisationId)
    .orderBy(stateOrder)
    .orderBy("partnership.key")
    .orderBy("partnership.id")
    .execute();

const stateOrder = sql`array_position(array['active', 'dormant', 'ended'], partnership.state)`;

/** What others than the team may see of a partnership: no note. */
export type ShownPartnership = Pick<
  ListedPartnership,
  "kind" | "partner" | "since_year" | "state" | "country_code" | "country"
>;

/** Those of an organisation that others than the team may see: the public ones, and for members theirs too. */
export const shownPartnerships = (
  organisationId: RawBuilder<number>,
  audience: "public" | "members",
) => sql<ShownPartnership>`
  select partnership.kind, partnership.partner, partnership.since_year, partnership.state, partnership.country_code,
    country.name as country
  from directory.partnerships partnership
  join territory.shared_countries country on country.code = partnership.country_code
  where partnership.organisation_id = ${organisationId}
    and ${audience === "members" ? sql`partnership.visibility in ('public', 'members')` : sql`partnership.visibility = 'public'`}
  order by ${stateOrder}, partnership.key, partnership.id`;
