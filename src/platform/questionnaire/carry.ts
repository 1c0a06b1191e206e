import type { Content } from "./content.ts";
import { type Draft, draftOf, pickValues } from "./parts.ts";
import type { Value, Values } from "./values.ts";
import { fits, trimToFit } from "./verify.ts";

/**
 * The drafts of an answer for another revision of its questionnaire: each question that kept its `id` keeps what was said,
 * wherever it stands now, unless it asks for something else. Pages that nobody had saved stay so.
 */
export function carryDrafts(
  from: Content,
  to: Content,
  drafts: ReadonlyMap<string, Draft>,
  prefilled: Values,
): Map<string, Draft> {
  const values: Record<string, Value> = {};
  const typed: Record<string, string> = {};
  const saved = new Set<string>();
  for (const section of from.sections) {
    if (!drafts.has(section.id)) continue;
    const draft = draftOf(section, drafts, prefilled);
    Object.assign(values, draft.values);
    Object.assign(typed, draft.typed);
    for (const { id } of section.questions) saved.add(id);
  }
  const carried = new Map<string, Draft>();
  for (const section of to.sections) {
    if (!section.questions.some(({ id }) => saved.has(id))) continue;
    const fresh = section.questions.filter(({ id }) => !saved.has(id));
    const kept: Record<string, Value> = { ...pickValues(fresh, prefilled) };
    for (const question of section.questions) {
      const value = values[question.id];
      const trimmed = value === undefined ? undefined : trimToFit(question, value);
      if (trimmed !== undefined && fits(question, trimmed)) kept[question.id] = trimmed;
    }
    const ids = new Set(section.questions.map(({ id }) => id));
    const unread = Object.entries(typed).filter(([field]) => ids.has(field.split("-")[0] ?? ""));
    carried.set(section.id, { values: kept, typed: Object.fromEntries(unread) });
  }
  return carried;
}
