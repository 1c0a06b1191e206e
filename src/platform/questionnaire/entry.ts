import { readCents, readNumber } from "../amounts.ts";
import { readDay } from "../dates.ts";
import { questionsBefore } from "./check.ts";
import {
  type CellKind,
  type Condition,
  type Content,
  identifiers,
  kinds,
  type Named,
  operators,
  type Question,
  type TableColumn,
  type Test,
} from "./content.ts";
import type { NewId } from "./editing.ts";
import { isTestable } from "./kinds.ts";
import { readLine } from "./reading.lines.ts";
import type { Form } from "./reading.ts";

/** The names of columns' kinds, as staff type them after the name of the column. */
export const cellWords: Readonly<Record<CellKind, string>> = {
  text: "texte",
  number: "nombre",
  money: "montant",
  date: "date",
  yes_no: "oui/non",
};

const fold = (text: string) => text.trim().toLowerCase();

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) =>
      line
        .replace(/^[\s•*–-]+/, "")
        .replace(/[\s;]+$/, "")
        .slice(0, 300),
    )
    .filter(Boolean)
    .slice(0, 300);

/**
 * Names from a list pasted, one a line. A name that was there keeps its id; one that replaces another at the same place
 * takes its id, since it was renamed: answers already given follow.
 */
export function readNames(text: string, before: readonly Named[], newId: NewId): Named[] {
  const lines = linesOf(text);
  const kept = new Set(lines.map(fold));
  const used = new Set<string>();
  return lines.map((label, place) => {
    const same = before.find((one) => fold(one.label) === fold(label) && !used.has(one.id));
    const there = before[place];
    const renamed = there && !kept.has(fold(there.label)) && !used.has(there.id) ? there : undefined;
    const id = (same ?? renamed)?.id ?? newId();
    used.add(id);
    return { id, label };
  });
}

/** Columns, one a line, with what they hold after a colon: `Femmes : nombre`. Text when nothing is said. */
export function readColumns(text: string, before: readonly TableColumn[], newId: NewId): TableColumn[] {
  const parted = linesOf(text).map((line): { label: string; kind: CellKind } => {
    const [, label = line, word = ""] = /^(.*\S)\s*[:;\t]\s*([^:;\t]+)$/.exec(line) ?? [];
    const kind = (Object.keys(cellWords) as CellKind[]).find((one) => cellWords[one] === fold(word));
    return kind ? { label, kind } : { label: line, kind: "text" };
  });
  const names = readNames(parted.map(({ label }) => label).join("\n"), before, newId);
  return names.map((name, place) => ({ ...name, kind: parted[place]?.kind ?? "text" }));
}

export const writeColumns = (columns: readonly TableColumn[]) =>
  columns.map(({ label, kind }) => `${label} : ${cellWords[kind]}`).join("\n");

/** A test chosen in words: the question, the operator, and for options the value; else the value is typed beside. */
export const writeTest = ({ question, is, value }: Test, typed: boolean) =>
  typed || value === undefined ? `${question}|${is}` : `${question}|${is}|${JSON.stringify(value)}`;

export interface ConditionReading {
  condition: Condition | undefined;
  /** By field, what cannot be understood. */
  errors: Record<string, string>;
}

export const mostTests = 6;

/** The condition chosen in a form, for a section or a question: what looks at no question asked before is left out. */
export function readCondition(content: Content, id: string, form: Form): ConditionReading {
  const before = new Map(questionsBefore(content, id).map((question) => [question.id, question]));
  const errors: Record<string, string> = {};
  const tests: Test[] = [];
  for (let place = 1; place <= mostTests; place++) {
    const [name = "", word, choice] = (form.get(`si-${place}`)?.[0] ?? "").split("|");
    const question = before.get(name);
    const is = operators.find((one) => one === word);
    if (!question || !is) continue;
    const typed = (form.get(`si-valeur-${place}`)?.[0] ?? "").trim();
    const value = choice === undefined ? wantedValue(question, is, typed) : parsed(choice);
    const test: Test = value === undefined ? { question: name, is } : { question: name, is, value };
    if (isTestable(question, test)) tests.push(test);
    else
      errors[`si-valeur-${place}`] =
        `La condition sur « ${question.label} » attend une valeur : ${hint(question)}`;
  }
  const match = form.get("si-mode")?.[0] === "any" ? "any" : "all";
  return { condition: tests.length > 0 ? { match, tests } : undefined, errors };
}

const hint = ({ kind }: Question) =>
  kind === "date"
    ? "une date, 6/1/2021."
    : kind === "text" || kind === "paragraph"
      ? "un mot."
      : "un nombre.";

function parsed(choice: string): Test["value"] {
  try {
    const value: unknown = JSON.parse(choice);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined; // a form made by hand: the test then fails its check
  }
}

/** What a condition compares with, typed: an amount in euros, a day in French order, a number, a word. */
function wantedValue(question: Question, is: Test["is"], typed: string): Test["value"] {
  if (typed === "" || is === "answered" || is === "unanswered") return undefined;
  if (question.kind === "money") return readCents(typed);
  if (question.kind === "date") return readDay(typed);
  if (question.kind === "text" || question.kind === "paragraph") return typed.slice(0, 300);
  return readNumber(typed);
}

export interface QuestionReading {
  question: Question;
  errors: Record<string, string>;
}

/** A question from its form, on what it was: a fact whose field the form does not show stays. Never throws. */
export function readQuestion(content: Content, before: Question, form: Form, newId: NewId): QuestionReading {
  const errors: Record<string, string> = {};
  const changed: { -readonly [Fact in keyof Question]: Question[Fact] } = { ...before };
  const text = (field: string) => (form.get(field)?.[0] ?? "").trim();
  const line = <Fact extends keyof Question>(
    field: string,
    fact: Fact,
    read: (typed: string) => Question[Fact] | undefined,
    refusal = "",
  ) => {
    if (!form.has(field)) return;
    const typed = text(field);
    const value = typed === "" ? undefined : read(typed);
    if (typed !== "" && value === undefined) errors[field] = refusal;
    else if (value === undefined) delete changed[fact];
    else changed[fact] = value;
  };
  const words = (most: number) => (typed: string) => typed.slice(0, most);
  const count = (typed: string) => (/^\d{1,4}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined);
  const aCount = "Écrivez un nombre entier : 3.";
  changed.label = form.has("intitule") ? text("intitule").slice(0, 500) : before.label;
  changed.kind = kinds.find((kind) => kind === text("type")) ?? before.kind;
  const amount = changed.kind === "money" ? readCents : readNumber;
  if (form.has("facts")) changed.required = form.has("obligatoire");
  line("aide", "help", words(2000));
  line("liste", "list", words(60));
  line("identifiant", "identifier", (typed) => identifiers.find((one) => one === typed));
  line("min", "min", amount, "Écrivez un nombre : 1 250 ou 12,5.");
  line("max", "max", amount, "Écrivez un nombre : 1 250 ou 12,5.");
  line("unite", "unit", words(40));
  line("du", "from", (typed) => readDay(typed), "Écrivez une date du calendrier : 6/1/2021.");
  line("au", "to", (typed) => readDay(typed), "Écrivez une date du calendrier : 6/1/2021.");
  line(
    "longueur",
    "longest",
    (typed) => (/^\d{1,5}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined),
    aCount,
  );
  line("au-moins", "least", count, aCount);
  line("au-plus", "most", count, aCount);
  line("lignes-de", "rowsFrom", words(40));
  line("objet", "purpose", words(200));
  line("texte", "text", words(5000));
  line("une-fois", "one", words(60));
  line("champ", "maps", words(100));
  if (form.has("options")) changed.options = readNames(text("options"), before.options ?? [], newId);
  if (form.has("lignes")) changed.rows = readNames(text("lignes"), before.rows ?? [], newId);
  if (form.has("colonnes")) changed.columns = readColumns(text("colonnes"), before.columns ?? [], newId);
  if (form.has("si-mode")) {
    const read = readCondition(content, before.id, form);
    Object.assign(errors, read.errors);
    if (read.condition) changed.condition = read.condition;
    else delete changed.condition;
  }
  if (changed.label === "") errors["intitule"] = "Écrivez l’intitulé de la question.";
  if (changed.kind === "block") changed.questions ??= [];
  return { question: changed, errors };
}

/** Whether a line would be taken for a cell of this kind; for what staff try in the preview. */
export const isCell = (kind: CellKind, typed: string) => readLine({ kind }, typed) !== undefined;
