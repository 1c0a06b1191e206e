import { readEmail, readPhone, readWebAddress } from "../addresses.ts";
import { readCents, readNumber } from "../amounts.ts";
import { readDay } from "../dates.ts";
import { readRna, readSiren, readSiret, readUai } from "../identifiers.ts";
import type { IdentifierName, Kind, Question } from "./content.ts";
import type { CellValue } from "./values.ts";

type Reader = (typed: string) => CellValue | undefined;
type Reading = readonly [read: Reader, refusal: string];

function readYesNo(typed: string): boolean | undefined {
  if (/^(oui|o|1|true|vrai)$/i.test(typed)) return true;
  return /^(non|n|0|false|faux)$/i.test(typed) ? false : undefined;
}

const asTyped: Reading = [(typed) => typed, ""];

const identifierReadings: Readonly<Record<IdentifierName, Reading>> = {
  rna: [readRna, "Le numéro RNA commence par W, suivi de neuf chiffres : W595001234."],
  siren: [readSiren, "Ce SIREN n’est pas bon : neuf chiffres, dont le dernier vérifie les autres."],
  siret: [readSiret, "Ce SIRET n’est pas bon : quatorze chiffres, dont le dernier vérifie les autres."],
  uai: [readUai, "Ce code UAI n’est pas bon : sept chiffres, puis la lettre qui les vérifie."],
};

/** How a line typed for each kind is understood, and what is said when it is not. */
const readings: Partial<Record<Kind, Reading>> = {
  text: asTyped,
  paragraph: asTyped,
  number: [readNumber, "Écrivez un nombre : 1 250 ou 12,5."],
  money: [readCents, "Écrivez un montant en euros : 5 000,00."],
  date: [readDay, "Écrivez une date du calendrier : 6/1/2021."],
  yes_no: [readYesNo, "Répondez oui ou non."],
  email: [readEmail, "Écrivez une adresse de courriel : nom@exemple.fr."],
  phone: [readPhone, "Écrivez un numéro de dix chiffres en France, ou + et l’indicatif du pays."],
  web: [readWebAddress, "Écrivez une adresse de site : www.exemple.fr."],
};

const readingOf = ({ kind, identifier }: Pick<Question, "kind" | "identifier">) =>
  kind === "identifier" ? identifierReadings[identifier ?? "siret"] : readings[kind];

/** Whether the kind is answered by one line of text (or one of several lines). */
export const isLine = (question: Pick<Question, "kind" | "identifier">) => readingOf(question) !== undefined;

/** Reads one line for a question of a line kind, spaces around left out; the browser uses it for conditions too. */
export function readLine(
  question: Pick<Question, "kind" | "identifier">,
  typed: string,
): CellValue | undefined {
  const text = typed.trim();
  return text === "" ? undefined : readingOf(question)?.[0](text);
}

/** What is said of a line that is not what the question asks for. */
export const refusalOf = (question: Pick<Question, "kind" | "identifier">) => readingOf(question)?.[1] ?? "";
