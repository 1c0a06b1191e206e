import { z } from "@hono/zod-openapi";
import { code, country, pageFacts, paging, since, term, words } from "#platform/web/api.ts";

const day = (description: string, example: string) =>
  z.iso
    .date({ error: "Donnez un jour ISO 8601, par exemple 2026-01-31." })
    .optional()
    .openapi({ description, example });

/** What a program asks of the list of events. */
export const eventsQuestion = z.object({
  q: words("Des mots de l’événement."),
  from: day("Seulement ce qui n’est pas fini ce jour-là.", "2026-01-01"),
  to: day("Seulement ce qui a commencé ce jour-là.", "2026-12-31"),
  training: z
    .enum(["true", "false"], "« training » vaut true ou false.")
    .optional()
    .openapi({ description: "Seulement les formations, ou seulement le reste." }),
  type: code("Code d’un type d’événement.", "webinaire"),
  departement: code("Code INSEE d’un département.", "59"),
  secteur: code("Code d’un secteur d’action.", "eau"),
  odd: code("Numéro d’un objectif de développement durable.", "6"),
  pays: country("Pays, ISO 3166-1 alpha-2."),
  updated_since: since("Seulement ce qui a changé depuis."),
  ...paging("du dernier événement reçu"),
});
export type EventsQuestion = z.output<typeof eventsQuestion>;

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
      .openapi({ description: "Quand il n’a pas encore de date : « Mai »." }),
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
    ...pageFacts,
    events: z.array(event),
  })
  .openapi("EventPage");
