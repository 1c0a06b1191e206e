import { z } from "zod";
import { readRna, readSiren, readSiret, readUai } from "../rules.ts";

/** The question put to the page of duplicates. */
export const pairsQuestion = z.object({
  q: z.string().trim().max(200).default(""),
  etat: z.enum(["distinctes"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type PairsQuestion = z.output<typeof pairsQuestion>;

const number = z.coerce.number("Choisissez deux fiches.").int().positive();

/** Two cards, whatever their order. */
export const pairForm = z
  .object({ a: number, b: number })
  .refine(({ a, b }) => a !== b, { message: "Choisissez deux fiches différentes.", path: ["b"] });

const line = z.string().trim().max(300).default("");
const optional = (read: (typed: string) => string | undefined) =>
  line.transform((typed) => read(typed) ?? null);

/** What is being typed in the form of an organisation; what is not yet right does not count. */
export const typedQuestion = z.object({
  nom: line,
  sigle: line,
  rna: optional(readRna),
  siren: optional(readSiren),
  siret: optional(readSiret),
  uai: optional(readUai),
  /** The card that is being changed: it is not its own duplicate. */
  sauf: z.coerce.number().int().catch(0).default(0),
});
