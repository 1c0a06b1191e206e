import { buffer } from "node:stream/consumers";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { openSpreadsheet, type Spreadsheet } from "#platform/spreadsheets/read.ts";
import { UnreadableSpreadsheet } from "#platform/spreadsheets/refusals.ts";
import type { Services } from "#platform/web/env.ts";
import { openKinds } from "../kinds.ts";
import { headingScore, missingColumns, recognise } from "../recognition.ts";
import { findMapping } from "../remembered.ts";
import { type Mapping, noCounts, type Options, type State } from "../rules.ts";
import { type Alone, ImportFailure, workAlone } from "../running/alone.ts";
import { contextOf, progressOf } from "../running/context.ts";
import { listChoices } from "../running/queries.ts";
import { previewRows } from "./preview.ts";
import { bareRow, emptyStaging, sliceSize, stageRows } from "./staging.ts";

/** Opens the file, recognises what it holds, and prepares the preview; stops at the columns when a person must say. */
export async function readImport(services: Services, id: number): Promise<void> {
  await workAlone(services, id, "reading", async (alone) => {
    const { body } = await services.files.open(alone.db, alone.one.file_id);
    const kinds = await openKinds(alone.db);
    const opening = await openSpreadsheet(await buffer(body), (cells) => headingScore(kinds, cells));
    if (!opening.ok) throw new ImportFailure(opening.reason);
    try {
      await readSheet(services, alone, opening.spreadsheet, kinds);
    } catch (error) {
      throw error instanceof UnreadableSpreadsheet ? new ImportFailure(error.message) : error;
    } finally {
      await opening.spreadsheet.close();
    }
  });
}

async function readSheet(
  services: Services,
  { db, author, one }: Alone,
  sheet: Spreadsheet,
  kinds: readonly ImportKind[],
) {
  await emptyStaging(db, one.id);
  const { kind, mapping, options } = await understand({ db, author, one }, sheet, kinds);
  const settled = kind && missingColumns(kind, mapping).length === 0 && optionsSaid(kind, options);
  const counts = settled
    ? await previewRows(db, {
        importId: one.id,
        kind,
        mapping,
        sheet,
        context: contextOf(one.id, options, await listChoices(db, one.id)),
        progress: progressOf(services.db, one.id),
      })
    : await sampleRows({ db, author, one }, sheet);
  if (counts.rows === 0) throw new ImportFailure("Ce fichier n’a que des en-têtes : aucune ligne ne suit.");
  const state: State = settled ? "ready" : "mapping";
  await db
    .updateTable("imports.imports")
    .set({
      state,
      kind: kind?.id ?? null,
      headings: [...sheet.headings],
      headings_line: sheet.headingsLine,
      mapping: JSON.stringify(mapping),
      options: JSON.stringify(options),
      counts: JSON.stringify(counts),
      error: null,
    })
    .where("id", "=", one.id)
    .execute();
}

/** What a person corrected, else what was understood of these headings last time, else what they say by themselves. */
async function understand({ db, one }: Alone, sheet: Spreadsheet, kinds: readonly ImportKind[]) {
  const kindOf = (id: string | null) => kinds.find((kind) => kind.id === id);
  const said = kindOf(one.kind);
  const known = said ? undefined : await findMapping(db, sheet.headings);
  const guessed = recognise(said ? [said] : kinds, sheet.headings);
  const found: { kind?: ImportKind; mapping: Mapping } =
    said && Object.keys(one.mapping).length > 0
      ? { kind: said, mapping: one.mapping }
      : known
        ? { kind: kindOf(known.kind), mapping: known.mapping }
        : { kind: guessed?.kind ?? said, mapping: guessed?.mapping ?? {} };
  const options: Options = { ...one.options };
  for (const option of found.kind?.options ?? []) {
    const guess = options[option.key] ?? option.guess(one.file_name);
    if (guess !== undefined) options[option.key] = guess;
  }
  return { ...found, options };
}

const optionsSaid = (kind: ImportKind, options: Options) =>
  (kind.options ?? []).every((option) => option.refuse(options[option.key] ?? "") === undefined);

/** The first rows, to be shown beside the columns that a person names. */
async function sampleRows({ db, one }: Alone, sheet: Spreadsheet) {
  const sample = [];
  for await (const row of sheet.rows()) if (sample.push(bareRow(row)) >= Math.min(20, sliceSize)) break;
  await stageRows(db, one.id, sample);
  return { ...noCounts, rows: sample.length };
}
