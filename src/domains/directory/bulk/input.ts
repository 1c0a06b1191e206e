import { z } from "zod";
import { bulkKinds } from "./texts.ts";

/** How many rows may be checked one by one. */
const mostChosen = 500;

/** The organisations checked in a list, and whether all those of the search are meant instead. */
export const selection = z.object({
  portee: z.enum(["cochees", "toutes"]).catch("cochees"),
  choix: z
    .preprocess(
      (given) => (given === undefined ? [] : [given].flat()),
      z.array(z.coerce.number().int().positive()),
    )
    .catch([])
    .transform((ids) => [...new Set(ids)].slice(0, mostChosen)),
});
export type Selection = z.output<typeof selection>;

export const bulkStep = z.object({ faire: z.enum([...bulkKinds, "export"]).catch("tag") });

const label = (what: string) =>
  z.string().trim().max(80, `${what} : 80 caractères au plus.`).optional().default("");
const id = z.coerce.number().int().positive().optional().catch(undefined);

/** What the last page asks: which tag or which list, known or new. */
export const bulkForm = z.object({
  etiquette: id,
  nouvelle_etiquette: label("Le nom de l’étiquette"),
  liste: id,
  nouvelle_liste: label("Le nom de la liste"),
});
export type BulkForm = z.output<typeof bulkForm>;
