import { z } from "zod";
import { settings } from "./texts.ts";

export const sorts = ["date", "sujet", "type", "duree", "participants"] as const;
export type Sort = (typeof sorts)[number];

/** Lines of a page. */
export const pageSize = 50;

const word = z.string().trim().max(200);

/** What a filter says when it looks for meetings of which nothing is said. */
export const none = "aucun";
const term = z.union([z.literal(none), z.coerce.number().int().positive()]).optional();

/** What one may ask of the list, in the words of its address. What is empty asks for nothing. */
const question = z.object({
  annee: z.union([z.literal("toutes"), z.coerce.number().int().min(1900).max(2999)]).optional(),
  mois: z.coerce.number().int().min(1).max(12).optional(),
  type: word.optional(),
  lieu: word.optional(),
  cadre: z.enum(settings.map((setting) => setting.name)).optional(),
  pole: term,
  axe: term,
  mission: term,
  dispositif: term,
  equipe: z.union([z.literal(none), z.uuid()]).optional(),
  classe: word.optional(),
  q: word.optional(),
  import: z.coerce.number().int().positive().optional(),
  etat: z.literal("supprimees").optional(),
  tri: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`] as const)).default("-date"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The same, from a query string where a form left its fields empty. */
export const meetingQuestion = z.preprocess(
  (given) =>
    Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== "")),
  question,
);
export type MeetingQuestion = z.output<typeof question>;
