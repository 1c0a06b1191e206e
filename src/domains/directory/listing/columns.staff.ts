import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { FieldWords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { formName, writtenValue } from "../fields/texts.ts";
import { statuses, visibilities } from "../texts.ts";
import type { ListedOrganisation } from "./select.ts";

/** What only the whole record says, read when a column asks for it. */
export interface RecordCells {
  values: FieldValues;
  words: FieldWords;
  tags: readonly string[];
}

export type StaffRow = ListedOrganisation & { record?: RecordCells | undefined };

/** A column that the team may choose; its key is its word in the address. */
export interface StaffColumn {
  key: string;
  label: string;
  group: string;
  text: (row: StaffRow) => string;
  sort?: string;
  /** It needs the whole record. */
  record?: boolean;
}

const group = "La fiche";
const known: readonly StaffColumn[] = [
  { key: "type", label: "Type", group, text: (row) => row.actor_type ?? row.family ?? "" },
  { key: "famille", label: "Famille d’acteurs", group, text: (row) => row.family ?? "" },
  { key: "commune", label: "Commune", group, sort: "commune", text: (row) => row.commune ?? "" },
  { key: "departement", label: "Département", group, text: (row) => row.department ?? "" },
  {
    key: "fiche",
    label: "Fiche",
    group,
    text: (row) => (row.visibility === "listed" ? "Publique" : "Interne"),
  },
  { key: "etat", label: "État", group, text: (row) => statuses[row.status] ?? row.status },
  { key: "adhesion", label: "Adhésion", group, text: (row) => row.remark ?? "" },
  {
    key: "etiquettes",
    label: "Étiquettes",
    group,
    record: true,
    text: (row) => row.record?.tags.join(", ") ?? "",
  },
];

/** Those that a list shows when nothing is chosen. */
export const usualColumns = ["type", "commune", "departement", "fiche"];

/** Every column that can be chosen: those of the list, then each field of the record. */
export function staffColumns(fields: readonly Field[]): readonly StaffColumn[] {
  const taken = new Set(["nom", ...known.map(({ key }) => key)]);
  const rest = fields
    .filter(({ key, kind }) => kind !== "picture" && !taken.has(formName(key)))
    .map(
      (field): StaffColumn => ({
        key: formName(field.key),
        label: field.label,
        group: field.key.startsWith("custom.") ? "Champs du réseau" : "Champs de la fiche",
        record: true,
        text: ({ record }) => (record ? writtenValue(field, record.values[field.key], record.words) : ""),
      }),
    );
  return [...known, ...rest];
}

/** The columns of an address, in their own order; the usual ones when it says none that is known. */
export function chosenColumns(
  all: readonly StaffColumn[],
  asked: string | undefined,
): readonly StaffColumn[] {
  const keys = asked?.split(",") ?? [];
  const chosen = all.filter(({ key }) => keys.includes(key));
  return chosen.length > 0 ? chosen : all.filter(({ key }) => usualColumns.includes(key));
}

/** The same columns for a file, after the number and the name. */
export const exportedColumns = (columns: readonly StaffColumn[]): readonly ExportColumn<StaffRow>[] => [
  { label: "Numéro", key: "id", value: (row) => row.id },
  { label: "Nom", key: "name", value: (row) => row.name },
  { label: "Sigle", key: "acronym", value: (row) => row.acronym },
  ...columns.map(({ key, label, text }) => ({
    label,
    key,
    value: (row: StaffRow) => (key === "fiche" ? (visibilities[row.visibility] ?? "") : text(row)),
  })),
];
