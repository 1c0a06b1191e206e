import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const acteurs = {
  unit: "organisations",
  rule_version: 1,
  rows: "organisations",
  measure: { kind: "count" },
  incomparable: true,
} as const;

export const organisationIndicators: readonly Indicator[] = [
  {
    ...acteurs,
    id: "organisations.count",
    label: "Acteurs connus",
    definition:
      "Organisations de l’annuaire, publiées ou internes, connues du réseau à la fin de l’année. Celles dont la date d’entrée n’est pas notée comptent.",
  },
  {
    ...acteurs,
    id: "organisations.by_department",
    label: "Acteurs par département",
    definition: "Organisations connues à la fin de l’année, d’après le département de leur adresse.",
    breakdown: {
      key: sql`coalesce(counted.department_code, 'inconnu')`,
      label: sql`coalesce(counted.department, 'Département non renseigné')`,
    },
  },
  {
    ...acteurs,
    id: "organisations.by_family",
    label: "Acteurs par famille",
    definition: "Organisations connues à la fin de l’année, d’après la famille de leur type d’acteur.",
    breakdown: {
      key: sql`coalesce(counted.family_code, 'inconnu')`,
      label: sql`coalesce(counted.family, 'Famille non renseignée')`,
    },
  },
];
