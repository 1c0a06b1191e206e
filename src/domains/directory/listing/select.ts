import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { none, type Question, type Scope } from "./input.ts";
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
  if (asked.q) query = query.where(says(asked.q));
  return query;
}

/** Each word typed begins a word of the name, the acronym or the description, without accents or case. */
const says = (words: string) => sql<SqlBool>`organisation.search @@
  to_tsquery('simple', replace(nullif(platform.fold(${words}), ''), ' ', ':* & ') || ':*')`;

const department = sql<string | null>`coalesce(commune.department_code, organisation.department_code)`;

/** The organisations that answer the whole question, with what the list shows of each. */
export function asking(db: Db, scope: Scope, asked: Question, remark: Remark) {
  let query = inScope(db, scope, asked)
    .leftJoin("territory.shared_communes as commune", "commune.code", "organisation.commune_code")
    .leftJoin("territory.shared_departments as department", (join) =>
      join.on("department.code", "=", department),
    )
    .leftJoin("vocabularies.shared_terms as type", "type.id", "organisation.actor_type_id")
    .leftJoin("vocabularies.shared_terms as family", "family.id", "organisation.family_id")
    .select([
      "organisation.id",
      "organisation.name",
      "organisation.acronym",
      "type.label as actor_type",
      sql<string | null>`coalesce(type.parent_label, family.label)`.as("family"),
      "commune.name as commune",
      "department.name as department",
      "department.code as department_code",
      "organisation.visibility",
      "organisation.status",
      "organisation.website",
      sql<string | null>`to_json(organisation.listed_at)#>>'{}'`.as("listed_at"),
      remark(sql.ref("organisation.id")).as("remark"),
    ]);
  if (asked.departement) query = query.where(equals(department, asked.departement));
  if (asked.famille) query = query.where(equals(sql`coalesce(type.parent_code, family.code)`, asked.famille));
  if (asked.type) query = query.where(equals(sql`type.code`, asked.type));
  if (asked.visibilite) query = query.where("organisation.visibility", "=", asked.visibilite);
  if (asked.statut) query = query.where("organisation.status", "=", asked.statut);
  else if (scope === "inside") query = query.where("organisation.status", "<>", "archived");
  return query;
}

const equals = (value: RawBuilder<unknown>, asked: string) =>
  asked === none ? sql<SqlBool>`${value} is null` : sql<SqlBool>`${value} = ${asked}`;

type Asking = ReturnType<typeof asking>;

/** The order asked for; whatever it is, two organisations never change places from one page to the next. */
export function inOrder(query: Asking, order: Question["tri"], scope: Scope): Asking {
  const direction = order?.startsWith("-") ? "desc" : "asc";
  if (order === "recent") {
    const since = scope === "public" ? "organisation.listed_at" : "organisation.created_at";
    return query.orderBy(since, "desc").orderBy("organisation.id", "desc");
  }
  const byPlace =
    order === "commune" || order === "-commune"
      ? query.orderBy("commune.name", (place) =>
          (direction === "asc" ? place.asc() : place.desc()).nullsLast(),
        )
      : query;
  return byPlace.orderBy("organisation.key", direction).orderBy("organisation.id", direction);
}

/** How many organisations answer the words, by all that the filters look at: one pass, before any name is looked up. */
export function groupsOf(db: Db, scope: Scope, asked: Question) {
  const alike = [
    "organisation.commune_code",
    "organisation.department_code",
    "organisation.actor_type_id",
    "organisation.family_id",
    "organisation.visibility",
    "organisation.status",
  ] as const;
  const raw = inScope(db, scope, asked)
    .select([...alike, sql<number>`count(*)`.as("count")])
    .groupBy([...alike]);
  return db
    .selectFrom(raw.as("organisation"))
    .leftJoin("territory.shared_communes as commune", "commune.code", "organisation.commune_code")
    .leftJoin("territory.shared_departments as department", (join) =>
      join.on("department.code", "=", department),
    )
    .leftJoin("vocabularies.shared_terms as type", "type.id", "organisation.actor_type_id")
    .leftJoin("vocabularies.shared_terms as family", "family.id", "organisation.family_id")
    .select([
      "department.code as department_code",
      "department.name as department",
      sql<string | null>`coalesce(type.parent_code, family.code)`.as("family_code"),
      sql<string | null>`coalesce(type.parent_label, family.label)`.as("family"),
      "type.code as type_code",
      "type.label as type",
      "organisation.visibility",
      "organisation.status",
      sql<number>`sum(organisation.count)::int`.as("count"),
    ])
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8`);
}

/** What the values chosen are called, also when no organisation has them. */
export const labelsOf = (asked: Question) => sql<Labels>`json_build_object(
  'departement', (select name from territory.shared_departments where code = ${asked.departement ?? ""}),
  'famille', (select label from vocabularies.shared_terms
              where list_id = 'actor_families' and code = ${asked.famille ?? ""}),
  'type', (select label from vocabularies.shared_terms where list_id = 'actor_types' and code = ${asked.type ?? ""}))`;
