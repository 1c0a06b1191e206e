import { z } from "@hono/zod-openapi";

const code = (description: string, example: string) =>
  z.string().trim().min(1).max(80).optional().openapi({ description, example });
const day = (description: string, example: string) =>
  z.iso
    .date({ error: "Donnez un jour ISO 8601, par exemple 2026-01-31." })
    .optional()
    .openapi({ description, example });

/** What a program asks of the list of events. */
export const eventsQuestion = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .openapi({ description: "Des mots de l’événement.", example: "mali" }),
  from: day("Seulement ce qui n’est pas fini ce jour-là.", "2026-01-01"),
  to: day("Seulement ce qui a commencé ce jour-là.", "2026-12-31"),
  training: z
    .enum(["true", "false"], "« training » vaut true ou false.")
    .optional()
    .openapi({ description: "Seulement les formations, ou seulement le reste." }),
  type: code("Code d’un type d’événement.", "webinaire"),
  departement: code("Code INSEE d’un département.", "59"),
  secteur: code("Code d’un secteur d’action.", "eau"),
  odd: code("Numéro d’un objectif de développement durable.", "6"),
  pays: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "Donnez le code d’un pays en deux lettres (ISO 3166-1), par exemple ML.")
    .transform((text) => text.toUpperCase())
    .optional()
    .openapi({ description: "Pays, ISO 3166-1 alpha-2.", example: "ML" }),
  updated_since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: "Donnez un jour ou un instant ISO 8601, par exemple 2026-01-31.",
    })
    .optional()
    .openapi({ description: "Seulement ce qui a changé depuis.", example: "2026-01-31" }),
  after: z.coerce
    .number("« after » est le numéro du dernier événement reçu.")
    .int("« after » est le numéro du dernier événement reçu.")
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .openapi({ description: "Le numéro du dernier événement de la page d’avant ; `next` le contient." }),
  limit: z.coerce
    .number("« limit » va de 1 à 100.")
    .int("« limit » va de 1 à 100.")
    .min(1, "« limit » va de 1 à 100.")
    .max(100, "« limit » va de 1 à 100.")
    .default(50)
    .openapi({ description: "Combien d’événements par page, 100 au plus." }),
});
export type EventsQuestion = z.output<typeof eventsQuestion>;

const term = z.object({ code: z.string(), label: z.string() }).openapi("Term");
const instant = z.iso.datetime({ offset: true });

const session = z
  .object({
    id: z.number().int(),
    uid: z.uuid().openapi({ description: "Le même dans les calendriers (iCalendar)." }),
    title: z.string().nullable(),
    starts_on: z.iso.date(),
    ends_on: z.iso.date(),
    starts_at: instant.nullable().openapi({ description: "L’instant ; nul pour un jour entier." }),
    ends_at: instant.nullable(),
    status: z.enum(["scheduled", "moved", "cancelled"]),
    moved_from: z.iso.date().nullable(),
    online: z.boolean(),
    place: z.string().nullable(),
    address: z.string().nullable(),
    commune: term.nullable().openapi({ description: "Code INSEE et nom." }),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
  })
  .openapi("EventSession");

/** An event as everyone may see it: what it does not say is null or an empty list. */
export const event = z
  .object({
    id: z.number().int(),
    title: z.string(),
    training: z.boolean(),
    kind: term.nullable(),
    nature: z.enum(["thematic", "methodological"]).nullable(),
    description: z.string().nullable(),
    objectives: z.string().nullable(),
    origin: z
      .enum(["own", "relayed"])
      .openapi({ description: "Du réseau, ou relayé d’un membre ou partenaire." }),
    cancelled: z.boolean(),
    cancelled_why: z.string().nullable(),
    planned_period: z
      .string()
      .nullable()
      .openapi({ description: "Quand il n’a pas encore de date : « Mai »." }),
    planned_from: z.iso.date().nullable(),
    planned_to: z.iso.date().nullable(),
    audience: z.string().nullable(),
    audience_types: z.array(term),
    sectors: z.array(term),
    goals: z.array(term).openapi({ description: "Objectifs de développement durable." }),
    countries: z.array(term).openapi({ description: "ISO 3166-1 alpha-2 et nom français." }),
    organisers: z.array(
      z.object({
        name: z.string(),
        organisation_id: z.number().int().nullable(),
        role: z.enum(["organiser", "co_organiser", "speaker"]),
      }),
    ),
    website: z.string().nullable(),
    sessions: z.array(session),
    updated_at: instant,
    url: z.url().openapi({ description: "Sa page." }),
    calendar_url: z.url().openapi({ description: "Son calendrier (iCalendar)." }),
  })
  .openapi("Event");

export const eventPage = z
  .object({
    total: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "Combien répondent en tout ; dit avec la première page." }),
    next: z.url().nullable().openapi({ description: "L’adresse de la page suivante." }),
    events: z.array(event),
  })
  .openapi("EventPage");

export const failure = z.object({ error: z.string() }).openapi("Error");
