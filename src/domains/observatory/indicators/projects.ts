import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const projets = {
  unit: "projets",
  rule_version: 1,
  rows: "projects",
  measure: { kind: "count" },
  incomparable: true,
} as const;

/** The number of the term that bears this code in a list. */
const term = (list: string, code: string) =>
  sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${code})`;

export const projectIndicators: readonly Indicator[] = [
  {
    ...projets,
    id: "projects.count",
    label: "Projets du Panorama",
    definition:
      "Projets du Panorama, publics ou internes, commencés au plus tard dans l’année, terminés ou non. Ceux dont le début n’est pas noté comptent.",
  },
  {
    ...projets,
    id: "projects.by_odd",
    label: "Projets par objectif de développement durable",
    definition:
      "Un projet compte dans chacun des objectifs qu’il sert, principal ou secondaire : la somme des lignes dépasse le nombre de projets. Ceux qui n’en nomment aucun sont à part.",
    breakdown: {
      from: sql`left join lateral unnest(counted.goal_ids) as served (id) on true
        left join vocabularies.shared_terms as goal on goal.id = served.id`,
      key: sql`coalesce(goal.code, 'aucun')`,
      label: sql`coalesce('ODD ' || goal.code || ' · ' || goal.label, 'Aucun objectif noté')`,
      only: (code) =>
        code === "aucun"
          ? sql`counted.goal_ids = '{}'`
          : sql`counted.goal_ids @> array[${term("odd", code)}]`,
    },
  },
  {
    ...projets,
    id: "projects.by_zone",
    label: "Projets par zone du monde",
    definition:
      "Un projet compte dans chaque sous-région du monde (ONU, M49) où il agit, une fois même s’il y agit dans plusieurs pays. Ceux dont le pays n’est pas noté sont à part.",
    breakdown: {
      from: sql`left join lateral (
          select distinct country.subregion_code as code, country.subregion as label
          from territory.shared_countries as country where country.code = any(counted.country_codes)
        ) as zone on true`,
      key: sql`coalesce(zone.code, 'inconnue')`,
      label: sql`coalesce(zone.label, 'Pays non renseigné')`,
      only: (code) =>
        code === "inconnue"
          ? sql`not exists (select from territory.shared_countries as country
              where country.code = any(counted.country_codes) and country.subregion_code is not null)`
          : sql`exists (select from territory.shared_countries as country
              where country.code = any(counted.country_codes) and country.subregion_code = ${code})`,
    },
  },
  {
    ...projets,
    id: "projects.by_sector",
    label: "Projets par secteur",
    definition:
      "Un projet compte dans chacun de ses secteurs d’action : la somme des lignes peut dépasser le nombre de projets. Ceux qui n’en nomment aucun sont à part.",
    breakdown: {
      from: sql`left join lateral unnest(counted.sector_ids) as served (id) on true
        left join vocabularies.shared_terms as sector on sector.id = served.id`,
      key: sql`coalesce(sector.code, 'aucun')`,
      label: sql`coalesce(sector.label, 'Aucun secteur noté')`,
      only: (code) =>
        code === "aucun"
          ? sql`counted.sector_ids = '{}'`
          : sql`counted.sector_ids @> array[${term("sectors", code)}]`,
    },
  },
];
