import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const adherents = {
  unit: "adhérents",
  rule_version: 1,
  rows: "members",
  measure: { kind: "count" },
} as const;

export const memberIndicators: readonly Indicator[] = [
  {
    ...adherents,
    id: "members.count",
    label: "Adhérents",
    definition: "Nombre d’organisations adhérentes de l’année, tous collèges réunis.",
  },
  {
    ...adherents,
    id: "members.by_college",
    label: "Adhérents par collège",
    definition: "Nombre d’organisations adhérentes de chaque collège des statuts ; chacune n’en a qu’un.",
    breakdown: { key: sql`counted.college_code`, label: sql`counted.college` },
  },
];
