import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const held = { unit: "événements", rule_version: 1, rows: "events", measure: { kind: "count" } } as const;

export const agendaIndicators: readonly Indicator[] = [
  {
    ...held,
    id: "events.count",
    label: "Événements",
    definition:
      "Événements du réseau commencés dans l’année, formations non comprises : ceux que l’agenda a annoncés et que rien n’a annulés, et les lignes du programme faites lors d’une réunion du journal. Un événement compte une fois, quel que soit le nombre de ses dates ; ceux que le réseau relaie ne comptent pas.",
  },
  {
    ...held,
    id: "events.by_kind",
    label: "Événements par type",
    definition:
      "Événements du réseau commencés dans l’année, d’après le type que l’agenda leur donne ; chacun n’en a qu’un.",
    breakdown: { key: sql`coalesce(counted.kind_code, 'autre')`, label: sql`counted.kind` },
  },
  {
    id: "programme.done_share",
    label: "Part du programme réalisée",
    definition:
      "Lignes du programme de l’année dont quelque chose a eu lieu (une date passée de l’agenda, ou une réunion du journal), rapportées à toutes les lignes prévues, abandonnées comprises.",
    unit: "%",
    rule_version: 1,
    rows: "programme_items",
    measure: { kind: "share" },
    where: sql`counted.held_on is not null`,
  },
];
