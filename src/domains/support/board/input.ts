import { z } from "zod";
import { stages } from "../rules.ts";

/** Lines of a page of the list, cards of a column of the board. */
export const pageSize = 50;
export const columnSize = 20;

export const sorts = ["debut", "sujet", "etape", "suite"] as const;
export type Sort = (typeof sorts)[number];

const word = z.string().trim().max(200);
const account = z.union([z.literal("personne"), z.uuid()]);

const question = z.object({
  annee: z.union([z.literal("toutes"), z.coerce.number().int().min(1900).max(2999)]).optional(),
  etape: z.union([z.literal("ouverts"), z.enum(stages)]).optional(),
  referent: account.optional(),
  theme: z.coerce.number().int().positive().optional(),
  departement: word.optional(),
  type: z.coerce.number().int().positive().optional(),
  q: word.optional(),
  import: z.coerce.number().int().positive().optional(),
  etat: z.literal("supprimes").optional(),
  tri: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`] as const)).default("-debut"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

const filled = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== ""));

/** What one may ask of the list, from a query string where a form left its fields empty. */
export const courseQuestion = z.preprocess(filled, question);
export type CourseQuestion = z.output<typeof question>;

/** Whose board, whose week; nothing: one's own week, everyone's board. */
export const boardQuestion = z.preprocess(filled, z.object({ referent: account.optional() }));
export type BoardQuestion = z.output<typeof boardQuestion>;
