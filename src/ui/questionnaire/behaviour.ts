import type { Section } from "#platform/questionnaire/content.ts";
import { withInner } from "#platform/questionnaire/content.ts";
import type { Values } from "#platform/questionnaire/values.ts";

/** What makes a page of a questionnaire save as one types and show questions as they are called; without script, sending it does. */
export const pageBehaviour = (outside: Values): Record<`data-${string}`, string> => ({
  "data-questionnaire": "",
  "data-answers": JSON.stringify(outside),
});

/** The answers of other pages that the conditions of this page look at. */
export function citedOutside(section: Section, answers: Values): Values {
  const here = new Set(section.questions.map(({ id }) => id));
  const cited = withInner(section.questions).flatMap(({ condition }) => condition?.tests ?? []);
  return Object.fromEntries(
    cited.flatMap(({ question }) => {
      const value = answers[question];
      return here.has(question) || value === undefined ? [] : [[question, value] as const];
    }),
  );
}
