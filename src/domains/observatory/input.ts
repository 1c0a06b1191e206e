import { z } from "zod";

/** A civil year of the records. */
export const yearInput = z.coerce.number().int().min(1900).max(2200);

/** `/observatoire/indicateurs/:id?annee=2021&cle=…&page=2` */
export const rowsQuery = z.object({
  annee: yearInput.optional(),
  cle: z.string().max(300).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const registryQuery = z.object({ annee: yearInput.optional() });
