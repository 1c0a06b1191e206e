import { agenda } from "#paths/agenda.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind, ImportOption } from "#platform/spreadsheets/import-kind.ts";
import { readPlannedPeriod } from "../rules.periods.ts";
import { addLines, type ImportedLine, listImportedLines, removeImportedLines } from "./commands.import.ts";
import { checkLines, type LineRow } from "./import-check.ts";
import { partedAudience } from "./rules.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "period",
    label: "Période",
    required: true,
    synonyms: ["Quand", "Mois", "Date prévue", "Calendrier", "Échéance"],
    example: "Juin-Juillet",
  },
  {
    key: "title",
    label: "Intitulé",
    required: true,
    synonyms: ["Action", "Événement", "Titre", "Activité"],
    example: "Commission ECSI régionale",
  },
  {
    key: "kind",
    label: "Type",
    synonyms: ["Type d’événement", "Format", "Nature"],
    example: "Groupe de travail",
  },
  {
    key: "audience",
    label: "Public",
    synonyms: ["Publics", "Cible", "Public visé", "Participants attendus"],
    example: "Associations | collectivités territoriales",
  },
];

const year: ImportOption = {
  key: "year",
  label: "Année du programme",
  help: "L’année civile dont c’est le programme : « mai » est celui de cette année.",
  guess: (fileName) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(fileName)?.[0],
  refuse: (typed) =>
    /^(19|20|21)\d\d$/.test(typed) ? undefined : "Indiquez l’année sur quatre chiffres, par exemple 2021.",
};

const asRow = ({ id, title, line }: { id: number; title: string; line: number | null }) => ({
  line,
  label: title,
  href: agenda.one(id),
});

/** The programme of a year as a spreadsheet: each line becomes an event planned, in draft, without a date yet. */
export const programmeKind: ImportKind<LineRow, ImportedLine> = {
  id: "programme",
  label: "Programme d’une année",
  one: "ligne du programme",
  many: "lignes du programme",
  columns,
  options: [year],
  read(cells) {
    const cell = cellReader(columns, cells);
    const period = cell.text("period", 100) ?? "";
    const title = cell.text("title", 300) ?? "";
    const kind = cell.text("kind", 200) ?? "";
    const audience = cell.text("audience", 2000) ?? "";
    if (period && !readPlannedPeriod(period, 2000))
      // a leap year: no day is refused for its year alone
      cell.refuse(
        "period",
        `« ${period} » n’est pas une période : écrivez mai, juin-juillet, automne, fin mars, 12 janvier ou à définir.`,
      );
    return cell.problems.length > 0
      ? { ok: false, problems: cell.problems }
      : { ok: true, values: { period, title, kind, audience: partedAudience(audience) } };
  },
  openCheck: checkLines,
  async apply(db, author, rows, importId) {
    await addLines(
      db,
      author,
      rows.flatMap((row) => row.write ?? []),
      importId,
    );
    return [];
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImportedLines(db, author, importId);
    return { removed, restored: 0, kept: kept.map(asRow) };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedLines(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};
