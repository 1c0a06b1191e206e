import { z } from "zod";

export const sorts = ["date", "intitule", "duree", "participants"] as const;
export type Sort = (typeof sorts)[number];

/** Lines of a page. */
export const pageSize = 50;

const filters = {
  annee: z.union([z.literal("toutes"), z.coerce.number().int().min(1900).max(2999)]).optional(),
  cadre: z.enum(["en-ligne", "sur-place"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
};

const withoutEmpty = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== ""));

const staff = z.object({
  ...filters,
  q: z.string().trim().max(200).optional(),
  etat: z.literal("supprimees").optional(),
  tri: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`] as const)).default("-date"),
});

/** What staff may ask of the list of sessions, in the words of its address. What is empty asks for nothing. */
export const sessionQuestion = z.preprocess(withoutEmpty, staff);
export type SessionQuestion = z.output<typeof staff>;
