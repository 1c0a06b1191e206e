import type { Day } from "../dates.ts";

/** A commune or a country that was recognised, else what was typed alone. */
export interface PlaceValue {
  typed: string;
  communeCode: string | null;
  countryCode: string | null;
  label: string;
}

/** An organisation of the directory, or one only named. */
export interface OrganisationValue {
  name: string;
  organisationId: number | null;
}

/** A file given; its bytes are under `id` in the store. */
export interface FileValue {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** A consent with its proof: the text that was shown, and when it was answered (ISO instant). */
export interface ConsentValue {
  given: boolean;
  purpose: string;
  text: string;
  at: string;
}

/** What a cell holds, as a question of its kind. */
export type CellValue = string | number | boolean;
/** By row, then by column. */
export type TableValue = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

/** One time of a block: `id` is stable, whatever its place. */
export interface Repetition {
  id: string;
  values: Values;
}

/**
 * An answer. Text kinds, `date` (`AAAA-MM-JJ`), `identifier`, `country` (code), `choice` (option): a string. `number` and `term`:
 * a number; `money`: whole cents. `yes_no`: true or false. `many`, `countries`: strings; `terms`: numbers.
 */
export type Value =
  | string
  | number
  | boolean
  | Day
  | readonly string[]
  | readonly number[]
  | PlaceValue
  | OrganisationValue
  | readonly FileValue[]
  | ConsentValue
  | TableValue
  | readonly Repetition[];

/** Answers by the `id` of their question; what is not answered is not there. */
export type Values = Readonly<Record<string, Value>>;

/** Whether nothing is said. A consent refused is said; a table without a cell, and a block whose times are all empty, are not. */
export function isBlank(value: Value | undefined | null): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value))
    return value.length === 0 || value.every((one) => isRepetition(one) && areBlank(one.values));
  return typeof value === "object" && Object.keys(value).length === 0;
}

export const areBlank = (values: Values) => Object.values(values).every(isBlank);

/** Whether this element of a list is one time of a block. */
export const isRepetition = (one: unknown): one is Repetition =>
  typeof one === "object" && one !== null && "values" in one;

/** The times of a block; none when the answer is no block's. */
export const repetitionsOf = (value: Value | undefined): readonly Repetition[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isRepetition) : [];

/** Whether two answers say the same. */
export function sameAnswer(one: Value | undefined, other: Value | undefined): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  return stable(one) === stable(other);
}

/** The same text for the same answer, whatever the order in which the database gives the keys back. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
