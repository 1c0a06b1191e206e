import { z } from "zod";

export const sorts = ["date", "intitule", "duree", "participants"] as const;
export type Sort = (typeof sorts)[number];

/** Lines of a page. */
export const pageSize = 50;

/** What the state of a line may be asked to be, in the words of the address. */
export const states = [
  { name: "prevus", code: "planned", label: "Prévus, sans date" },
  { name: "brouillons", code: "draft", label: "Brouillons" },
  { name: "proposes", code: "proposed", label: "Proposés, à lire" },
  { name: "annules", code: "cancelled", label: "Annulés" },
  { name: "deplaces", code: "moved", label: "Déplacés" },
] as const;
export type StateName = (typeof states)[number]["name"];

const word = z.string().trim().max(100);

const question = z.object({
  annee: z.union([z.literal("toutes"), z.coerce.number().int().min(1900).max(2999)]).optional(),
  quand: z.literal("a-venir").optional(),
  genre: word.optional(),
  cadre: z.enum(["en-ligne", "sur-place"]).optional(),
  origine: z.enum(["reseau", "relaye"]).optional(),
  etat: z.enum([...states.map(({ name }) => name), "supprimes"]).optional(),
  pole: word.optional(),
  axe: word.optional(),
  q: z.string().trim().max(200).optional(),
  import: z.coerce.number().int().positive().optional(),
  tri: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`] as const)).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** What staff may ask of the agenda, in the words of its address. What is empty asks for nothing. */
export const eventQuestion = z.preprocess(
  (given) =>
    Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== "")),
  question,
);
export type EventQuestion = z.output<typeof question>;
