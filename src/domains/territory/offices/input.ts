import { z } from "zod";
import { readDay } from "#platform/dates.ts";

const day = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const read = readDay(typed);
    if (!read)
      context.addIssue({ code: "custom", message: `« ${typed} » n’est pas une date : écrivez 6/1/2021.` });
    return read ?? null;
  });

/** An office as typed; its commune is matched afterwards, against the geography. */
export const officeForm = z
  .object({
    nom: z
      .string("Donnez le nom du bureau.")
      .trim()
      .min(1, "Donnez le nom du bureau.")
      .max(120, "Le nom tient en 120 caractères."),
    commune: z
      .string("Donnez la commune.")
      .trim()
      .min(1, "Donnez la commune.")
      .max(200, "Donnez la commune."),
    adresse: z.string().trim().max(300, "L’adresse tient en 300 caractères.").default(""),
    ouverture: day,
    fermeture: day,
    version: z.coerce.number().int().optional(),
  })
  .refine(({ ouverture, fermeture }) => !ouverture || !fermeture || ouverture <= fermeture, {
    path: ["fermeture"],
    message: "Le bureau ne peut pas fermer avant d’avoir ouvert : vérifiez les deux dates.",
  });
export type OfficeForm = z.output<typeof officeForm>;
