import { z } from "zod";

const number = z.coerce.number().int().positive().optional();

/** How many changes a page shows. */
export const pageSize = 50;

/** What a reader asks of the list of proposals; what does not fit is left out. */
export const waitingQuestion = z.object({
  source: z.string().max(40).optional(),
  champ: z.string().max(60).optional(),
  organisation: number,
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type WaitingAsked = z.output<typeof waitingQuestion>;

/** The boxes ticked, and what is decided of them. */
export const decisionForm = z.object({
  changement: z
    .union([z.string(), z.string().array()], "Cochez au moins une ligne.")
    .transform((given) =>
      [given]
        .flat()
        .filter((id) => /^\d{1,15}$/.test(id))
        .map(Number),
    )
    .refine((ids) => ids.length > 0 && ids.length <= 200, "Cochez au moins une ligne."),
  decision: z.enum(["accepter", "refuser", "accepter-quand-meme"], "Dites si vous acceptez ou refusez."),
});
