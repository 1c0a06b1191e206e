import { type InferResult, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { statuses, visibilities } from "../texts.ts";
import type { Question, Scope } from "./input.ts";
import { type Counts, countsOf, type Group } from "./rules.ts";
import { answering, groupsOf, labelsOf, pageShown, type Remark, shown } from "./select.ts";

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

type GroupRow = InferResult<ReturnType<typeof groupsOf>>[number];

/** A group as the database gives it, by dimension. */
const groupOf = (row: GroupRow): Group => ({
  count: row.count,
  departement: { code: row.department_code, label: row.department },
  famille: { code: row.family_code, label: row.family },
  type: { code: row.type_code, label: row.type },
  visibilite: { code: row.visibility, label: visibilities[row.visibility] ?? null },
  statut: { code: row.status, label: statuses[row.status] ?? null },
});

const nothing: Remark = () => sql<null>`null::text`;

/**
 * A page of the organisations that answer the question, their exact total and the counts of each filter, in one statement:
 * the counts come from one pass over the organisations that answer its words, grouped before any name is looked up.
 */
export async function listOrganisations(
  db: Db,
  scope: Scope,
  asked: Question,
  remark: Remark = nothing,
): Promise<{ rows: ListedOrganisation[]; counts: Counts }> {
  const { groups, labels, ...page } = await db
    .selectNoFrom([
      jsonArrayFrom(pageShown(db, scope, asked, remark)).as("rows"),
      jsonArrayFrom(groupsOf(db, scope, asked)).as("groups"),
      labelsOf(asked).as("labels"),
    ])
    .executeTakeFirstOrThrow();
  return { rows: page.rows, counts: countsOf(groups.map(groupOf), asked, labels) };
}

/** All the organisations that answer the question, by name, one after the other, for an export. */
export function everyOrganisation(db: Db, scope: Scope, asked: Question, remark: Remark = nothing) {
  const query = shown(answering(db, scope, asked), remark).select("organisation.key");
  return inPages(db, sql<ListedOrganisation>`${query}`, { by: ["key", "id"] });
}
