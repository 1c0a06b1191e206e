import { dayInParis } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import type { Fact } from "./fields/queries.ts";
import type { Field, FieldValues } from "./fields/registry.ts";
import { builtInFields } from "./fields/registry.ts";
import { formName, typedValues, writtenValue } from "./fields/texts.ts";
import type { StandingForm } from "./input.ts";
import type { OrganisationRecord } from "./queries.ts";
import { statuses, visibilities } from "./texts.ts";

/** `Lille (Nord)`: a commune as the form shows it and reads it again. */
export const communeLabel = (record: { commune: string | null; department: string | null }) =>
  record.commune ? `${record.commune} (${record.department})` : "";

/** What a record holds, by field: its first courriel and telephone stand among its contact points. */
export function valuesOf(record: OrganisationRecord): FieldValues {
  const first = (kind: string) => record.contacts.find((point) => point.kind === kind)?.value ?? null;
  const columns: Record<string, unknown> = {
    ...record,
    department_code: record.commune_code ? null : record.department_code, // else that of the commune
    email: first("email"),
    phone: first("phone"),
  };
  const custom = Object.entries(record.custom).map(([code, value]) => [`custom.${code}`, value]);
  return {
    ...Object.fromEntries(builtInFields.map(({ key }) => [key, columns[key] as FieldValues[string]])),
    ...Object.fromEntries(custom),
  };
}

const besideLabels = {
  etiquettes: "Étiquettes",
  visibilite: "Qui voit sa fiche",
  statut: "État de la fiche",
} as const;

/** What the form says beside the fields, as it would have been typed. */
const besideOf = (record: OrganisationRecord) => ({
  etiquettes: record.tag_ids.map(String),
  visibilite: record.visibility,
  statut: record.status === "proposed" ? "proposed" : "published",
});

/** The record as the form would have been typed. */
export const typedOf = (record: OrganisationRecord, fields: readonly Field[]): Typed => ({
  ...typedValues(fields, valuesOf(record), record.words),
  ...besideOf(record),
});

/** What was read of a form, in words, field by field: to be set beside what a colleague recorded meanwhile. */
export function wordsOfEntry(
  fields: readonly Field[],
  values: FieldValues,
  standing: StandingForm,
  words: OrganisationRecord["words"],
): Record<string, string> {
  const said = Object.fromEntries(
    fields.map((field) => [formName(field.key), writtenValue(field, values[field.key], words)]),
  );
  return { ...said, ...besideWords({ ...standing, etiquettes: standing.etiquettes.map(String) }, words) };
}

const besideWords = (
  beside: { etiquettes: readonly string[]; visibilite: string; statut: string },
  words: OrganisationRecord["words"],
) => ({
  etiquettes: beside.etiquettes.map((id) => words.terms[id] ?? id).join(" ; "),
  visibilite: visibilities[beside.visibilite] ?? "",
  statut: statuses[beside.statut] ?? "",
});

/** What is recorded, in the same words. */
export function wordsOfRecord(record: OrganisationRecord, fields: readonly Field[]): Record<string, string> {
  const said = fields.map((field) => [
    formName(field.key),
    writtenValue(field, valuesOf(record)[field.key], record.words),
  ]);
  return { ...Object.fromEntries(said), ...besideWords(besideOf(record), record.words) };
}

/** What each question of the form is called. */
export const labelsOf = (fields: readonly Field[]): Record<string, string> => ({
  ...Object.fromEntries(fields.map(({ key, label }) => [formName(key), label])),
  ...besideLabels,
});

/** Where the whole record comes from: who proposed it, the file that brought it, else the team. */
export function originOf({ origin, import_id, import_file, created_at }: OrganisationRecord): Fact {
  const on = dayInParis(new Date(created_at));
  if (origin) return { ...origin, on };
  if (import_id === null) return { source: "staff", on };
  return { source: "import", ref: String(import_id), label: import_file ?? "", on };
}
