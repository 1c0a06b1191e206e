import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";
import { monthLines } from "./months.ts";

const courses = {
  unit: "accompagnements",
  rule_version: 1,
  rows: "courses",
  measure: { kind: "count" },
} as const;

export const supportIndicators: readonly Indicator[] = [
  {
    id: "support.meetings",
    label: "Réunions d’accompagnement",
    definition:
      "Nombre de réunions de type Accompagnement du journal d’activité. Un accompagnement en demande souvent plusieurs : ce compte n’est pas celui des accompagnements.",
    unit: "réunions",
    rule_version: 1,
    rows: "meetings",
    measure: { kind: "count" },
    where: sql`counted.type_code = 'accompagnement'`,
  },
  {
    ...courses,
    id: "support.courses",
    label: "Accompagnements",
    definition:
      "Nombre d’accompagnements ouverts dans l’année, quel que soit le nombre de leurs réunions. Celui qui dure compte l’année de son ouverture ; une demande qui attend sa réponse, ou un accompagnement dont personne ne sait la date d’ouverture, ne compte pas.",
  },
  {
    ...courses,
    id: "support.by_month",
    label: "Accompagnements par mois",
    definition: "Accompagnements ouverts dans l’année, d’après le mois de leur ouverture.",
    breakdown: {
      key: sql`counted.month::text`,
      label: sql`counted.month::text`,
      lines: monthLines,
    },
  },
  {
    ...courses,
    id: "support.by_department",
    label: "Accompagnements par département",
    definition:
      "Accompagnements ouverts dans l’année, d’après le département de l’organisation accompagnée, à défaut celui que dit la demande. Quand il y en a plusieurs, c’est la principale qui compte.",
    breakdown: {
      key: sql`coalesce(counted.department_code, 'inconnu')`,
      label: sql`coalesce(counted.department, 'Département non renseigné')`,
    },
  },
  {
    ...courses,
    id: "support.by_type",
    label: "Accompagnements par type d’acteur",
    definition:
      "Accompagnements ouverts dans l’année, d’après le type d’acteur de l’organisation accompagnée, à défaut celui que dit la demande. Quand il y en a plusieurs, c’est la principale qui compte.",
    breakdown: {
      key: sql`coalesce(counted.actor_type_code, 'inconnu')`,
      label: sql`coalesce(counted.actor_type, 'Type non renseigné')`,
    },
  },
];
