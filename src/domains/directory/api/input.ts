import { z } from "@hono/zod-openapi";
import { code, country, pageFacts, paging, since, term, words } from "#platform/web/api.ts";

/** What a program asks of the list of organisations. */
export const organisationsQuestion = z.object({
  q: words("Des mots du nom, du sigle ou de la présentation."),
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
  pays: country("Pays d’action, ISO 3166-1 alpha-2."),
  updated_since: since("Seulement les fiches changées depuis ce jour ou cet instant."),
  ...paging("de la dernière organisation reçue"),
});
export type OrganisationsQuestion = z.output<typeof organisationsQuestion>;

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
    ...pageFacts,
    organisations: z.array(organisation),
  })
  .openapi("OrganisationPage");
