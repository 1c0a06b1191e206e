import { z } from "zod";

export const erasuresPageSize = 50;

export const pageQuestion = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const erasureForm = z.object({
  certain: z.literal("oui", "Cochez la case : un effacement ne se reprend pas."),
});

export const requestForm = z.object({
  message: z.string().trim().max(2000, "Votre message tient en 2 000 caractères.").default(""),
});

/** The reason of a refusal; its field bears the number of the request, since the page holds several. */
export const refusalForm = (id: number) =>
  z.object({
    [`raison-${id}`]: z
      .string()
      .trim()
      .min(1, "Dites pourquoi : la personne le lira.")
      .max(2000, "La raison tient en 2 000 caractères."),
  });
