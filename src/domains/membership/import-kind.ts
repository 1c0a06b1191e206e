import { rememberNames, removeImportedOrganisations } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind, ImportOption } from "#platform/spreadsheets/import-kind.ts";
import { removeImportedMembers, restoreColleges, writeMembers } from "./commands.import.ts";
import { checkMembers, type MemberRow, type MemberWrite } from "./import-check.ts";
import { listImportedMembers } from "./queries.import.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "name",
    label: "Nom",
    required: true,
    synonyms: ["Adhérent", "Organisation", "Structure", "Nom de la structure", "Raison sociale", "Membre"],
    example: "Addil Benin Togo",
  },
  {
    key: "college",
    label: "Catégorie",
    required: true,
    synonyms: ["Collège", "Catégorie d’adhérent", "Type d’adhérent", "Type d’adhésion"],
    example: "Association",
  },
  {
    key: "joined_on",
    label: "Date d’adhésion",
    synonyms: ["Adhésion", "Adhérent depuis", "Date"],
    example: "15/01/2021",
  },
];

const year: ImportOption = {
  key: "year",
  label: "Année d’adhésion",
  help: "L’année civile pour laquelle ces organisations sont adhérentes.",
  guess: (fileName) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(fileName)?.[0],
  refuse: (typed) =>
    /^(19|20|21)\d\d$/.test(typed) ? undefined : "Indiquez l’année sur quatre chiffres, par exemple 2021.",
};

/** Members of one year. An organisation that the directory does not know is created. */
export const memberKind: ImportKind<MemberRow, MemberWrite> = {
  id: "members",
  label: "Adhérents d’une année",
  one: "adhérent",
  many: "adhérents",
  columns,
  options: [year],
  read(cells) {
    const cell = cellReader(columns, cells);
    const name = cell.text("name", 300) ?? "";
    const college = cell.text("college", 200) ?? "";
    const joined_on = cell.day("joined_on") ?? null;
    if (name && !/[\p{L}\p{N}]/u.test(name))
      cell.refuse("name", "Ce nom n’a ni lettre ni chiffre : écrivez le nom de l’organisation.");
    return cell.problems.length > 0
      ? { ok: false, problems: cell.problems }
      : { ok: true, values: { name, college, joined_on } };
  },
  openCheck: checkMembers,
  apply: writeMembers,
  async remember(db, author, choices) {
    const names = choices
      .filter(({ column, choice }) => column === "name" && /^\d+$/.test(choice))
      .map(({ typed, choice }) => ({ organisation_id: Number(choice), label: typed }));
    await rememberNames(db, author, names);
  },
  async undo(db, author, importId, changed) {
    const { restored, kept: left } = await restoreColleges(db, author, changed);
    const { removed, kept } = await removeImportedMembers(db, author, importId);
    const organisations = await removeImportedOrganisations(db, author, importId);
    return {
      removed,
      restored,
      kept: [
        ...[...left, ...kept].map(asRow),
        ...organisations.kept.map(({ id, name }) => ({ line: null, label: name, href: directory.one(id) })),
      ],
    };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedMembers(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};

const asRow = ({ id, name }: { id: number | null; name: string | null }) => ({
  line: null,
  label: name ?? "",
  href: membership.one(id ?? 0),
});
