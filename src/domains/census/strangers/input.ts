import { z } from "zod";

/** What an organisation that has no personal link tells first. */
export const strangerForm = z.object({
  nom: z
    .string("Donnez le nom de votre organisation.")
    .trim()
    .min(2, "Donnez le nom de votre organisation.")
    .max(300, "Le nom tient en 300 caractères."),
  courriel: z
    .string("Donnez une adresse de courriel.")
    .trim()
    .toLowerCase()
    .pipe(z.email("Cette adresse de courriel n’est pas bonne : écrivez nom@exemple.fr.").max(254)),
  personne: z.string().trim().max(200, "Ce nom tient en 200 caractères.").default(""),
  /** None of those shown is ours. */
  nouvelle: z
    .string()
    .optional()
    .transform((typed) => typed === "oui"),
});
export type Stranger = z.output<typeof strangerForm>;

/** `C’est nous`: one of those shown for this name. */
export const oursForm = z.object({
  nom: z.string().trim().min(2).max(300),
  organisation: z.coerce.number().int().positive(),
});
