import { directory } from "#paths/directory.ts";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { completeOrganisations, restoreCompleted } from "./commands.completing.ts";
import { removeImportedOrganisations } from "./commands.import.ts";
import { listFields } from "./fields/queries.ts";
import type { Field } from "./fields/registry.ts";
import { checkOrganisations, type OrganisationWrite } from "./import-check.ts";
import { builtInColumns, customColumn } from "./import-columns.ts";
import { type OrganisationRow, readOrganisationRow } from "./import-read.ts";
import { addOrganisations, rememberNames } from "./matching/commands.ts";
import { listImportedOrganisations } from "./queries.import.ts";

type Kind = ImportKind<OrganisationRow, OrganisationWrite>;

/** Organisations of the directory, as any list of them writes them; one column, the name, is enough. */
const kindWith = (customs: readonly Field[], columns = columnsWith(customs)): Kind => ({
  id: "organisations",
  label: "Organisations",
  one: "organisation",
  many: "organisations",
  columns,
  read: (cells) => readOrganisationRow(columns, customs, cells),
  openCheck: (db, context) => checkOrganisations(db, context, customs),
  async apply(db, author, rows, importId) {
    const created = rows.flatMap((row) => (row.outcome === "create" && row.write ? [row.write] : []));
    await addOrganisations(db, author, created, importId);
    const completed = rows.flatMap(({ line, outcome, targetId, write }) =>
      outcome === "change" && targetId && write ? [{ line, targetId, write }] : [],
    );
    return completeOrganisations(db, author, completed, importId);
  },
  async remember(db, author, choices) {
    const names = choices
      .filter(({ column, choice }) => column === "name" && /^\d+$/.test(choice))
      .map(({ typed, choice }) => ({ organisation_id: Number(choice), label: typed }));
    await rememberNames(db, author, names);
  },
  async undo(db, author, importId, changed) {
    const { restored, kept } = await restoreCompleted(db, author, changed);
    const removal = await removeImportedOrganisations(db, author, importId);
    return { removed: removal.removed, restored, kept: [...removal.kept, ...kept].map(asRow) };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedOrganisations(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
});

const columnsWith = (customs: readonly Field[]) => [...builtInColumns, ...customs.map(customColumn)];

/** The kind as it is declared; opened on a database, it has a column for each field that the network added. */
export const organisationKind: Kind = {
  ...kindWith([]),
  open: async (db) => kindWith((await listFields(db)).filter(({ key }) => key.startsWith("custom."))),
};

const asRow = ({ id, name, line = null }: { id: number; name: string; line?: number | null }) => ({
  line,
  label: name,
  href: directory.one(id),
});
