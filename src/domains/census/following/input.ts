import { z } from "zod";
import { readDay } from "#platform/dates.ts";
import { type CallOutcome, callOutcomes, isStanding } from "../texts.ts";

export const pageSize = 50;

const text = (longest: number) => z.string().trim().max(longest).optional();

/** What a reader asks of those invited. `silence`: all those that said nothing. */
export const question = z.object({
  q: text(100),
  etat: z
    .string()
    .refine((typed) => typed === "silence" || isStanding(typed))
    .optional(),
  departement: text(3),
  famille: text(80),
  tri: z.enum(["nom", "-nom", "reponse", "-reponse"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type Question = z.output<typeof question>;

/** A call noted. */
export const callForm = z.object({
  resultat: z.enum(
    Object.keys(callOutcomes) as [CallOutcome, ...CallOutcome[]],
    "Dites ce que l’appel a donné.",
  ),
  note: z.string().trim().max(1000, "La note tient en 1 000 caractères.").default(""),
  le: z
    .string()
    .default("")
    .transform((typed, context) => {
      const day = typed.trim() ? readDay(typed) : null;
      if (day === undefined)
        context.addIssue({ code: "custom", message: "Écrivez une date du calendrier : 6/1/2021." });
      return day ?? null;
    }),
});

/** Another address for the letters of an organisation. */
export const addressForm = z.object({
  courriel: z
    .string("Écrivez l’adresse de courriel.")
    .trim()
    .toLowerCase()
    .pipe(z.email("Cette adresse de courriel n’est pas bonne : écrivez nom@exemple.fr.").max(254)),
});

/** What the team does of a refusal or a departure. */
export const settlementForm = z.object({
  suite: z.enum(["faire", "laisser"], "Choisissez la suite à donner."),
});
