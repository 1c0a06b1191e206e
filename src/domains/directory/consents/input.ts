import { z } from "zod";
import { dayInParis, readDay } from "#platform/dates.ts";

/** How a consent usually comes, proposed; anything else may be typed. */
export const usualOrigins = [
  "Formulaire papier",
  "Formulaire du site",
  "Courriel",
  "Appel",
  "De vive voix, lors d’une rencontre",
] as const;

/** The form of a consent; `purposeIds` are the terms of the vocabulary. A day to come is refused. */
export const consentForm = (purposeIds: readonly number[], now: Date) =>
  z.object({
    finalite: z.coerce
      .number("Choisissez à quoi la personne dit oui ou non.")
      .refine((id) => purposeIds.includes(id), "Choisissez à quoi la personne dit oui ou non."),
    accord: z.enum(["oui", "non"], "Dites si la personne donne ou retire son accord."),
    le: z
      .string()
      .default("")
      .transform((typed, context) => {
        const today = dayInParis(now);
        const day = typed.trim() ? readDay(typed, today) : today;
        if (day === undefined)
          context.addIssue({ code: "custom", message: "Écrivez une date du calendrier : 6/1/2021." });
        if (day !== undefined && day > today)
          context.addIssue({ code: "custom", message: "Cette date est dans l’avenir : corrigez-la." });
        return day ?? today;
      }),
    origine: z
      .string("Dites comment la personne l’a exprimé.")
      .trim()
      .min(1, "Dites comment la personne l’a exprimé : formulaire, courriel, appel…")
      .max(300, "L’origine tient en 300 caractères."),
    preuve: z.string().trim().max(5000, "La preuve tient en 5 000 caractères.").default(""),
  });

export type ConsentForm = z.output<ReturnType<typeof consentForm>>;
