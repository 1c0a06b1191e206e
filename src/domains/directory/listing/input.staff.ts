import { z } from "zod";
import { question } from "./input.ts";

/** What the team asks of the list besides: a segment, the columns shown and taken away. */
export const staffQuestion = question.extend({
  segment: z.coerce.number().int().positive().optional(),
  /** Their keys, with commas. */
  colonnes: z.string().trim().max(600).optional(),
});
