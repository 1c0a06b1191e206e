import type { Field } from "./fields/registry.ts";

interface Section<Row> {
  legend: string;
  help?: string;
  rows: readonly Row[];
}

/** In which order, and beside what, the fields are asked. Those that are nowhere here come last. */
const layout: readonly Section<readonly string[]>[] = [
  { legend: "", rows: [["name"], ["acronym"], ["actor_type_id"], ["family_id"]] },
  { legend: "Où elle est", rows: [["address"], ["postal_code", "commune_code"], ["department_code"]] },
  { legend: "Comment la joindre", rows: [["website"], ["email", "phone"]] },
  {
    legend: "Ce qu’elle fait",
    rows: [["description"], ["sector_ids"], ["goal_ids"], ["country_codes"]],
  },
  {
    legend: "Ses identifiants",
    help: "Aucun n’est obligatoire ; un seul suffit à la reconnaître dans un tableur.",
    rows: [["rna"], ["siren", "siret"], ["uai"]],
  },
  {
    legend: "Qui elle est",
    rows: [["legal_form", "founded_year"], ["logo_file_id"], ["profile_id"], ["network_since"]],
  },
];

/** The fields in sections, two short ones side by side; what the network added comes in its own. */
export function sections(fields: readonly Field[]): readonly Section<readonly Field[]>[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const placed = new Set(layout.flatMap(({ rows }) => rows.flat()));
  const others = fields.filter(({ key }) => !placed.has(key));
  return [
    ...layout.map((section) => ({
      ...section,
      rows: section.rows.map((row) => row.flatMap((key) => byKey.get(key) ?? [])),
    })),
    { legend: "Ce que le réseau demande aussi", rows: others.map((field) => [field]) },
  ]
    .map((section) => ({ ...section, rows: section.rows.filter((row) => row.length > 0) }))
    .filter(({ rows }) => rows.length > 0);
}
