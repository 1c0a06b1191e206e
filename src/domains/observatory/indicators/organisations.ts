import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

/** `43,4 % des habitants`: what the département weighs in its region. */
const populationShare = sql<string>`(
  select replace(round(100.0 * one.population / sum(every.population), 1)::text, '.', ',') || ' % des habitants'
  from territory.shared_departments as one
  join territory.shared_departments as every on every.region_code = one.region_code
  where one.code = counted.department_code
  group by one.code, one.population)`;

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
  {
    ...acteurs,
    id: "organisations.new",
    label: "Nouveaux acteurs",
    definition:
      "Organisations que le réseau connaît depuis cette année, d’après leur date d’entrée. Celles dont la date n’est pas notée ne comptent pas.",
    incomparable: false,
    where: sql`extract(year from counted.network_since) = counted.year`,
  },
  {
    ...acteurs,
    id: "organisations.visible",
    label: "Acteurs visibles dans l’annuaire",
    definition:
      "Parmi les acteurs connus à la fin de l’année, ceux dont la fiche est dans l’annuaire public au moment où le chiffre est calculé.",
    where: sql`counted.visibility = 'listed'`,
  },
  {
    ...acteurs,
    id: "organisations.by_type",
    label: "Acteurs par type",
    definition:
      "Organisations connues à la fin de l’année, d’après leur type d’acteur ; chacune n’en a qu’un.",
    breakdown: {
      key: sql`coalesce(counted.actor_type_code, 'inconnu')`,
      label: sql`coalesce(counted.actor_type, 'Type non renseigné')`,
    },
  },
  {
    ...acteurs,
    id: "organisations.share_vs_population",
    label: "Part des acteurs, au regard de la population",
    definition:
      "Part de chaque département dans les organisations connues à la fin de l’année, celles sans département comprises dans le total ; à côté, sa part dans la population de sa région (populations municipales de l’INSEE).",
    unit: "%",
    measure: { kind: "share" },
    where: sql`counted.department_code is not null`,
    breakdown: { key: sql`counted.department_code`, label: sql`counted.department`, note: populationShare },
  },
];
