import { sql } from "kysely";
import { findSettings } from "#domains/network/index.ts";
import {
  listCommunesOf,
  listDepartments,
  listEpcis,
  matchPlaces,
  ofDepartment,
} from "#domains/territory/index.ts";
import { territory } from "#paths/territory.ts";
import type { Criterion, CriterionField } from "#platform/criterion.ts";
import { all, either, of } from "#platform/french.ts";
import { unclearCommune } from "../texts.ts";
import { pairs, quoted } from "./criteria.parts.ts";

const group = "Où elles sont";
const isCode = (text: string) => /^\d[\dAB]\d{3}$/.test(text);
/** A commune's label: `Amiens (Somme)`, of which a sentence keeps the name. */
const nameOf = (label: string) => label.replace(/ \([^)]*\)$/, "");

/** The communes that words typed mean, the region's first; what is not sure is said. */
const readCommunes: CriterionField["read"] = async (db, typed) => {
  const words = typed.filter((word) => !isCode(word));
  if (words.length === 0) return { values: typed };
  const { region_code: regionCode } = await findSettings(db);
  const matches = await matchPlaces(db, words, { regionCode });
  const values: string[] = [];
  const refusals: string[] = [];
  for (const word of typed) {
    const match = matches.get(word);
    if (isCode(word)) values.push(word);
    else if (match?.kind === "commune") values.push(match.code);
    else refusals.push(unclearCommune(word, match?.kind === "proposals" ? match.candidates : []));
  }
  return { values: [...new Set(values)], refusal: refusals[0] };
};

/** Where an organisation is. */
export const placeCriteria: readonly Criterion[] = [
  {
    id: "directory.department",
    group,
    label: "Département",
    fields: [
      {
        name: "departement",
        label: "Départements",
        kind: "many",
        choices: async (db) =>
          (await listDepartments(db)).map(({ code, name }) => ({ value: code, label: name })),
      },
    ],
    place: "where",
    phrase: (asked, labels) =>
      either(pairs(asked, labels, "departement").map(([code, name]) => ofDepartment(code, name))),
    denial: (asked, labels) =>
      `hors ${all(pairs(asked, labels, "departement").map(([code, name]) => ofDepartment(code, name)))}`,
    condition: (_, { departement }) =>
      sql`organisation.counted_department_code = any(${[...(departement ?? [])]}::text[])`,
  },
  {
    id: "directory.epci",
    group,
    label: "Intercommunalité",
    fields: [
      {
        name: "epci",
        label: "Intercommunalités",
        kind: "many",
        choices: async (db, values) => {
          const { region_code: regionCode } = await findSettings(db);
          const epcis = await listEpcis(db, { regionCode, codes: values });
          return epcis.map(({ code, name }) => ({ value: code, label: name }));
        },
      },
    ],
    place: "where",
    phrase: (_, labels) => `de l’intercommunalité ${either(labels("epci").map(quoted))}`,
    condition: (_, { epci }) => sql`organisation.counted_epci_code = any(${[...(epci ?? [])]}::text[])`,
  },
  {
    id: "directory.commune",
    group,
    label: "Commune",
    fields: [
      {
        name: "commune",
        label: "Communes",
        kind: "names",
        help: "Une ou plusieurs, séparées par des virgules : Amiens, Creil.",
        read: readCommunes,
        choices: async (db, values) =>
          (await listCommunesOf(db, values)).map(({ code, name, department_name }) => ({
            value: code,
            label: `${name} (${department_name})`,
          })),
        proposals: { behaviour: "places", url: territory.suggestions() },
      },
    ],
    place: "where",
    phrase: (_, labels) => either(labels("commune").map((label) => of(nameOf(label)))),
    denial: (_, labels) => `hors ${all(labels("commune").map((label) => of(nameOf(label))))}`,
    condition: (_, { commune }) => sql`organisation.commune_code = any(${[...(commune ?? [])]}::text[])`,
  },
];
