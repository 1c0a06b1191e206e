import { readEmail } from "#platform/addresses.ts";
import { readNumber } from "#platform/amounts.ts";
import { readDay } from "#platform/dates.ts";
import { readPhone, readRna, readSiren, readSiret, readUai, readWebAddress } from "../rules.ts";
import type { Field, FieldKind, FieldValue, FieldValues, Visibility } from "./registry.ts";

export type FieldReading = { ok: true; value: FieldValue } | { ok: false; refusal: string };

/** How one line typed in a field of this kind is understood, and what is said when it is not. */
const readers: Partial<
  Record<FieldKind, readonly [(typed: string) => string | number | boolean | undefined, string]>
> = {
  rna: [readRna, "Un numéro RNA commence par W, suivi de neuf chiffres : W595001234."],
  siren: [readSiren, "Ce SIREN n’est pas bon : neuf chiffres, dont le dernier vérifie les autres."],
  siret: [readSiret, "Ce SIRET n’est pas bon : quatorze chiffres, dont le dernier vérifie les autres."],
  uai: [readUai, "Ce code UAI n’est pas bon : sept chiffres, puis la lettre qui les vérifie."],
  web: [readWebAddress, "Cette adresse de site n’est pas bonne : écrivez www.exemple.fr."],
  email: [readEmail, "Cette adresse de courriel n’est pas bonne : écrivez nom@exemple.fr."],
  phone: [readPhone, "Ce numéro n’est pas bon : dix chiffres en France, ou + et l’indicatif du pays."],
  date: [readDay, "Écrivez une date du calendrier : 6/1/2021."],
  year: [readYear, "Écrivez l’année en quatre chiffres : 1998."],
  number: [readNumber, "Écrivez un nombre : 1 250 ou 12,5."],
  yes_no: [readYesNo, "Répondez oui ou non."],
};

function readYear(typed: string): number | undefined {
  const year = /^\s*(\d{4})\s*$/.test(typed) ? Number(typed) : 0;
  return year >= 1500 && year <= 2200 ? year : undefined;
}

function readYesNo(typed: string): boolean | undefined {
  if (/^\s*(oui|o|1|true|vrai|yes)\s*$/i.test(typed)) return true;
  return /^\s*(non|n|0|false|faux|no)\s*$/i.test(typed) ? false : undefined;
}

/**
 * Reads what was typed in a field; nothing typed is null (or an empty list). Terms, countries, communes and choices come
 * as their number or code: whether they exist is checked where they are written.
 */
export function readFieldValue(field: Field, typed: readonly string[]): FieldReading {
  const said = typed.map((one) => one.trim()).filter(Boolean);
  switch (field.kind) {
    case "terms":
      return {
        ok: true,
        value: [...new Set(said.filter((one) => /^\d+$/.test(one)).map(Number))].sort((a, b) => a - b),
      };
    case "countries":
      return { ok: true, value: [...new Set(said.map((one) => one.toUpperCase()))].sort() };
    case "choices":
      return known(field, said, [...new Set(said)]);
    case "choice":
      return known(field, said, said[0] ?? null);
    case "term":
      return { ok: true, value: /^\d+$/.test(said[0] ?? "") ? Number(said[0]) : null };
    default:
      return readLine(field, said[0]);
  }
}

function readLine(field: Field, typed: string | undefined): FieldReading {
  if (typed === undefined) return { ok: true, value: null };
  if (field.longest && typed.length > field.longest)
    return { ok: false, refusal: `${field.label} : ${field.longest} caractères au plus.` };
  const [read, refusal] = readers[field.kind] ?? [];
  const value = read ? read(typed) : typed;
  return value === undefined ? { ok: false, refusal: refusal ?? "" } : { ok: true, value };
}

function known(field: Field, said: readonly string[], value: FieldValue): FieldReading {
  const codes = new Set(field.choices?.map(({ code }) => code));
  const stranger = said.find((one) => !codes.has(one));
  return stranger === undefined
    ? { ok: true, value }
    : { ok: false, refusal: `« ${stranger.slice(0, 80)} » n’est pas dans les réponses proposées.` };
}

/** Whether nothing is known in this field. */
export const isEmpty = (value: FieldValue | undefined) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether two values say the same; nothing, an empty text and an empty list are the same. */
export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The changes that these values make to those: only what differs. */
export function differenceOf(before: FieldValues, said: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => !sameValue(before[key], value)));
}

/** How complete a card is: the share of the expected fields that are filled, and those that are not. */
export function completenessOf(fields: readonly Field[], values: FieldValues) {
  const expected = fields.filter((field) => field.expected);
  const missing = expected.filter(({ key }) => isEmpty(values[key]));
  return { share: expected.length === 0 ? 1 : 1 - missing.length / expected.length, missing };
}

/** Whose eyes see which fields. */
const seen: Record<Visibility, readonly Visibility[]> = {
  public: ["public"],
  members: ["public", "members"],
  staff: ["public", "members", "staff"],
};

/** Whether someone with these eyes sees what is visible to those. */
export const sees = (eyes: Visibility, visibility: string) => seen[eyes].some((one) => one === visibility);

/** Who may see a field of a card: the field's own rule unless its facts say otherwise; a fixed one follows the card. */
export const visibilityOf = (field: Field, facts: Readonly<Record<string, { visibility?: Visibility }>>) =>
  field.fixed ? "public" : (facts[field.key]?.visibility ?? field.visibility);

/** The fields and values of a listed card that these eyes may see; what is not known is left out. */
export function visibleFields(
  fields: readonly Field[],
  values: FieldValues,
  facts: Readonly<Record<string, { visibility?: Visibility }>>,
  eyes: Visibility,
) {
  return fields
    .map((field) => ({ field, value: values[field.key] ?? null, visibility: visibilityOf(field, facts) }))
    .filter(({ value, visibility }) => !isEmpty(value) && sees(eyes, visibility));
}

/** What the team says of an organisation: it neither reads nor corrects it itself. */
const ofTheTeam = new Set(["profile_id", "network_since"]);

/** The fields that an organisation may read and correct of its own card. */
export const ownFields = (fields: readonly Field[]) =>
  fields.filter(
    ({ key, visibility }) => !ofTheTeam.has(key) && !(key.startsWith("custom.") && visibility === "staff"),
  );
