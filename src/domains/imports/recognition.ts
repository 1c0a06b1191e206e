import { hash } from "node:crypto";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import type { Mapping } from "./rules.ts";

/** A heading as compared: `Durée (en heures) *` is `duree`. */
export const headingKey = (heading: string) => fold(heading.replace(/\([^)]*\)/g, " ")) || fold(heading);

/** The same headings in another order have the same key. */
export function headingsKey(headings: readonly string[]): string {
  return hash("sha256", headings.map(headingKey).toSorted().join("|"));
}

const wordsOf = (column: ImportColumn) =>
  new Set([column.label, column.key, ...column.synonyms].map((word) => fold(word)));

/** The column of the file for each column of a kind, by its label or a synonym; the first heading wins. */
function mapColumns(kind: ImportKind, headings: readonly string[]): Mapping {
  const keys = headings.map(headingKey);
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const column of kind.columns) {
    const words = wordsOf(column);
    const position = keys.findIndex((key, index) => words.has(key) && !taken.has(index));
    if (position < 0) continue;
    mapping[column.key] = position;
    taken.add(position);
  }
  return mapping;
}

export const missingColumns = (kind: ImportKind, mapping: Mapping) =>
  kind.columns.filter((column) => column.required && mapping[column.key] === undefined);

/** The kind whose headings these are, with its columns: all the required ones must be there; the most columns wins. */
export function recognise(kinds: readonly ImportKind[], headings: readonly string[]) {
  return kinds
    .map((kind) => ({ kind, mapping: mapColumns(kind, headings) }))
    .filter(({ kind, mapping }) => missingColumns(kind, mapping).length === 0)
    .toSorted((a, b) => Object.keys(b.mapping).length - Object.keys(a.mapping).length)[0];
}

/** How much a row looks like headings: the columns that the best kind finds in it, if two or all that it requires. */
export function headingScore(kinds: readonly ImportKind[], cells: readonly string[]): number {
  const scores = kinds.map((kind) => {
    const mapping = mapColumns(kind, cells);
    const found = Object.keys(mapping).length;
    return found >= 2 || missingColumns(kind, mapping).length === 0 ? found : 0;
  });
  return Math.max(0, ...scores);
}
