import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Cells, ImportColumn, Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { builtInFields, type Field, type FieldValue, type FieldValues } from "./fields/registry.ts";
import { readFieldValue } from "./fields/rules.ts";
import { splitWords } from "./fields/words.ts";

/** A row as typed: its type, its places and the words of its lists are still words. */
export interface OrganisationRow {
  name: string;
  acronym: string;
  type: string;
  department: string;
  commune: string;
  postal_code: string;
  address: string;
  description: string;
  legal_form: string;
  sectors: string;
  goals: string;
  countries: string;
  tags: string;
  rna?: string;
  siren?: string;
  siret?: string;
  uai?: string;
  website?: string;
  founded_year?: number;
  emails: readonly string[];
  phones: readonly string[];
  custom: FieldValues;
  /** Answers of a custom list that are not among its answers. */
  notes: readonly Remark[];
}

const field = (key: string) => builtInFields.find((one) => one.key === key) as Field;
const checked = ["rna", "siren", "siret", "uai", "website", "founded_year"] as const;
const points = { email: "emails", phone: "phones" } as const;

/** Reads the cells of one row, with the fields that the network added; or every reason why not. */
export function readOrganisationRow(
  columns: readonly ImportColumn[],
  customs: readonly Field[],
  cells: Cells,
): { ok: true; values: OrganisationRow } | { ok: false; problems: readonly Remark[] } {
  const cell = cellReader(columns, cells);
  const text = (key: string, most: number) => cell.text(key, most) ?? "";
  const row: OrganisationRow = {
    name: text("name", 300),
    acronym: text("acronym", 60),
    type: text("type", 200).replace(/[\s,;.]+$/, ""),
    department: text("department", 100),
    commune: text("commune", 200),
    postal_code: text("postal_code", 20),
    address: text("address", 500),
    description: text("description", 20_000),
    legal_form: text("legal_form", 120),
    sectors: text("sectors", 2000),
    goals: text("goals", 2000),
    countries: text("countries", 4000),
    tags: text("tags", 2000),
    emails: [],
    phones: [],
    custom: {},
    notes: [],
  };
  const read = (key: string, typed: string, as: Field): FieldValue => {
    const reading = readFieldValue(as, [typed]);
    if (reading.ok) return reading.value;
    cell.refuse(key, `${quoted(typed)} ne peut être pris. ${reading.refusal} Corrigez, ou videz la cellule.`);
    return null;
  };
  if (!/[\p{L}\p{N}]/u.test(row.name) && cells["name"])
    cell.refuse("name", "Ce nom n’a ni lettre ni chiffre : écrivez le nom de l’organisation.");
  for (const key of checked) {
    const value = read(key, text(key, 500), field(key));
    if (value !== null) Object.assign(row, { [key]: value });
  }
  if (row.siret && !row.siren) row.siren = row.siret.slice(0, 9);
  for (const [key, list] of Object.entries(points)) {
    const said = text(key, 1000).split(/[;,|\n]|\s\/\s/);
    const values = said.flatMap((one) => (one.trim() ? (read(key, one, field(key)) ?? []) : []));
    row[list] = [...new Set(values.map(String))];
  }
  return cell.problems.length > 0
    ? { ok: false, problems: cell.problems }
    : readCustoms(customs, cells, cell, row, read);
}

function readCustoms(
  customs: readonly Field[],
  cells: Cells,
  cell: ReturnType<typeof cellReader>,
  row: OrganisationRow,
  read: (key: string, typed: string, as: Field) => FieldValue,
) {
  const notes: Remark[] = [];
  for (const custom of customs) {
    const typed = cells[custom.key] ?? "";
    if (!typed.trim()) continue;
    const code = custom.key.replace("custom.", "");
    if (custom.kind !== "choice" && custom.kind !== "choices") {
      const value = read(custom.key, typed, custom);
      if (value !== null) row.custom[code] = value;
      continue;
    }
    const known = new Map(
      (custom.choices ?? []).flatMap((one) => [
        [fold(one.label), one.code],
        [one.code, one.code],
      ]),
    );
    const { found, unknown } = splitWords(typed, (word) => known.get(fold(word)));
    for (const word of unknown)
      notes.push({
        column: custom.label,
        reason: `${quoted(word)} n’est pas dans les réponses proposées : la fiche entre sans cette réponse.`,
      });
    if (found.length > 0) row.custom[code] = custom.kind === "choice" ? (found[0] ?? null) : found;
  }
  return cell.problems.length > 0
    ? ({ ok: false, problems: cell.problems } as const)
    : ({ ok: true, values: { ...row, notes } } as const);
}
