import { z } from "zod";
import { audiences } from "./rules.ts";

/** A letter of the team to those of an event. */
export const letterForm = z.object({
  a: z.enum(audiences, "Choisissez à qui vous écrivez."),
  objet: z
    .string("Donnez l’objet de la lettre.")
    .trim()
    .min(1, "Donnez l’objet de la lettre.")
    .max(200, "L’objet tient en 200 caractères."),
  texte: z
    .string("Écrivez la lettre.")
    .trim()
    .min(1, "Écrivez la lettre.")
    .max(10_000, "La lettre tient en 10 000 caractères."),
  attestation: z.literal("oui").optional(),
  avis: z.literal("oui").optional(),
  signataire: z.string().trim().max(200, "Le nom et la fonction tiennent en 200 caractères.").default(""),
});

export const letterQuestion = z.object({ a: z.enum(audiences).catch("all") });
