import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { statuses, visibilities } from "../texts.ts";
import { countsSelected } from "./facets.ts";
import { type Dimension, dimensionsOf, type FilterField, type Question, type Scope } from "./input.ts";
import { type CountedLine, type Counts, countsOf } from "./rules.ts";
import { type Condition, everyShown, pageShown, type Remark } from "./select.ts";

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

export interface Listed {
  rows: ListedOrganisation[];
  counts: Counts;
}

const nothing: Remark = () => sql<null>`null::text`;

/** The fields added in the settings by which this scope filters: those with a few answers, marked as filters. */
export async function listFilterFields(db: Db, scope: Scope): Promise<FilterField[]> {
  const fields = await db
    .selectFrom("directory.custom_fields")
    .select(["code", "label"])
    .where("retired_at", "is", null)
    .where("filter", "=", true)
    .where("kind", "in", ["choice", "choices", "yes_no"])
    .$if(scope === "public", (query) => query.where("visibility", "=", "public"))
    .orderBy("position")
    .orderBy("id")
    .execute();
  return fields.map(({ code, label }) => ({ name: `champ.${code}`, title: label }));
}

/** What a list may be told beside the question. */
export interface ListOptions {
  /** Only organisations that answer this condition over the row `organisation` (directory.organisations). */
  only?: Condition;
  /** The dimensions counted; all but the communes when it is not said. */
  counted?: readonly Dimension[];
}

/**
 * A page of the organisations that answer the question, their exact total and the counts of each filter, in one statement
 * after the one that reads the filters.
 */
export async function listOrganisations(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark = nothing,
  { only, counted }: ListOptions = {},
): Promise<Listed> {
  const fields = await listFilterFields(db, scope);
  const among = dimensionsOf(scope, fields);
  const counting = counted ?? among.filter((dimension) => dimension !== "commune" || asked.commune);
  const { rows } = await sql<{ rows: ListedOrganisation[]; counts: CountsRow }>`
    select (select coalesce(json_agg(page), '[]') from (${pageShown(scope, asked, among, remark, only)}) page) as rows,
           (select to_json(counts) from (${countsSelected(scope, asked, among, counting, only)}) counts) as counts`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new Error("A statement without a line.");
  const { total, unfiltered, lines } = found.counts;
  return {
    rows: found.rows,
    counts: countsOf(lines.map(worded), counting, asked, { total, unfiltered, fields }),
  };
}

interface CountsRow {
  total: number;
  unfiltered: number;
  lines: CountedLine[];
}

/** What is no term nor place has its words in the room. */
export function worded(line: CountedLine): CountedLine {
  const words = line.dimension === "visibilite" ? visibilities : line.dimension === "statut" ? statuses : {};
  return line.value !== null && words[line.value] ? { ...line, label: words[line.value] ?? null } : line;
}

/** All the organisations that answer the question, by name, one after the other, for an export. */
export async function* everyOrganisation(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark = nothing,
  only?: Condition,
): AsyncGenerator<ListedOrganisation> {
  const among = dimensionsOf(scope, await listFilterFields(db, scope));
  yield* inPages(db, sql<ListedOrganisation>`${everyShown(scope, asked, among, remark, only)}`, {
    by: ["key", "id"],
  });
}
