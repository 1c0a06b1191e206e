import { z } from "zod";
import { findIndicator } from "#domains/observatory/index.ts";
import { comparisons, standings } from "./rules.ts";

const version = z.coerce.number().int().min(0).catch(0);

/** Staff's words in a chapter: plain paragraphs, separated by an empty line. */
export const passageInput = z.object({
  text: z.string().trim().max(20_000, "Le texte dépasse 20 000 caractères : raccourcissez-le."),
  version,
});

const words = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `Écrivez-le en ${most} caractères au plus.`);
const optional = (most: number) =>
  z.string().trim().max(most, `Écrivez-le en ${most} caractères au plus.`).default("");

/** `1 517`, `2,5` as printed; a word or a date stays text; nothing is nothing. */
const printed = z
  .string()
  .trim()
  .max(200, "Recopiez le chiffre seul : 200 caractères au plus.")
  .transform((typed) => {
    if (typed === "") return null;
    const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace("−", "-")) : typed;
  });

export const claimInput = z.object({
  claim: words(300, "Dites ce que le chiffre compte."),
  value: printed,
  unit: optional(60),
  document: words(200, "Dites dans quel document il est imprimé."),
  section: optional(200),
  comparison: z.enum(comparisons, "Choisissez comment il est imprimé."),
  indicator: z
    .string()
    .default("")
    .refine((id) => id === "" || findIndicator(id) !== undefined, "Choisissez un indicateur de la liste.")
    .transform((id) => id || null),
  key: optional(300).transform((key) => key || null),
  note: optional(2000),
  version,
});
export type ClaimInput = z.output<typeof claimInput>;

export const reconciliationQuery = z.object({ etat: z.enum(standings).optional() });
export const editionQuery = z.object({ edition: z.coerce.number().int().min(1).max(10_000).optional() });
export const frozenRowsQuery = editionQuery.extend({
  cle: z.string().max(300).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The file of printed figures that the demonstration and the import of a past report give. */
export const claimsFile = z.array(
  z.object({
    id: z.string().min(1).max(100),
    document: z.string(),
    section: z.string(),
    claim: z.string(),
    value: z.union([z.number(), z.string(), z.null()]),
    unit: z.string().nullable().default(""),
    note: z.string().default(""),
    indicator: z.string().nullable().default(null),
    key: z.string().nullable().default(null),
    comparison: z.enum(comparisons).default("equal"),
  }),
);
export type ClaimsFile = z.input<typeof claimsFile>;
