import { z } from "zod";
import { readDay } from "#platform/dates.ts";
import { readRna, readSiren, readSiret, readUai, readWebAddress } from "./rules.ts";

const line = (longest: number, name: string) =>
  z.string().trim().max(longest, `${name} : ${longest} caractères au plus.`).default("");

/** A field that may stay empty, and must be read by `read` when it does not. */
const optional = (read: (typed: string) => string | undefined, refusal: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const value = read(typed);
      if (value === undefined) context.addIssue({ code: "custom", message: refusal });
      return value ?? null;
    });

const reference = z
  .string()
  .default("")
  .transform((typed) => (/^\d+$/.test(typed) ? Number(typed) : null));

/** The form of an organisation. The commune is matched afterwards: it needs the geography. */
export const organisationForm = z
  .object({
    nom: z
      .string("Donnez le nom de l’organisation.")
      .trim()
      .min(1, "Donnez le nom de l’organisation.")
      .max(300, "Le nom tient en 300 caractères."),
    sigle: line(60, "Le sigle"),
    type: reference,
    famille: reference,
    rna: optional(readRna, "Un numéro RNA commence par W, suivi de neuf chiffres : W595001234."),
    siren: optional(readSiren, "Ce SIREN n’est pas bon : neuf chiffres, dont le dernier vérifie les autres."),
    siret: optional(
      readSiret,
      "Ce SIRET n’est pas bon : quatorze chiffres, dont le dernier vérifie les autres.",
    ),
    uai: optional(readUai, "Ce code UAI n’est pas bon : sept chiffres, puis la lettre qui les vérifie."),
    forme: line(120, "La forme juridique"),
    annee: z
      .string()
      .trim()
      .default("")
      .refine(
        (typed) => typed === "" || (/^\d{4}$/.test(typed) && Number(typed) >= 1500 && Number(typed) <= 2200),
        "Écrivez l’année de création en quatre chiffres : 1998.",
      )
      .transform((typed) => (typed ? Number(typed) : null)),
    adresse: line(300, "L’adresse"),
    code_postal: line(10, "Le code postal"),
    commune: line(200, "La commune"),
    departement: line(3, "Le département").transform((code) => code || null),
    site: optional(
      readWebAddress,
      "Cette adresse de site n’est pas bonne : écrivez www.exemple.fr.",
    ).transform((url) => url ?? ""),
    presentation: line(5000, "La présentation"),
    visibilite: z.enum(["listed", "internal"]).catch("internal"),
    statut: z.enum(["proposed", "published"]).catch("published"),
    depuis: optional(readDay, "Écrivez une date du calendrier : 6/1/2021."),
    version: z.coerce.number().int().catch(0),
    autre: z.string().optional(),
  })
  .superRefine((typed, context) => {
    if (typed.siren && typed.siret && !typed.siret.startsWith(typed.siren))
      context.addIssue({
        code: "custom",
        path: ["siret"],
        message: "Ce SIRET n’est pas celui de ce SIREN : il doit commencer par ses neuf chiffres.",
      });
  });

export type OrganisationForm = z.output<typeof organisationForm>;
