import { rememberNames } from "#domains/directory/index.ts";
import { rememberPlace } from "#domains/territory/index.ts";
import { projects } from "#paths/projects.ts";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { addProjects, removeImported } from "./commands.import.ts";
import { checkProjects, type ImportedProject } from "./import-check.ts";
import { columns } from "./import-columns.ts";
import { type ProjectRow, readProjectRow } from "./import-read.ts";
import { listImported } from "./queries.import.ts";

const asRow = ({ id, title, line }: { id: number; title: string; line: number | null }) => ({
  line,
  label: title,
  href: projects.one(id),
});

/** Projects as a spreadsheet: they come in for the team alone, which publishes them. */
export const projectKind: ImportKind<ProjectRow, ImportedProject> = {
  id: "projects",
  label: "Projets",
  one: "projet",
  many: "projets",
  columns,
  read: readProjectRow,
  openCheck: checkProjects,
  async apply(db, author, rows, importId) {
    await addProjects(
      db,
      author,
      rows.flatMap((row) => row.write ?? []),
      importId,
    );
    return [];
  },
  async remember(db, author, choices) {
    const names: { organisation_id: number; label: string }[] = [];
    for (const { column, typed, choice } of choices) {
      if (choice === "keep") continue;
      if (column === "places") await rememberPlace(db, author, typed, choice);
      else if (/^\d+$/.test(choice)) names.push({ organisation_id: Number(choice), label: typed });
    }
    await rememberNames(db, author, names);
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImported(db, author, importId);
    return { removed, restored: 0, kept: kept.map(asRow) };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImported(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};
