import { z } from "zod";

export const placeQuestion = z.object({
  q: z.string().trim().max(100).default(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const spellingForm = z.object({
  graphie: z
    .string("Écrivez la graphie.")
    .trim()
    .min(1, "Écrivez la graphie.")
    .max(200, "Une graphie tient en 200 caractères."),
});
