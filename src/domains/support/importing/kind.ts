import { rememberNames, removeImportedOrganisations } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { support } from "#paths/support.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { type CourseRow, type CourseWrite, checkCourses } from "./check.ts";
import { listImportedCourses, removeImportedCourses, writeCourses } from "./commands.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "name",
    label: "Nom",
    required: true,
    synonyms: ["Organisation", "Structure", "Nom de la structure", "Organisation accompagnée", "Acteur"],
    example: "Avec et pour le Mali",
  },
  {
    key: "subject",
    label: "Sujet",
    required: true,
    synonyms: ["Objet", "Sujet de l’accompagnement", "Accompagnement", "Intitulé"],
    example: "Accompagnement Électrification scolaire",
  },
  {
    key: "department",
    label: "Département",
    synonyms: ["Dépt", "Dpt", "Département de la structure"],
    example: "Pas-de-Calais",
  },
  {
    key: "type",
    label: "Type",
    synonyms: ["Type d’acteur", "Type de structure", "Catégorie", "Nature"],
    example: "Association locale",
  },
  {
    key: "start",
    label: "Début de l’accompagnement",
    synonyms: ["Début", "Date", "Date de début", "Premier rendez-vous", "Date du premier rendez-vous"],
    example: "02/03/2021 11:00",
  },
];

/** The hour that a calendar writes after the day: the log counts by day. */
const withoutHour = (typed: string) => typed.replace(/[ T]+\d{1,2}\s*[:hH]\s*\d{0,2}(:\d{2})?\s*$/, "");

/** Courses of support as a spreadsheet, each with its first meeting when the log has it. */
export const courseKind: ImportKind<CourseRow, CourseWrite> = {
  id: "support",
  label: "Accompagnements",
  one: "accompagnement",
  many: "accompagnements",
  columns,
  read(cells) {
    const cell = cellReader(columns, { ...cells, start: withoutHour(cells["start"] ?? "") });
    const name = cell.text("name", 300) ?? "";
    const subject = cell.text("subject", 300) ?? "";
    const department = cell.text("department", 100) ?? "";
    const type = cell.text("type", 200) ?? "";
    const startedOn = cell.day("start") ?? null;
    if (name && !/[\p{L}\p{N}]/u.test(name))
      cell.refuse("name", "Ce nom n’a ni lettre ni chiffre : écrivez le nom de l’organisation.");
    return cell.problems.length > 0
      ? { ok: false, problems: cell.problems }
      : { ok: true, values: { name, subject, department, type: type.replace(/[\s,;]+$/, ""), startedOn } };
  },
  openCheck: checkCourses,
  async apply(db, author, rows, importId) {
    await writeCourses(
      db,
      author,
      rows.flatMap((row) => (row.outcome === "create" && row.write ? [row.write] : [])),
      importId,
    );
    return [];
  },
  async remember(db, author, choices) {
    const names = choices
      .filter(({ column, choice }) => column === "name" && /^\d+$/.test(choice))
      .map(({ typed, choice }) => ({ organisation_id: Number(choice), label: typed }));
    await rememberNames(db, author, names);
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImportedCourses(db, author, importId);
    const organisations = await removeImportedOrganisations(db, author, importId);
    return {
      removed,
      restored: 0,
      kept: [
        ...kept.map(asRow),
        ...organisations.kept.map(({ id, name }) => ({ line: null, label: name, href: directory.one(id) })),
      ],
    };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedCourses(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};

const asRow = ({ id, subject, line }: { id: number; subject: string; line: number | null }) => ({
  line,
  label: subject,
  href: support.one(id),
});
