import { z } from "zod";

export const pageSize = 50;

const code = z.string().trim().max(80).optional();

/** What a reader asks of the list of partnerships, as in its address. */
export const question = z.object({
  q: z.string().trim().max(200).optional(),
  pays: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  genre: z.enum(["twinning", "decentralised_cooperation", "other"]).optional(),
  etat: z.enum(["active", "dormant", "ended"]).optional(),
  departement: code,
  tri: z.enum(["pays", "-pays", "organisation", "-organisation", "annee", "-annee"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type Question = z.output<typeof question>;

/** The filters that count what they would give. */
export const dimensions = ["pays", "genre", "etat", "departement"] as const;
export type Dimension = (typeof dimensions)[number];

/** The form of a partnership; `countries` are the codes of the geography. */
export const partnershipForm = (countries: ReadonlySet<string>) =>
  z
    .object({
      genre: z.enum(["twinning", "decentralised_cooperation", "other"], "Choisissez de quoi il s’agit."),
      partenaire: z
        .string("Donnez le nom du territoire partenaire.")
        .trim()
        .min(1, "Donnez le nom du territoire partenaire : « Commune de Ségou ».")
        .max(200, "Le nom du partenaire tient en 200 caractères."),
      pays: z.string("Choisissez le pays.").refine((code) => countries.has(code), "Choisissez le pays."),
      annee: z
        .string()
        .trim()
        .default("")
        .refine(
          (typed) =>
            typed === "" || (/^\d{4}$/.test(typed) && Number(typed) >= 1900 && Number(typed) <= 2200),
          "Écrivez l’année en quatre chiffres : 1998.",
        )
        .transform((typed) => (typed ? Number(typed) : null)),
      etat: z.enum(["active", "dormant", "ended"]).catch("active"),
      vue: z.enum(["public", "members", "staff"]).catch("public"),
      note: z.string().trim().max(2000, "La note tient en 2 000 caractères.").default(""),
      version: z.coerce.number().int().catch(0),
    })
    .transform((typed) => ({
      version: typed.version,
      facts: {
        kind: typed.genre,
        partner: typed.partenaire,
        country_code: typed.pays,
        since_year: typed.annee,
        state: typed.etat,
        visibility: typed.vue,
        note: typed.note,
      },
    }));

export type PartnershipFacts = z.output<ReturnType<typeof partnershipForm>>["facts"];
