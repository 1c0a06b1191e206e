import { z } from "zod";
import { type Day, readDay } from "#platform/dates.ts";

const day = (missing: string) =>
  z
    .string(missing)
    .default("")
    .transform((typed, context): Day => {
      const read = readDay(typed);
      if (!read)
        context.addIssue({
          code: "custom",
          message: typed.trim() ? "Écrivez une date du calendrier : 6/1/2021." : missing,
        });
      return read ?? "";
    });

/** The form of a campaign: what staff decide of it. */
export const campaignForm = z
  .object({
    titre: z
      .string("Donnez un titre à la campagne.")
      .trim()
      .min(1, "Donnez un titre à la campagne.")
      .max(200, "Le titre tient en 200 caractères."),
    annee: z.coerce
      .number("Écrivez l’année en quatre chiffres : 2021.")
      .int("Écrivez l’année en quatre chiffres : 2021.")
      .min(1900, "Écrivez l’année en quatre chiffres : 2021.")
      .max(2200, "Écrivez l’année en quatre chiffres : 2021."),
    introduction: z.string().trim().max(5000, "L’introduction tient en 5 000 caractères.").default(""),
    du: day("Dites quel jour la campagne ouvre."),
    au: day("Dites quel est le dernier jour pour répondre."),
    lien: z
      .string()
      .optional()
      .transform((typed) => typed === "oui"),
    /** The number of a saved segment; empty: every organisation. */
    segment: z.coerce.number().int().positive().optional().catch(undefined),
    version: z.coerce.number().int().catch(0),
  })
  .refine(({ du, au }) => !du || !au || au >= du, {
    path: ["au"],
    message: "Le dernier jour vient après l’ouverture : corrigez l’une des deux dates.",
  });

/** The version of the row under the reader’s eyes, of a form that is one button. */
export const versionForm = z.object({ version: z.coerce.number().int().catch(0) });
