import { z } from "@hono/zod-openapi";

const code = (description: string, example: string) =>
  z.string().trim().min(1).max(80).optional().openapi({ description, example });

/** What a program asks of the list of organisations. */
export const organisationsQuestion = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .openapi({ description: "Des mots du nom, du sigle ou de la présentation.", example: "mali" }),
  departement: code("Code INSEE du département.", "59"),
  type: code("Code du type d’acteur.", "osim"),
  famille: code("Code de la famille d’acteurs.", "associations"),
  secteur: code("Code d’un secteur d’action.", "eau"),
  odd: z.coerce
    .number("Donnez un ODD de 1 à 17.")
    .int("Donnez un ODD de 1 à 17.")
    .min(1, "Donnez un ODD de 1 à 17.")
    .max(17, "Donnez un ODD de 1 à 17.")
    .optional()
    .openapi({ description: "Numéro d’un objectif de développement durable.", example: 6 }),
  pays: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "Donnez le code d’un pays en deux lettres (ISO 3166-1), par exemple ML.")
    .transform((text) => text.toUpperCase())
    .optional()
    .openapi({ description: "Pays d’action, ISO 3166-1 alpha-2.", example: "ML" }),
  updated_since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: "Donnez un jour ou un instant ISO 8601, par exemple 2026-01-31.",
    })
    .optional()
    .openapi({
      description: "Seulement les fiches changées depuis ce jour ou cet instant.",
      example: "2026-01-31",
    }),
  after: z.coerce
    .number("« after » est le numéro de la dernière organisation reçue.")
    .int("« after » est le numéro de la dernière organisation reçue.")
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .openapi({
      description: "Le numéro de la dernière organisation de la page d’avant ; `next` le contient.",
    }),
  limit: z.coerce
    .number("« limit » va de 1 à 100.")
    .int("« limit » va de 1 à 100.")
    .min(1, "« limit » va de 1 à 100.")
    .max(100, "« limit » va de 1 à 100.")
    .default(50)
    .openapi({ description: "Combien d’organisations par page, 100 au plus." }),
});
export type OrganisationsQuestion = z.output<typeof organisationsQuestion>;

const term = z.object({ code: z.string(), label: z.string() }).openapi("Term");

/** An organisation as everyone may see it: what it does not show is null or an empty list. */
export const organisation = z
  .object({
    id: z.number().int(),
    name: z.string(),
    acronym: z.string().nullable(),
    type: term.nullable(),
    family: term.nullable(),
    description: z.string().nullable(),
    website: z.string().nullable(),
    rna: z.string().nullable(),
    siren: z.string().nullable(),
    siret: z.string().nullable(),
    uai: z.string().nullable(),
    legal_form: z.string().nullable(),
    founded_year: z.number().int().nullable(),
    address: z.string().nullable(),
    postal_code: z.string().nullable(),
    commune: term.nullable().openapi({ description: "Code INSEE et nom." }),
    department: term.nullable(),
    epci_code: z.string().nullable(),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    sectors: z.array(term),
    goals: z.array(term).openapi({ description: "Objectifs de développement durable." }),
    countries: z.array(term).openapi({ description: "ISO 3166-1 alpha-2 et nom français." }),
    contact_points: z.array(z.object({ kind: z.string(), label: z.string(), value: z.string() })),
    logo_url: z.url().nullable(),
    custom: z
      .record(z.string(), z.unknown())
      .openapi({ description: "Les champs publics que le réseau ajoute, par leur code." }),
    confirmed_on: z.iso
      .date()
      .nullable()
      .openapi({ description: "Le dernier jour où l’organisation a confirmé sa fiche." }),
    updated_at: z.iso.datetime({ offset: true }),
    url: z.url().openapi({ description: "Sa page." }),
  })
  .openapi("Organisation");

export const organisationPage = z
  .object({
    total: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "Combien d’organisations répondent en tout ; dit avec la première page." }),
    next: z.url().nullable().openapi({ description: "L’adresse de la page suivante." }),
    organisations: z.array(organisation),
  })
  .openapi("OrganisationPage");

export const failure = z.object({ error: z.string() }).openapi("Error");
