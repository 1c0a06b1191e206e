import { z } from "zod";

/** What keeps a segment: its name, who uses it, and the version under the reader's eyes. The criteria are read apart. */
export const segmentForm = z.object({
  nom: z
    .string()
    .trim()
    .min(1, "Donnez un nom au segment.")
    .max(120, "Le nom du segment : 120 caractères au plus."),
  partage: z.enum(["equipe", "moi"]).catch("equipe"),
  version: z.coerce.number().int().min(1).catch(0),
});

/** The page of a list. */
export const pageQuestion = z.object({ page: z.coerce.number().int().min(1).max(10_000).optional() });

/** How many segments a page shows. */
export const pageSize = 20;
