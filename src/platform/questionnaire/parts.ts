import { type Content, fieldName, type Question, type Section } from "./content.ts";
import type { OrganisationValue, Value, Values } from "./values.ts";
import { repetitionsOf } from "./values.ts";

/** The draft of one page: what was said, and by field what was typed and could not be read. */
export interface Draft {
  values: Values;
  typed: Readonly<Record<string, string>>;
}

/** These values, for the questions of this list only. */
export function pickValues(questions: readonly Question[], values: Values): Values {
  const picked: Record<string, Value> = {};
  for (const { id } of questions) {
    const value = values[id];
    if (value !== undefined) picked[id] = value;
  }
  return picked;
}

/** What a page holds: its draft, else what was filled in for the person. */
export const draftOf = (section: Section, drafts: ReadonlyMap<string, Draft>, prefilled: Values): Draft =>
  drafts.get(section.id) ?? { values: pickValues(section.questions, prefilled), typed: {} };

/** All that the pages hold, together. */
export function wholeDraft(
  content: Content,
  drafts: ReadonlyMap<string, Draft>,
  prefilled: Values,
): { values: Values; typed: Record<string, string> } {
  const all = content.sections.map((section) => draftOf(section, drafts, prefilled));
  return {
    values: Object.assign({}, ...all.map(({ values }) => values)),
    typed: Object.assign({}, ...all.map(({ typed }) => typed)),
  };
}

/** A mapped value by the `maps` of its question: what a room hears of, and what it fills in. */
export function byMap(content: Content, values: Values): Values {
  const mapped: Record<string, Value> = {};
  for (const { questions } of content.sections)
    for (const { id, maps } of questions) {
      const value = values[id];
      if (maps && value !== undefined) mapped[maps] = value;
    }
  return mapped;
}

/** The other way: by question, what is known by `maps`. */
export function fromMap(content: Content, known: Values): Values {
  const values: Record<string, Value> = {};
  for (const { questions } of content.sections)
    for (const { id, maps } of questions) {
      const value = maps === undefined ? undefined : known[maps];
      if (value !== undefined && value !== null) values[id] = value;
    }
  return values;
}

const isOrganisation = (value: Value | undefined): value is OrganisationValue =>
  typeof value === "object" && value !== null && "organisationId" in value;

/** The organisations of the directory named in these answers, by field. */
export function citedOrganisations(values: Values): Map<string, number> {
  const cited = new Map<string, number>();
  const look = (ids: readonly string[], value: Value) => {
    if (isOrganisation(value) && value.organisationId !== null)
      cited.set(fieldName(...ids), value.organisationId);
    for (const time of repetitionsOf(value))
      for (const [id, inner] of Object.entries(time.values)) look([...ids, time.id, id], inner);
  };
  for (const [id, value] of Object.entries(values)) look([id], value);
  return cited;
}

/** The answers with the number that each organisation named has today: two that were merged are one. */
export function withOrganisations(values: Values, cited: Readonly<Record<string, number>>): Values {
  const put = (ids: readonly string[], value: Value): Value => {
    if (isOrganisation(value)) return { ...value, organisationId: cited[fieldName(...ids)] ?? null };
    const times = repetitionsOf(value);
    if (times.length === 0) return value;
    return times.map((time) => ({ ...time, values: within([...ids, time.id], time.values) }));
  };
  const within = (ids: readonly string[], inner: Values): Values =>
    Object.fromEntries(Object.entries(inner).map(([id, value]) => [id, put([...ids, id], value)]));
  return within([], values);
}
