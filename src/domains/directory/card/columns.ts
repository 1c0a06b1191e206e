import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { Field } from "../fields/registry.ts";
import { writtenValue } from "../fields/texts.ts";
import type { WithCard } from "./queries.many.ts";

/** What the list says already, and pictures. */
const elsewhere = new Set([
  "name",
  "acronym",
  "actor_type_id",
  "family_id",
  "commune_code",
  "department_code",
  "website",
  "email",
  "phone",
  "logo_file_id",
]);

const keys: Record<string, string> = { sector_ids: "sectors", goal_ids: "goals", country_codes: "countries" };

/** The public fields of the record, built in or added in the settings, as columns of what anyone may take away. */
export const cardColumns = (fields: readonly Field[]): readonly ExportColumn<WithCard>[] =>
  fields
    .filter(({ key, visibility }) => visibility === "public" && !elsewhere.has(key))
    .map((field) => ({
      label: field.label,
      key: keys[field.key] ?? field.key.replace("custom.", "custom_"),
      value: ({ card }) => {
        const value = card.values[field.key] ?? null;
        return typeof value === "number" && (field.kind === "number" || field.kind === "year")
          ? value
          : writtenValue(field, value, card.words);
      },
    }));
