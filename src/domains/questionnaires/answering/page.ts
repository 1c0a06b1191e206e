import { sectionsAsked, whatIsAsked } from "#platform/questionnaire/conditions.ts";
import type { Section } from "#platform/questionnaire/content.ts";
import { draftOf, wholeDraft } from "#platform/questionnaire/parts.ts";
import type { FileValue, Value, Values } from "#platform/questionnaire/values.ts";
import { areBlank, repetitionsOf } from "#platform/questionnaire/values.ts";
import { wrongAnswers } from "#platform/questionnaire/verify.ts";
import type { Answer } from "./queries.ts";

export type PageState = "untouched" | "done" | "wrong";

/** A page as the list of pages says it. */
export interface PageLine {
  section: Section;
  state: PageState;
  savedBy: string;
  savedAt: Date | null;
}

/** Where an answer stands: what all its pages hold, which are asked, what is missing in each. */
export function standingOf(answer: Answer) {
  const draft = wholeDraft(answer.content, answer.parts, answer.prefilled);
  const asked = whatIsAsked(answer.content, draft.values);
  const pages = sectionsAsked(answer.content, asked).map((section): PageLine => {
    const part = answer.parts.get(section.id);
    const { values } = draftOf(section, answer.parts, answer.prefilled);
    const wrong = Object.keys(wrongAnswers(answer.content, draft, section.id)).length > 0;
    const state = !wrong && (part || !areBlank(values)) ? "done" : part ? "wrong" : "untouched";
    return { section, state, savedBy: part?.savedBy?.name ?? "", savedAt: part?.savedAt ?? null };
  });
  return { draft, asked, pages, wrong: wrongAnswers(answer.content, draft) };
}

/** The pages before and after one, among those asked. */
export function around(pages: readonly PageLine[], sectionId: string) {
  const place = pages.findIndex(({ section }) => section.id === sectionId);
  return { before: pages[place - 1]?.section, after: pages[place + 1]?.section, place };
}

/** Every file named in these answers. */
export function filesOf(values: Values): FileValue[] {
  return Object.values(values).flatMap((value) => [
    ...filesIn(value),
    ...repetitionsOf(value).flatMap((time) => filesOf(time.values)),
  ]);
}

const filesIn = (value: Value) =>
  Array.isArray(value)
    ? value.filter((one): one is FileValue => typeof one === "object" && "mediaType" in one)
    : [];
