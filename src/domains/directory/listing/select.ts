import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { none, pageSize, type Question, type Scope } from "./input.ts";
import type { Labels } from "./rules.ts";

/** What a room above says of an organisation in the list, as an SQL expression of its number: `Adhérente 2026`, or null. */
export type Remark = (organisationId: RawBuilder<number>) => RawBuilder<string | null>;

/** Those whom the reader may see and the words typed find: before any filter. */
function inScope(db: Db, scope: Scope, asked: Question) {
  let query = db.selectFrom("directory.organisations as organisation");
  if (scope === "public")
    query = query
      .where("organisation.visibility", "=", sql.lit("listed"))
      .where("organisation.status", "=", sql.lit("published"));
  if (asked.within) query = query.where(asked.within);
  if (asked.q) query = query.where(says(asked.q));
  return query;
}

/** Each word typed begins a word of the name, the acronym or the description, without accents or case. */
const says = (words: string) => sql<SqlBool>`organisation.search @@
  to_tsquery('simple', replace(nullif(platform.fold(${words}), ''), ' ', ':* & ') || ':*')`;

/** The organisations that answer the whole question. */
export function answering(db: Db, scope: Scope, asked: Question) {
  let query = inScope(db, scope, asked);
  if (asked.departement)
    query = query.where(equals(sql.ref("organisation.counted_department_code"), asked.departement));
  if (asked.famille)
    query = query.where(equals(sql.ref("organisation.counted_family_id"), asked.famille, "actor_families"));
  if (asked.type)
    query = query.where(equals(sql.ref("organisation.actor_type_id"), asked.type, "actor_types"));
  if (asked.visibilite) query = query.where("organisation.visibility", "=", asked.visibilite);
  if (asked.statut) query = query.where("organisation.status", "=", asked.statut);
  else if (scope === "inside") query = query.where("organisation.status", "<>", "archived");
  return query;
}

/** What the list shows of organisations. */
export function shown(query: ReturnType<typeof answering>, remark: Remark) {
  return query
    .leftJoin("territory.shared_communes as commune", "commune.code", "organisation.commune_code")
    .leftJoin(
      "territory.shared_departments as department",
      "department.code",
      "organisation.counted_department_code",
    )
    .leftJoin("vocabularies.shared_terms as type", "type.id", "organisation.actor_type_id")
    .leftJoin("vocabularies.shared_terms as family", "family.id", "organisation.counted_family_id")
    .select([
      "organisation.id",
      "organisation.name",
      "organisation.acronym",
      "type.label as actor_type",
      "family.label as family",
      "commune.name as commune",
      "department.name as department",
      "department.code as department_code",
      "organisation.visibility",
      "organisation.status",
      "organisation.website",
      sql<string | null>`to_json(organisation.listed_at)#>>'{}'`.as("listed_at"),
      remark(sql.ref("organisation.id")).as("remark"),
    ]);
}

/** One page: its organisations are chosen and put in order first, and only those fifty are looked up. */
export function pageShown(db: Db, scope: Scope, asked: Question, remark: Remark) {
  const order = orderOf(asked, scope);
  const chosen = answering(db, scope, asked)
    .$if(asked.tri?.endsWith("commune") === true, (query) =>
      query.leftJoin("territory.shared_communes as commune", "commune.code", "organisation.commune_code"),
    )
    .select("organisation.id")
    .orderBy(order)
    .limit(pageSize)
    .offset(((asked.page ?? 1) - 1) * pageSize);
  const page = db
    .selectFrom("directory.organisations as organisation")
    .where(sql<SqlBool>`organisation.id = any(array(${chosen}))`);
  return shown(page, remark).orderBy(order);
}

/** The order asked for; whatever it is, two organisations never change places from one page to the next. */
function orderOf({ tri, q }: Question, scope: Scope) {
  const direction = sql.raw(tri?.startsWith("-") ? "desc" : "asc");
  const since = sql.ref(scope === "public" ? "organisation.listed_at" : "organisation.created_at");
  if (tri === "recent") return sql`${since} desc, organisation.id desc`;
  // With words to find, an expression: else the planner may read all by name, and test the words of each.
  const name = q ? sql`(organisation.key || '')` : sql`organisation.key`;
  const byName = sql`${name} ${direction}, organisation.id ${direction}`;
  return tri?.endsWith("commune") ? sql`commune.name ${direction} nulls last, ${byName}` : byName;
}

/** That a column has the value asked: as it is, or as the number of the term that bears this code in a list. */
function equals(column: RawBuilder<unknown>, asked: string, list?: string) {
  if (asked === none) return sql<SqlBool>`${column} is null`;
  const value = list
    ? sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${asked})`
    : asked;
  return sql<SqlBool>`${column} = ${value}`;
}

/** How many organisations answer the words, by all that the filters look at: one pass, before any name is looked up. */
export function groupsOf(db: Db, scope: Scope, asked: Question) {
  const alike = [
    "organisation.visibility",
    "organisation.status",
    "organisation.counted_department_code",
    "organisation.counted_family_id",
    "organisation.actor_type_id",
  ] as const;
  const raw = inScope(db, scope, asked)
    .select([...alike, sql<number>`count(*)`.as("count")])
    .groupBy([...alike]);
  return db
    .selectFrom(raw.as("alike"))
    .leftJoin(
      "territory.shared_departments as department",
      "department.code",
      "alike.counted_department_code",
    )
    .leftJoin("vocabularies.shared_terms as family", "family.id", "alike.counted_family_id")
    .leftJoin("vocabularies.shared_terms as type", "type.id", "alike.actor_type_id")
    .select([
      "department.code as department_code",
      "department.name as department",
      "family.code as family_code",
      "family.label as family",
      "type.code as type_code",
      "type.label as type",
      "alike.visibility",
      "alike.status",
      "alike.count",
    ]);
}

/** What the values chosen are called, also when no organisation has them. */
export const labelsOf = (asked: Question) => sql<Labels>`json_build_object(
  'departement', (select name from territory.shared_departments where code = ${asked.departement ?? ""}),
  'famille', (select label from vocabularies.shared_terms
              where list_id = 'actor_families' and code = ${asked.famille ?? ""}),
  'type', (select label from vocabularies.shared_terms where list_id = 'actor_types' and code = ${asked.type ?? ""}))`;
