import { z } from "zod";

const term = z.string().regex(/^\d+$/).transform(Number);

/** What the form of an organisation says beside its fields: these are read by `fields/entry.ts`. */
export const standingForm = z.object({
  visibilite: z.enum(["listed", "internal"]).catch("internal"),
  statut: z.enum(["proposed", "published"]).catch("published"),
  etiquettes: z.union([z.array(term), term.transform((id) => [id])]).catch([]),
  version: z.coerce.number().int().catch(0),
  autre: z.string().optional(),
  /** The entry of a register from which the form was filled. */
  registre: z.string().max(40).optional().catch(undefined),
});

export type StandingForm = z.output<typeof standingForm>;
