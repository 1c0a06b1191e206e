import { z } from "zod";

/** Lines of a page. */
export const pageSize = 50;

/** The page asked for. */
export const unmatchedQuestion = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
