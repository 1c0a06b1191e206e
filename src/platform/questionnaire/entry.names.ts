import type { CellKind, Named, TableColumn } from "./content.ts";
import type { NewId } from "./editing.ts";

/** The names of columns' kinds, as staff type them after the name of the column. */
export const cellWords: Readonly<Record<CellKind, string>> = {
  text: "texte",
  number: "nombre",
  money: "montant",
  date: "date",
  yes_no: "oui/non",
};

const fold = (text: string) => text.trim().toLowerCase();

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) =>
      line
        .replace(/^[\s•*–-]+/, "")
        .replace(/[\s;]+$/, "")
        .slice(0, 300),
    )
    .filter(Boolean)
    .slice(0, 300);

/**
 * Names from a list pasted, one a line. A name that was there keeps its id; one that replaces another at the same place
 * takes its id, since it was renamed: answers already given follow.
 */
export function readNames(text: string, before: readonly Named[], newId: NewId): Named[] {
  const lines = linesOf(text);
  const kept = new Set(lines.map(fold));
  const used = new Set<string>();
  return lines.map((label, place) => {
    const same = before.find((one) => fold(one.label) === fold(label) && !used.has(one.id));
    const there = before[place];
    const renamed = there && !kept.has(fold(there.label)) && !used.has(there.id) ? there : undefined;
    const id = (same ?? renamed)?.id ?? newId();
    used.add(id);
    return { id, label };
  });
}

/** Columns, one a line, with what they hold after a colon: `Femmes : nombre`. Text when nothing is said. */
export function readColumns(text: string, before: readonly TableColumn[], newId: NewId): TableColumn[] {
  const parted = linesOf(text).map((line): { label: string; kind: CellKind } => {
    const [, label = line, word = ""] = /^(.*\S)\s*[:;\t]\s*([^:;\t]+)$/.exec(line) ?? [];
    const kind = (Object.keys(cellWords) as CellKind[]).find((one) => cellWords[one] === fold(word));
    return kind ? { label, kind } : { label: line, kind: "text" };
  });
  const names = readNames(parted.map(({ label }) => label).join("\n"), before, newId);
  return names.map((name, place) => ({ ...name, kind: parted[place]?.kind ?? "text" }));
}

export const writeColumns = (columns: readonly TableColumn[]) =>
  columns.map(({ label, kind }) => `${label} : ${cellWords[kind]}`).join("\n");
