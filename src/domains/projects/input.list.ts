import { z } from "zod";
import { origins, stages, states } from "./rules.ts";

/** Lines of a page. */
export const pageSize = 50;

export const sorts = ["titre", "debut", "etape", "maj", "montant"] as const;
export type Sort = (typeof sorts)[number];

/** The ways to look at what answers the question. */
export const looks = ["liste", "carte", "graphiques"] as const;

const word = z.string().trim().max(80);

const question = z.object({
  q: z.string().trim().max(200).optional(),
  departement: word.optional(),
  pays: word.optional(),
  zone: word.optional(),
  secteur: word.optional(),
  odd: word.optional(),
  axe: word.optional(),
  etape: z.enum(stages.map(({ name }) => name)).optional(),
  origine: z.enum(origins.map(({ name }) => name)).optional(),
  annee: z.coerce.number().int().min(1900).max(2200).optional(),
  acteur: z.coerce.number().int().positive().optional(),
  /** INSEE code of a commune here. */
  lieu: word.optional(),
  etat: z.enum(states.map(({ name }) => name)).optional(),
  import: z.coerce.number().int().positive().optional(),
  tri: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`] as const)).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  vue: z.enum(looks).optional(),
});

const filled = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== ""));

/** What staff may ask of the list, in the words of its address. */
export const projectQuestion = z.preprocess(filled, question);
/** What everyone may: neither the state, nor an import, nor an order that would tell amounts. */
export const publicQuestion = z.preprocess(
  filled,
  question.omit({ etat: true, import: true }).extend({
    tri: z.enum(["titre", "-titre", "debut", "-debut", "maj"]).optional(),
  }),
);
export type ProjectQuestion = z.output<typeof question>;

/** Who reads: everyone sees what is published and listed; the network's own people see all. */
export type Scope = "public" | "inside";

/** The filters that count what they would give; each is a word of the address. */
export const dimensions = [
  "departement",
  "zone",
  "pays",
  "secteur",
  "odd",
  "axe",
  "etape",
  "origine",
  "annee",
  "etat",
] as const;
export type Dimension = (typeof dimensions)[number];
