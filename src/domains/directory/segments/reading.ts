import type { Criterion, CriterionChoice, CriterionField } from "#platform/criterion.ts";
import { readDay } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Term } from "./definition.ts";
import { type DraftLine, groupTerms, nameOf } from "./draft.ts";
import type { Criteria } from "./rules.ts";
import { readYear } from "./rules.years.ts";

/** A question of a line, as it is drawn: what was understood, or why not. */
export interface DrawnField {
  field: CriterionField;
  name: string;
  choices: readonly CriterionChoice[];
  /** What was understood; what was typed when it was not. */
  values: readonly string[];
  missing: boolean;
  refusal?: string | undefined;
}

export interface DrawnLine {
  line: DraftLine;
  /** Undefined when the criterion no longer exists. */
  criterion: Criterion | undefined;
  fields: readonly DrawnField[];
  /** What the line says; undefined while something is missing or not understood. */
  term: Term | undefined;
}

/** Reads the lines of a form against the criteria, with what can be chosen in each. */
export async function readDraft(db: Db, criteria: Criteria, lines: readonly DraftLine[]) {
  const drawn = await Promise.all(lines.map((line, index) => readLine(db, criteria, line, index + 1)));
  const whole = drawn.flatMap(({ term, line }) => (term ? [{ term, or: line.or }] : []));
  return { drawn, definition: groupTerms(whole), complete: whole.length === drawn.length };
}

async function readLine(db: Db, criteria: Criteria, line: DraftLine, place: number): Promise<DrawnLine> {
  const criterion = criteria.get(line.criterion);
  const fields = await Promise.all(
    (criterion?.fields ?? []).map(async (field) => ({
      ...(await readField(db, field, line.typed[field.name] ?? [])),
      field,
      name: nameOf(place, field.name),
    })),
  );
  const good = criterion && fields.every(({ missing, refusal }) => !missing && !refusal);
  const asked = Object.fromEntries(
    fields.filter(({ values }) => values.length > 0).map(({ field, values }) => [field.name, [...values]]),
  );
  const term = good ? { criterion: criterion.id, asked, not: line.not } : undefined;
  return { line, criterion, fields, term };
}

type Reading = Pick<DrawnField, "choices" | "values" | "missing" | "refusal">;

async function readField(db: Db, field: CriterionField, typed: readonly string[]): Promise<Reading> {
  if (field.kind === "names") return readNames(db, field, typed);
  const choices = (await field.choices?.(db, typed)) ?? [];
  const kept = field.kind === "many" ? typed : typed.slice(0, 1);
  const known = new Set(choices.map(({ value }) => value));
  const values = field.choices ? kept.filter((value) => known.has(value)) : kept;
  const { value, refusal } = readOne(field, values[0]);
  return {
    choices,
    values: value === undefined ? values : [value],
    missing: values.length === 0 && !field.optional,
    refusal,
  };
}

async function readNames(db: Db, field: CriterionField, typed: readonly string[]): Promise<Reading> {
  const words = typed.flatMap((text) => text.split(/[,;\n]/)).map((word) => word.trim());
  const asked = words.filter(Boolean);
  const read = (await field.read?.(db, asked)) ?? { values: asked };
  const choices = (await field.choices?.(db, read.values)) ?? [];
  return {
    choices,
    values: read.refusal ? asked : read.values,
    missing: asked.length === 0 && !field.optional,
    refusal: read.refusal,
  };
}

const wholeNumber = /^\d{1,9}$/;

/** A year, a number or a day as it is kept; why not otherwise. */
function readOne(
  { kind, label }: CriterionField,
  typed: string | undefined,
): { value?: string; refusal?: string } {
  if (typed === undefined) return {};
  if (kind === "year") {
    const year = readYear(typed);
    return year
      ? { value: year }
      : { refusal: `${label} : écrivez l’année en quatre chiffres, comme 2021, ou « cette année ».` };
  }
  if (kind === "number") {
    const text = typed.replace(/[\s%]/g, "");
    return wholeNumber.test(text)
      ? { value: String(Number(text)) }
      : { refusal: `${label} : écrivez un nombre entier, comme 3.` };
  }
  if (kind === "day") {
    const day = readDay(typed);
    return day ? { value: day } : { refusal: `${label} : écrivez une date, comme 6/1/2021.` };
  }
  return kind === "text" ? { value: typed.slice(0, 200) } : {};
}
