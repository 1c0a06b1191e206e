import { z } from "zod";

/** Lines of a page. */
export const pageSize = 50;

const withoutEmpty = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== ""));

const visitor = z.object({
  annee: z.coerce.number().int().min(1900).max(2999).optional(),
  cadre: z.enum(["en-ligne", "sur-place"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** What a visitor may ask of the public list. */
export const publicQuestion = z.preprocess(withoutEmpty, visitor);
export type PublicQuestion = z.output<typeof visitor>;
