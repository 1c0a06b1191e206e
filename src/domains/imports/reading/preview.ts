import type { Db } from "#platform/db/index.ts";
import type { Checked, ImportContext, ImportKind, Remark } from "#platform/spreadsheets/import-kind.ts";
import type { SheetRow, Spreadsheet } from "#platform/spreadsheets/read.ts";
import { type Counts, type Mapping, noCounts } from "../rules.ts";
import { tallyProposals } from "./proposals.ts";
import { overflow, type ReadRow, readRow, rowPrint } from "./row.ts";
import { bareRow, type StagedRow, slices, stageRows } from "./staging.ts";

interface Preview {
  importId: number;
  kind: ImportKind;
  mapping: Mapping;
  sheet: Spreadsheet;
  context: ImportContext;
  progress: (done: number) => Promise<void>;
}

/**
 * Reads every row, compares it with the record and keeps what it would do, a slice at a time: memory does not grow with
 * the file, but for one short print a row, by which the exact duplicates are known.
 */
export async function previewRows(db: Db, preview: Preview): Promise<Counts> {
  const { importId, kind, mapping, sheet } = preview;
  const check = await kind.openCheck(db, preview.context);
  const prints = new Map<string, number>();
  const proposals = tallyProposals();
  const counts = { ...noCounts };
  const source = slices(sheet.rows());
  for (let next = await source.next(); !next.done; ) {
    const slice = next.value;
    const read = slice.map((row) => withOverflow(readRow(kind, mapping, row), overflow(row, sheet)));
    const checked = await check(read.flatMap((row) => row.draft ?? []));
    const byLine = new Map(checked.map((row) => [row.line, row]));
    const staged = slice.map((row, index) => {
      const print = rowPrint(row, sheet.headings.length);
      const first = prints.get(print);
      if (first === undefined) prints.set(print, row.line);
      return stagedRow(row, read[index], byLine.get(row.line), first);
    });
    for (const row of checked) row.proposals?.forEach(proposals.add);
    addCounts(counts, staged);
    // The file is read on while the database writes.
    [next] = await Promise.all([source.next(), stageRows(db, importId, staged)]);
    await preview.progress(counts.rows);
  }
  await proposals.write(db, importId);
  return { ...counts, unasked: proposals.unasked() };
}

const withOverflow = ({ draft, ...read }: ReadRow, beyond: readonly Remark[]): ReadRow =>
  beyond.length > 0
    ? { ...read, problems: [...beyond, ...read.problems] }
    : { ...read, ...(draft ? { draft } : {}) };

function stagedRow(
  row: SheetRow,
  read: ReadRow | undefined,
  checked: Checked<unknown> | undefined,
  duplicateOf: number | undefined,
): StagedRow {
  return {
    ...bareRow(row),
    outcome: checked?.outcome ?? "problem",
    duplicate_of: duplicateOf ?? null,
    problems: checked?.problems ?? read?.problems ?? [],
    notes: [...(read?.notes ?? []), ...(checked?.notes ?? [])],
    changes: checked?.changes ?? [],
    target_id: checked?.targetId ?? null,
  };
}

function addCounts(counts: Counts, staged: readonly StagedRow[]) {
  for (const row of staged) {
    counts.rows += 1;
    counts[row.outcome ?? "problem"] += 1;
    if (row.duplicate_of !== null && row.outcome !== "problem") counts.duplicates += 1;
    if (row.notes.length > 0) counts.notes += 1;
  }
}
