import { listDepartments } from "#domains/territory/index.ts";
import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Option } from "#ui/fields.tsx";
import type { Goal } from "#ui/goal.tsx";
import type { FieldWords } from "./queries.ts";
import type { Field, FieldValues } from "./registry.ts";

/** What can be chosen in each field that is chosen, by its key; `tags` are the team's own marks. */
export type FieldChoices = Readonly<Record<string, readonly ChoiceOption[]>>;
type ChoiceOption = Option & { goal?: Goal };

/**
 * Reads what these fields offer, in two statements. A word that the record bears and that is no longer in use is
 * offered too, so that saving the form does not lose it.
 */
export async function listFieldChoices(
  db: Db,
  fields: readonly Field[],
  borne?: { values: FieldValues; words: FieldWords },
): Promise<FieldChoices> {
  const asked = [...fields, { key: "tags", lists: ["tags"] }];
  const lists = [...new Set(asked.flatMap((field) => field.lists ?? []))];
  const [terms, departments] = await Promise.all([
    listTermsOf(db, lists),
    fields.some(({ kind }) => kind === "department") ? listDepartments(db) : [],
  ]);
  const offered = asked.map(({ key, lists = [] }): [string, ChoiceOption[]] => {
    if (key === "department_code")
      return [key, departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))];
    const known = terms
      .filter((term) => lists.includes(term.list_id))
      .map(({ id, label, parent_label, list_label, list_id, code, colour }) => ({
        value: String(id),
        label,
        group: parent_label ?? (lists.length > 1 ? list_label : undefined),
        goal: list_id === "odd" ? { code, label, colour } : undefined,
      }));
    const still = [borne?.values[key] ?? []]
      .flat()
      .map(String)
      .filter((id) => lists.length > 0 && !known.some(({ value }) => value === id))
      .map((id) => ({ value: id, label: `${borne?.words.terms[id] ?? id} (retiré)` }));
    return [key, [...known, ...still] as ChoiceOption[]];
  });
  return Object.fromEntries(offered);
}
