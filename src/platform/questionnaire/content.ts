import type { Day } from "../dates.ts";

/** What a question asks for. A `block` holds questions of its own, answered as many times as there are things to say. */
export const kinds = [
  "text",
  "paragraph",
  "number",
  "money",
  "date",
  "yes_no",
  "choice",
  "many",
  "table",
  "file",
  "place",
  "country",
  "countries",
  "term",
  "terms",
  "identifier",
  "organisation",
  "email",
  "phone",
  "web",
  "consent",
  "block",
] as const;
export type Kind = (typeof kinds)[number];

export const identifiers = ["rna", "siren", "siret", "uai"] as const;
export type IdentifierName = (typeof identifiers)[number];

/** What a cell of a table holds. */
export const cellKinds = ["text", "number", "money", "date", "yes_no"] as const;
export type CellKind = (typeof cellKinds)[number];

/** Something that has a name of its own and never another: an option, a row, a column. */
export interface Named {
  id: string;
  label: string;
}

export interface TableColumn extends Named {
  kind: CellKind;
}

export const operators = [
  "is",
  "is_not",
  "contains",
  "contains_not",
  "more",
  "less",
  "answered",
  "unanswered",
] as const;
export type Operator = (typeof operators)[number];

/** What another answer must say: of an option its `id`, of money cents, of a date `AAAA-MM-JJ`. */
export interface Test {
  question: string;
  is: Operator;
  value?: string | number | boolean;
}

/** When something is asked: all of the tests hold, or any of them. */
export interface Condition {
  match: "all" | "any";
  tests: readonly Test[];
}

/** One question; which of the optional facts mean something is said by its `kind`. */
export interface Question {
  /** Small letters and figures; stable from one revision to the next: it is what answers are kept under. */
  id: string;
  kind: Kind;
  label: string;
  help?: string;
  required?: boolean;
  condition?: Condition;
  /** Free for the room: the field of a record that the answer is about. */
  maps?: string;
  /** `choice`, `many`. */
  options?: readonly Named[];
  /** `term`, `terms`: the vocabulary list. */
  list?: string;
  /** `identifier`. */
  identifier?: IdentifierName;
  /** `number`, and `money` in cents. */
  min?: number;
  max?: number;
  /** `number`: what is counted, written after the field. */
  unit?: string;
  /** `date`. */
  from?: Day;
  to?: Day;
  /** `text`, `paragraph`: in characters. */
  longest?: number;
  /** `many`, `terms`, `countries`, `file`, `block`: how many at least and at most. */
  least?: number;
  most?: number;
  /** `table`: its rows, or the block whose repetitions are its rows. */
  rows?: readonly Named[];
  rowsFrom?: string;
  columns?: readonly TableColumn[];
  /** `consent`: what it is given for, and the text shown, kept with the answer as its proof. */
  purpose?: string;
  text?: string;
  /** `block`: what is asked each time, and what one time is called (`association`). */
  questions?: readonly Question[];
  one?: string;
}

/** A page of the questionnaire. */
export interface Section {
  id: string;
  title: string;
  intro?: string;
  condition?: Condition;
  questions: readonly Question[];
}

/** A whole questionnaire, as one revision holds it. */
export interface Content {
  title: string;
  /** Shown before the first page, and after the last. */
  intro?: string;
  thanks?: string;
  sections: readonly Section[];
}

/** What the field of a question, or of a part of it, is called in forms: ids joined by hyphens, which ids have not. */
export const fieldName = (...ids: readonly string[]) => ids.join("-");

/** Every question in its order, those of blocks after their block. */
export const questionsOf = (content: Content): Question[] =>
  content.sections.flatMap(({ questions }) => withInner(questions));

export const withInner = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) => [question, ...(question.questions ?? [])]);
