import { readAmount } from "#platform/money.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Role, roles } from "./rules.ts";

/** The repeated lines of the form: `acteur-0-nom`, `acteur-1-nom`… */
export const groups = {
  acteur: ["role", "nom", "pays"],
  ici: ["lieu"],
  la: ["pays", "lieu", "position"],
  budget: ["financeur", "prevu", "recu"],
} as const;
export type Group = keyof typeof groups;
export type LineOf<Name extends Group> = Record<(typeof groups)[Name][number], string>;

export const lineField = (group: Group, index: number, column: string) => `${group}-${index}-${column}`;

/** More would be a table to import. */
const most = 60;

const textOf = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim();

/** How many lines of a group were sent, blank ones included. */
export function countLines(typed: Typed, group: Group): number {
  let count = 0;
  for (const name of Object.keys(typed)) {
    const [, index] = new RegExp(`^${group}-(\\d{1,2})-`).exec(name) ?? [];
    if (index !== undefined) count = Math.max(count, Number(index) + 1);
  }
  return Math.min(count, most);
}

/** The lines sent of a group, those where something was typed, each with its place in the form. A role alone is nothing. */
export function linesOf<Name extends Group>(
  typed: Typed,
  group: Name,
): { index: number; line: LineOf<Name> }[] {
  return Array.from({ length: countLines(typed, group) }, (_, index) => {
    const cells = groups[group].map((column) => [column, textOf(typed[lineField(group, index, column)])]);
    return { index, line: Object.fromEntries(cells) as LineOf<Name> };
  }).filter(({ line }) => Object.entries(line).some(([column, value]) => column !== "role" && value !== ""));
}

/** The lines of a form read one by one, what is wrong by field. Names and countries are still words. */
export function readLines(typed: Typed) {
  const errors: Errors = {};
  const refuse = (group: Group, index: number, column: string, reason: string) => {
    errors[lineField(group, index, column)] = reason;
    return null;
  };
  const tooLong = (group: Group, index: number, column: string, text: string, longest: number) => {
    if (text.length > longest)
      refuse(group, index, column, `Ligne ${index + 1} : ${longest} caractères au plus.`);
  };
  const actors = linesOf(typed, "acteur").map(({ index, line }) => {
    if (!line.nom)
      refuse("acteur", index, "nom", `Ligne ${index + 1} des acteurs : donnez le nom de l’organisation.`);
    tooLong("acteur", index, "nom", line.nom, 300);
    const role: Role = roles.find(({ code }) => code === line.role)?.code ?? "carrier";
    return { index, role, name: line.nom, country: line.pays };
  });
  const here = linesOf(typed, "ici").map(({ index, line }) => {
    tooLong("ici", index, "lieu", line.lieu, 200);
    return { index, name: line.lieu };
  });
  const there = linesOf(typed, "la").map(({ index, line }) => {
    if (!line.pays) refuse("la", index, "pays", `Ligne ${index + 1} des lieux là-bas : donnez le pays.`);
    tooLong("la", index, "lieu", line.lieu, 200);
    const position = line.position ? readPosition(line.position) : null;
    if (position === undefined)
      refuse(
        "la",
        index,
        "position",
        `« ${line.position} » n’est pas une position : écrivez la latitude puis la longitude, 14,49 ; -4,19.`,
      );
    return { index, country: line.pays, name: line.lieu, position: position ?? null };
  });
  const amount = (index: number, column: "prevu" | "recu", text: string) => {
    if (!text) return null;
    const cents = readAmount(text);
    return (
      cents ??
      refuse("budget", index, column, `« ${text} » n’est pas un montant : écrivez 5 000 ou 1 259,50 €.`)
    );
  };
  const budget = linesOf(typed, "budget").map(({ index, line }) => {
    if (!line.financeur)
      refuse("budget", index, "financeur", `Ligne ${index + 1} du budget : dites qui finance.`);
    tooLong("budget", index, "financeur", line.financeur, 300);
    return {
      index,
      funder: line.financeur,
      plannedCents: amount(index, "prevu", line.prevu),
      receivedCents: amount(index, "recu", line.recu),
    };
  });
  return { actors, here, there, budget, errors };
}

/** `14,49 ; -4,19` or `14.49, -4.19`: latitude then longitude, in degrees. */
export function readPosition(typed: string): { latitude: number; longitude: number } | undefined {
  const [, first, second] =
    /^(-?\d{1,2}(?:[.,]\d+)?)\s*[;/ ]\s*(-?\d{1,3}(?:[.,]\d+)?)$/.exec(typed.trim()) ??
    /^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(typed.trim()) ??
    [];
  if (first === undefined || second === undefined) return undefined;
  const latitude = Number(first.replace(",", "."));
  const longitude = Number(second.replace(",", "."));
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
