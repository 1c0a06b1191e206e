import { sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import type { Asked, CriterionChoice, CriterionField } from "#platform/criterion.ts";
import type { Db } from "#platform/db/index.ts";

/** The numbers of the terms of a list that bear these codes, as an SQL array. */
export const termIds = (list: string, codes: readonly string[] = []) =>
  sql`array(select id from vocabularies.shared_terms where list_id = ${list} and code = any(${[...codes]}::text[]))`;

/** The terms of these lists by code, to be chosen; a retired one only when it is chosen already. */
export function termChoices(...lists: readonly string[]): NonNullable<CriterionField["choices"]> {
  return async (db, values) => {
    const all = await Promise.all(lists.map((list) => listTerms(db, list, { retired: true })));
    return all
      .flat()
      .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
      .map(({ code, label, parent_label }) => ({ value: code, label, group: parent_label ?? undefined }));
  };
}

/** Several values of a fixed table of words. */
export const wordChoices =
  (words: Readonly<Record<string, string>>) =>
  async (_: Db): Promise<readonly CriterionChoice[]> =>
    Object.entries(words).map(([value, label]) => ({ value, label }));

/** Each chosen value with what it is called. */
export const pairs = (asked: Asked, labels: (field: string) => readonly string[], field: string) =>
  (asked[field] ?? []).map((value, index) => [value, labels(field)[index] ?? value] as const);

/** `« eau »`. */
export const quoted = (label: string) => `« ${label} »`;
