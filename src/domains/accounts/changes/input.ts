import { z } from "zod";
import { readDay } from "#platform/dates.ts";

const text = z.string().trim().min(1).max(200).optional();

/** What is asked of the journal: a person, a kind of record, one record, a day; and from which line down. */
export const question = z.object({
  compte: z.uuid().optional(),
  table: z
    .string()
    .regex(/^[a-z]+(\.[a-z_]+)?$/)
    .optional(),
  fiche: text,
  jour: z
    .string()
    .transform((typed) => readDay(typed))
    .optional(),
  avant: z.coerce.number().int().positive().optional(),
});
export type Question = z.output<typeof question>;
