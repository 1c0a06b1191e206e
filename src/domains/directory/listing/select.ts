import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Dimension, none, pageSize, type Question, type Scope } from "./input.ts";
import { termLists } from "./labels.ts";

/** What a room above says of an organisation in the list, as an SQL expression of its number: `Adhérente 2026`, or null. */
export type Remark = (organisationId: RawBuilder<number>) => RawBuilder<string | null>;
/** A line of a list. */
export interface ListedOrganisation {
  id: number;
  name: string;
  acronym: string;
  actor_type: string | null;
  family: string | null;
  commune: string | null;
  department: string | null;
  department_code: string | null;
  visibility: string;
  status: string;
  website: string;
  listed_at: string | null;
  remark: string | null;
}

/** What organisations must also be, over the row `organisation`: a segment. */
export type Condition = RawBuilder<SqlBool>;

const columns: Readonly<Record<string, string>> = {
  departement: "counted_department_code",
  epci: "counted_epci_code",
  commune: "commune_code",
  famille: "counted_family_id",
  type: "actor_type_id",
  secteur: "sector_ids",
  odd: "goal_ids",
  pays: "country_codes",
  etiquette: "tag_ids",
  visibilite: "visibility",
  statut: "status",
};
const lists = new Set(["secteur", "odd", "pays", "etiquette"]);

const customCode = (dimension: Dimension) =>
  dimension.startsWith("champ.") ? dimension.slice("champ.".length) : undefined;

/** Whether an organisation may have several values of a dimension. */
export const isMany = (dimension: Dimension) => customCode(dimension) !== undefined || lists.has(dimension);

/** The values of a dimension, as one text or a list of texts. */
export function valuesOf(dimension: Dimension): { one?: RawBuilder<unknown>; many?: RawBuilder<unknown> } {
  const custom = customCode(dimension);
  if (custom !== undefined)
    return { many: sql`directory.custom_values(organisation.custom, ${sql.lit(custom)})` };
  const column = sql.ref(`organisation.${columns[dimension]}`);
  return lists.has(dimension) ? { many: sql`${column}::text[]` } : { one: sql`${column}::text` };
}

/** The organisations that a scope may know: all of them, or what is public of those that are. */
export const sourceOf = (scope: Scope) =>
  scope === "public" ? sql.table("directory.public_cards") : sql.table("directory.organisations");

/** Each word typed begins a word of the name, the acronym or the description, without accents or case. */
const says = (words: string) => sql<SqlBool>`organisation.search @@
  to_tsquery('simple', replace(nullif(platform.fold(${words}), ''), ' ', ':* & ') || ':*')`;

/** That a dimension has the value asked. */
export function equals(dimension: Dimension, asked: string): RawBuilder<SqlBool> {
  const custom = customCode(dimension);
  const list = termLists[dimension as keyof typeof termLists];
  const value = list
    ? sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${asked})`
    : sql`${asked}::text`;
  const column =
    custom === undefined ? sql.ref(`organisation.${columns[dimension]}`) : valuesOf(dimension).many;
  const several = isMany(dimension);
  if (asked === none) return several ? sql<SqlBool>`${column} = '{}'` : sql<SqlBool>`${column} is null`;
  return several ? sql<SqlBool>`${column} @> array[${value}]` : sql<SqlBool>`${column} = ${value}`;
}

/** Which filters are set, with their condition; archived organisations are left out unless asked for. */
export function filtersOf(scope: Scope, asked: Question, among: readonly Dimension[]) {
  const filters = among.flatMap((dimension) => {
    const value = asked[dimension];
    return value ? [{ dimension, condition: equals(dimension, value) }] : [];
  });
  if (scope === "inside" && !asked.statut)
    filters.push({ dimension: "statut", condition: sql<SqlBool>`organisation.status <> 'archived'` });
  return filters;
}

/** `from … as organisation where …`: those whom the reader may see and the words typed find, before any filter. */
export function inScope(scope: Scope, asked: Question, only?: Condition) {
  const conditions = [...(asked.q ? [says(asked.q)] : []), ...(only ? [only] : [])];
  return sql`from ${sourceOf(scope)} as organisation where ${and(conditions)}`;
}

/** The same, and every filter. */
export function answering(scope: Scope, asked: Question, among: readonly Dimension[], only?: Condition) {
  const conditions = filtersOf(scope, asked, among).map(({ condition }) => condition);
  return sql`${inScope(scope, asked, only)} and ${and(conditions)}`;
}

const and = (conditions: readonly RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** What the list shows of `organisation`, looked up by the joins of `shown`. */
const columnsShown = (scope: Scope, remark: Remark) => sql`
  organisation.id, organisation.name, organisation.acronym, type.label as actor_type, family.label as family,
  commune.name as commune, department.name as department, department.code as department_code,
  ${scope === "public" ? sql`'listed' as visibility, 'published' as status` : sql`organisation.visibility, organisation.status`},
  organisation.website, to_json(organisation.listed_at)#>>'{}' as listed_at, ${remark(sql.ref("organisation.id"))} as remark`;

const lookedUp = sql`
  left join territory.shared_communes commune on commune.code = organisation.commune_code
  left join territory.shared_departments department on department.code = organisation.counted_department_code
  left join vocabularies.shared_terms type on type.id = organisation.actor_type_id
  left join vocabularies.shared_terms family on family.id = organisation.counted_family_id`;

/** A line of an export: where its commune is comes with it. */
export interface ExportedOrganisation extends ListedOrganisation {
  longitude: number | null;
  latitude: number | null;
}

/** Every organisation that answers, with what the list shows, where its commune is, and its `key`. */
export function everyShown(
  scope: Scope,
  asked: Question,
  among: readonly Dimension[],
  remark: Remark,
  only?: Condition,
) {
  return sql`select ${columnsShown(scope, remark)}, organisation.key, commune.longitude, commune.latitude
    from (select organisation.* ${answering(scope, asked, among, only)}) organisation ${lookedUp}`;
}

/** One page: its organisations are chosen and put in order first, and only those fifty are looked up. */
export function pageShown(
  scope: Scope,
  asked: Question,
  among: readonly Dimension[],
  remark: Remark,
  only?: Condition,
) {
  const order = orderOf(asked, scope);
  const needed = asked.tri?.endsWith("commune")
    ? sql`left join territory.shared_communes commune on commune.code = organisation.commune_code`
    : sql``;
  return sql`select ${columnsShown(scope, remark)} from ${sourceOf(scope)} organisation ${lookedUp}
    where organisation.id = any(array(
      select organisation.id from (select organisation.* ${answering(scope, asked, among, only)}) organisation ${needed}
      order by ${order} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}))
    order by ${order}`;
}

/** The page of these organisations, in the order given: what the read model found. */
export function pageOf(scope: Scope, ids: readonly number[], remark: Remark) {
  return sql`select ${columnsShown(scope, remark)}
    from unnest(${[...ids]}::bigint[]) with ordinality asked (id, place)
    join ${sourceOf(scope)} organisation on organisation.id = asked.id ${lookedUp} order by asked.place`;
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
