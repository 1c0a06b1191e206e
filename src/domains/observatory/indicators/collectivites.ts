import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const met = {
  unit: "collectivités",
  rule_version: 1,
  rows: "collectivites",
  measure: { kind: "count" },
} as const;

export const collectiviteIndicators: readonly Indicator[] = [
  {
    ...met,
    id: "collectivites.met",
    label: "Collectivités rencontrées",
    definition:
      "Organisations du type « Collectivité territoriale » que les réunions de l’année disent avoir rencontrées ; chacune compte une fois, quel que soit le nombre de ses réunions.",
  },
  {
    ...met,
    id: "collectivites.met_by_class",
    label: "Collectivités rencontrées, par population",
    definition:
      "Collectivités rencontrées dans l’année, d’après les habitants de la commune, de l’intercommunalité, du département ou de la région que chacune est (populations municipales de l’INSEE). Celles que la règle ne sait pas reconnaître sont à part.",
    breakdown: {
      key: sql`coalesce(counted.class_code, 'inconnue')`,
      label: sql`coalesce(counted.class_label, 'Population inconnue')`,
      order: sql`min(counted.class_position)`,
    },
  },
];
