import { z } from "zod";
import { addDays, type Day, readDay, readDuration } from "#platform/dates.ts";

/** A line of text that may stay empty. */
export const line = (label: string, longest: number) =>
  z.string().trim().max(longest, `${label} : ${longest} caractères au plus.`).default("");

/** A line of text that is awaited; `ask` is the sentence that asks for it. */
export const needed = (ask: string, longest: number) =>
  z.string(ask).trim().min(1, ask).max(longest, `Ce texte tient en ${longest} caractères.`);

/** A day that may stay empty, typed as people do on `today`. */
export const dayOrNone = (today: Day) =>
  z
    .string()
    .default("")
    .transform((typed, context): Day | null => (typed.trim() ? read(typed, today, context) : null));

/** A day that is awaited. */
export const someDay = (today: Day) =>
  z.string("Donnez la date.").transform((typed, context): Day => {
    if (typed.trim()) return read(typed, today, context) ?? today;
    context.addIssue({ code: "custom", message: "Donnez la date." });
    return today;
  });

function read(typed: string, today: Day, context: z.RefinementCtx): Day | null {
  const day = readDay(typed, today);
  if (!day)
    context.addIssue({
      code: "custom",
      message: `« ${typed.trim()} » n’est pas une date : écrivez 6/1/21, hier, lundi prochain…`,
    });
  else if (day < "1950-01-01" || day > addDays(today, 366 * 5))
    context.addIssue({ code: "custom", message: "Cette date est trop loin : vérifiez l’année." });
  return day ?? null;
}

/** Whole minutes from a duration as people type it: `1,5`, `1h30`, `90 min`. */
export const duration = z.string("Donnez la durée.").transform((typed, context) => {
  const minutes = readDuration(typed);
  const wrong = wrongDuration(typed.trim(), minutes);
  if (wrong) context.addIssue({ code: "custom", message: wrong });
  return minutes ?? 0;
});

function wrongDuration(typed: string, minutes: number | undefined): string | undefined {
  if (!typed) return "Donnez la durée : 1,5 ou 1h30 ou 90 min.";
  if (!minutes) return `« ${typed} » n’est pas une durée : écrivez 1,5 ou 1h30 ou 90 min.`;
  if (/^\d+$/.test(typed) && minutes > 24 * 60)
    return `« ${typed} », est-ce des heures ou des minutes ? Écrivez ${typed} h ou ${typed} min.`;
  return minutes > 20_000 ? "333 heures au plus : vérifiez la durée." : undefined;
}

/** Several values of boxes, numbers of a list; what is not in `ids` is left out. */
export const chosenAmong = (ids: readonly number[]) =>
  z
    .union([z.array(z.string()), z.string()])
    .default([])
    .transform((chosen) => {
      const given = (Array.isArray(chosen) ? chosen : [chosen]).map(Number);
      return ids.filter((id) => given.includes(id));
    });

/** One value of a list, or none. */
export const oneAmong = (ids: readonly number[]) =>
  z
    .string()
    .default("")
    .transform((chosen) => ids.find((id) => String(id) === chosen) ?? null);

/** An account among those offered, or none. */
export const accountAmong = (ids: readonly string[]) =>
  z
    .string()
    .default("")
    .transform((chosen) => ids.find((id) => id === chosen) ?? null);

export const accountsAmong = (ids: readonly string[]) =>
  z
    .union([z.array(z.string()), z.string()])
    .default([])
    .transform((chosen) => ids.filter((id) => (Array.isArray(chosen) ? chosen : [chosen]).includes(id)));

/** Names typed in a field, on lines of their own or parted by semicolons. */
export const partedNames = (typed: string) => [
  ...new Set(
    typed
      .split(/[\n;]+/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

/** An address as people type it, kept in lower case; empty is none. */
export const emailOrNone = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Cette adresse électronique est trop longue.")
  .default("")
  .refine(
    (typed) => typed === "" || z.email().safeParse(typed).success,
    "Cette adresse électronique n’est pas complète : il en faut une comme prenom@exemple.fr.",
  );

export const phone = z
  .string()
  .trim()
  .default("")
  .refine(
    (typed) => typed === "" || /^\+?[\d\s().-]{6,40}$/.test(typed),
    "Ce numéro n’est pas un téléphone : écrivez 03 20 00 00 00, ou +33…",
  );
