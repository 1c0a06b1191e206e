import { sql } from "kysely";
import { inCountry, listCountries } from "#domains/territory/index.ts";
import type { Criterion } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";
import { pairs, quoted, termChoices, termIds } from "./criteria.parts.ts";

const group = "Ce qu’elles font";

/** What an organisation does: sectors, goals, countries. */
export const workCriteria: readonly Criterion[] = [
  {
    id: "directory.sector",
    group,
    label: "Secteur d’action",
    fields: [{ name: "secteur", label: "Secteurs", kind: "many", choices: termChoices("sectors") }],
    place: "clause",
    phrase: (_, labels) => `qui agissent dans le secteur ${either(labels("secteur").map(quoted))}`,
    condition: (_, { secteur }) => sql`organisation.sector_ids && ${termIds("sectors", secteur)}`,
  },
  {
    id: "directory.goal",
    group,
    label: "Objectif de développement durable",
    fields: [{ name: "odd", label: "ODD", kind: "many", choices: termChoices("odd") }],
    place: "clause",
    phrase: ({ odd }) => `qui agissent pour l’ODD ${either(odd ?? [])}`,
    condition: (_, { odd }) => sql`organisation.goal_ids && ${termIds("odd", odd)}`,
  },
  {
    id: "directory.country",
    group,
    label: "Pays d’action",
    fields: [
      {
        name: "pays",
        label: "Pays",
        kind: "many",
        choices: async (db) =>
          (await listCountries(db)).map(({ code, name, continent }) => ({
            value: code,
            label: name,
            group: continent ?? undefined,
          })),
      },
    ],
    place: "clause",
    phrase: (asked, labels) =>
      `qui agissent ${either(pairs(asked, labels, "pays").map(([code, name]) => inCountry(code, name)))}`,
    condition: (_, { pays }) => sql`organisation.country_codes && ${[...(pays ?? [])]}::text[]`,
  },
];
