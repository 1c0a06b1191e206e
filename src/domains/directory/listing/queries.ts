import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { countsSelected } from "./facets.ts";
import { listFilterFields } from "./fields.ts";
import { dimensionsOf, type Question, type Scope } from "./input.ts";
import { worded } from "./labels.ts";
import type { ModelAnswer } from "./model/reader.ts";
import type { ListingModel } from "./model/service.ts";
import { type CountedLine, type Counts, countsOf } from "./rules.ts";
import {
  type Condition,
  type ExportedOrganisation,
  everyShown,
  type ListedOrganisation,
  pageOf,
  pageShown,
  type Remark,
} from "./select.ts";
import { findNearestWords } from "./spelling.ts";

export interface Listed {
  rows: readonly ListedOrganisation[];
  counts: Counts;
  /** The words looked for instead of those typed, which nobody says. */
  corrected?: string | undefined;
}

const nothing: Remark = () => sql<null>`null::text`;

/** What a list may be told beside the question. */
export interface ListOptions {
  /** The read model (`services.listing`): it answers when it can, for what `only` does not narrow. */
  model?: ListingModel | undefined;
  /** Only organisations that answer this condition over the row `organisation` (directory.organisations). */
  only?: Condition;
  /** Count communes too: thousands of values, that only a map asks for. */
  communes?: boolean;
}

/**
 * A page of the organisations that answer the question, their exact total and the counts of each filter: by the read model
 * when it is given and ready, else in one statement after the one that reads the filters. Words that nobody says are
 * replaced by the nearest ones that someone says.
 */
export async function listOrganisations(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark = nothing,
  options: ListOptions = {},
): Promise<Listed> {
  const answer = options.only ? undefined : await options.model?.ask(scope, asked, options.communes);
  if (answer) return listedOf(db, scope, remark, answer);
  const listed = await selectOrganisations(db, scope, asked, remark, options);
  if (!asked.q || listed.counts.unfiltered > 0) return listed;
  const corrected = await findNearestWords(db, scope, asked.q);
  if (!corrected) return listed;
  const better = await selectOrganisations(db, scope, { ...asked, q: corrected }, remark, options);
  return better.counts.unfiltered > 0 ? { ...better, corrected } : listed;
}

/** The answer of the read model; inside, its page is read again, with what the rooms above say of it. */
async function listedOf(db: Db, scope: Scope, remark: Remark, answer: ModelAnswer): Promise<Listed> {
  const ids = answer.rows.map(({ id }) => id);
  if (scope === "public" || ids.length === 0) return answer;
  const { rows } = await sql<ListedOrganisation>`${pageOf(scope, ids, remark)}`.execute(db);
  return { ...answer, rows };
}

/** The same by the database alone. */
async function selectOrganisations(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark,
  { only, communes }: ListOptions,
): Promise<Listed> {
  const fields = await listFilterFields(db, scope);
  const among = dimensionsOf(scope, fields);
  const counting = among.filter((name) => name !== "commune" || communes || asked.commune);
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

/** All the organisations that answer the question, by name, one after the other, for an export. */
export async function* everyOrganisation(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark = nothing,
  only?: Condition,
): AsyncGenerator<ExportedOrganisation> {
  const among = dimensionsOf(scope, await listFilterFields(db, scope));
  yield* inPages(db, sql<ExportedOrganisation>`${everyShown(scope, asked, among, remark, only)}`, {
    by: ["key", "id"],
  });
}
