import { agenda } from "#paths/agenda.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Checked, ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import type { Nature } from "../events/entry.ts";
import {
  addModules,
  findModuleKeys,
  type ImportedModule,
  listImportedModules,
  removeImportedModules,
} from "./commands.import.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "cycle",
    label: "Cycle",
    required: true,
    synonyms: ["Cycle de formation", "Parcours", "Ensemble"],
    example: "Formation générale ECSI",
  },
  {
    key: "title",
    label: "Module",
    required: true,
    synonyms: ["Intitulé du module", "Titre du module"],
    example: "Comprendre et s’engager dans l’ECSI",
  },
  { key: "nature", label: "Nature", synonyms: ["Thématique ou méthodologique"], example: "Thématique" },
  { key: "duration", label: "Durée en heures", synonyms: ["Durée", "Heures"], example: "7" },
  {
    key: "objectives",
    label: "Objectifs",
    synonyms: ["Objectif", "Compétences visées"],
    example: "Situer l’ECSI",
  },
  { key: "audience", label: "Public", synonyms: ["Publics", "Public visé"], example: "Associations" },
];

/** A module as typed. */
export type ModuleRow = Omit<ImportedModule, "importLine">;

const keyOf = (cycle: string, title: string) => `${fold(cycle)}|${fold(title)}`;
const natures: Readonly<Record<string, Nature>> = {
  thematique: "thematic",
  methodologique: "methodological",
};

const asRow = ({ id, title, line }: { id: number; title: string; line: number | null }) => ({
  line,
  label: title,
  href: agenda.module(id),
});

/** The catalogue of trainings as a spreadsheet, a module a row; a cycle that the list does not have is added to it. */
export const catalogueKind: ImportKind<ModuleRow, ImportedModule> = {
  id: "modules",
  label: "Catalogue des formations",
  one: "module",
  many: "modules",
  columns,
  read(cells) {
    const cell = cellReader(columns, cells);
    const said = fold(cell.text("nature", 100) ?? "");
    const nature = natures[said] ?? null;
    if (said && !nature)
      cell.refuse(
        "nature",
        `« ${cells["nature"]} » n’est pas une nature : écrivez thématique ou méthodologique.`,
      );
    const values = {
      cycle: cell.text("cycle", 200) ?? "",
      title: cell.text("title", 300) ?? "",
      nature,
      durationMinutes: cell.duration("duration", 60_000) ?? null,
      objectives: cell.text("objectives", 20_000) ?? "",
      audience: cell.text("audience", 2000) ?? "",
    };
    return cell.problems.length > 0 ? { ok: false, problems: cell.problems } : { ok: true, values };
  },
  async openCheck(db, context) {
    const known = new Map(
      (await findModuleKeys(db, context.importId)).map(({ id, cycle, title }) => [keyOf(cycle, title), id]),
    );
    return async (drafts) =>
      drafts.map(({ line, values }): Checked<ImportedModule> => {
        const key = keyOf(values.cycle, values.title);
        const targetId = known.get(key);
        if (targetId !== undefined) return { line, outcome: "same", targetId };
        known.set(key, 0);
        return { line, outcome: "create", write: { ...values, importLine: line } };
      });
  },
  async apply(db, author, rows, importId) {
    await addModules(
      db,
      author,
      rows.flatMap((row) => row.write ?? []),
      importId,
    );
    return [];
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImportedModules(db, author, importId);
    return { removed, restored: 0, kept: kept.map(asRow) };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedModules(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};
