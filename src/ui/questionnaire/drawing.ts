import type { Question } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Value, Values } from "#platform/questionnaire/values.ts";
import type { Errors } from "#platform/web/form.ts";

/** What every field of a page is drawn with. */
export interface Drawing {
  /** By field: what was typed and could not be read. */
  typed: Readonly<Record<string, string>>;
  errors: Errors;
  known: Known;
  /** All the answers known, for the rows of tables. */
  answers: Values;
  /** Where a file of the answer opens; undefined in a preview. */
  fileHref?: ((id: string) => string) | undefined;
}

/** A question to draw, with what was answered; `path` is where it stands (a time of a block, or alone). */
export interface QuestionProps extends Drawing {
  question: Question;
  path: readonly string[];
  value: Value | undefined;
}
