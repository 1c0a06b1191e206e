import { type SqlBool, sql } from "kysely";
import { type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import type { Db } from "#platform/db/index.ts";
import { either } from "#platform/french.ts";
import { formatDay } from "#ui/format.ts";
import { listFields } from "../fields/queries.ts";
import type { Field } from "../fields/registry.ts";
import { quoted } from "./criteria.parts.ts";

/** A criterion for each field that the network added to the record, asked as its kind is. */
export async function customCriteria(db: Db): Promise<readonly Criterion[]> {
  return (await listFields(db)).filter(({ key }) => key.startsWith("custom.")).map(criterionOf);
}

type Shape = Pick<Criterion, "fields" | "phrase" | "condition"> & Partial<Pick<Criterion, "denial">>;

function criterionOf(field: Field): Criterion {
  return {
    id: `directory.${field.key}`,
    group: "Champs du réseau",
    label: field.label,
    place: "clause",
    ...shapeOf(field, field.key.slice("custom.".length)),
  };
}

function shapeOf(field: Field, code: string): Shape {
  const text = sql`(organisation.custom ->> ${code}::text)`;
  const named = quoted(field.label);
  switch (field.kind) {
    case "choice":
    case "choices":
      return {
        fields: [{ name: "valeur", label: field.label, kind: "many", choices: choicesOf(field) }],
        phrase: (_, labels) => `dont ${named} est ${either(labels("valeur").map(quoted))}`,
        denial: (_, labels) => `dont ${named} n’est pas ${either(labels("valeur").map(quoted))}`,
        condition: (_, { valeur = [] }) =>
          sql<SqlBool>`(organisation.custom -> ${code}::text) ?| ${[...valeur]}::text[]`,
      };
    case "yes_no":
      return {
        fields: [],
        phrase: () => `dont ${named} est oui`,
        denial: () => `dont ${named} n’est pas oui`,
        condition: () => sql<SqlBool>`organisation.custom @> ${JSON.stringify({ [code]: true })}::jsonb`,
      };
    case "number":
    case "year":
      return {
        fields: [{ name: "minimum", label: `${field.label} : au moins`, kind: field.kind }],
        phrase: (asked) => `dont ${named} est d’au moins ${one(asked, "minimum")}`,
        denial: (asked) => `dont ${named} n’est pas d’au moins ${one(asked, "minimum")}`,
        condition: (_, asked) => sql<SqlBool>`${text}::numeric >= ${Number(one(asked, "minimum")) || 0}`,
      };
    case "date":
      return {
        fields: [{ name: "jour", label: `${field.label} : depuis le`, kind: "day" }],
        phrase: (asked) => `dont ${named} est du ${formatDay(one(asked, "jour"))} ou d’après`,
        denial: (asked) => `dont ${named} n’est pas du ${formatDay(one(asked, "jour"))} ou d’après`,
        condition: (_, asked) => sql<SqlBool>`${text} >= ${one(asked, "jour")}`,
      };
    default:
      return {
        fields: [{ name: "mots", label: `${field.label} contient`, kind: "text", optional: true }],
        phrase: (asked) =>
          one(asked, "mots")
            ? `dont ${named} contient ${quoted(one(asked, "mots"))}`
            : `dont ${named} est rempli`,
        denial: (asked) =>
          one(asked, "mots")
            ? `dont ${named} ne contient pas ${quoted(one(asked, "mots"))}`
            : `dont ${named} n’est pas rempli`,
        condition: (_, asked) =>
          sql<SqlBool>`strpos(platform.fold(${text}), platform.fold(${one(asked, "mots")})) > 0`,
      };
  }
}

const choicesOf =
  (field: Field): NonNullable<CriterionField["choices"]> =>
  async () =>
    (field.choices ?? []).map(({ code, label }) => ({ value: code, label }));
