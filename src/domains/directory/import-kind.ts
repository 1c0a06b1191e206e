import { directory } from "#paths/directory.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { completeOrganisations, removeImportedOrganisations, restoreCompleted } from "./commands.import.ts";
import { checkOrganisations, type OrganisationRow, type OrganisationWrite } from "./import-check.ts";
import { addOrganisations, rememberNames } from "./matching/commands.ts";
import { listImportedOrganisations } from "./queries.import.ts";
import { readRna, readSiret, readWebAddress } from "./rules.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "name",
    label: "Nom",
    required: true,
    synonyms: [
      "Organisation",
      "Structure",
      "Nom de la structure",
      "Nom de l’organisation",
      "Raison sociale",
      "Acteur",
    ],
    example: "Association Kabé Bénin",
  },
  { key: "acronym", label: "Sigle", synonyms: ["Acronyme"], example: "AKB" },
  {
    key: "type",
    label: "Type",
    synonyms: ["Type d’acteur", "Type de structure", "Nature", "Statut"],
    example: "Association locale",
  },
  { key: "department", label: "Département", synonyms: ["Dept", "Dpt", "Dép"], example: "Nord" },
  { key: "commune", label: "Commune", synonyms: ["Ville", "Localité"], example: "Roubaix" },
  { key: "postal_code", label: "Code postal", synonyms: ["CP"], example: "59100" },
  { key: "address", label: "Adresse", synonyms: ["Adresse postale", "Rue"], example: "1, rue des Arts" },
  { key: "rna", label: "RNA", synonyms: ["Numéro RNA", "N° RNA", "Waldec"], example: "W595012345" },
  { key: "siret", label: "SIRET", synonyms: ["Numéro SIRET", "N° SIRET"], example: "356 000 000 00048" },
  {
    key: "website",
    label: "Site web",
    synonyms: ["Site", "Site internet", "Web"],
    example: "www.exemple.fr",
  },
  {
    key: "description",
    label: "Description",
    synonyms: ["Présentation", "Activités"],
    example: "Aide aux écoles",
  },
];

const identifiers = {
  rna: {
    read: readRna,
    reason: "n’est pas un numéro RNA : W suivi de neuf caractères. Corrigez-le ou videz la cellule.",
  },
  siret: {
    read: readSiret,
    reason: "n’est pas un SIRET valable : quatorze chiffres, clé comprise. Corrigez-le ou videz la cellule.",
  },
  website: {
    read: readWebAddress,
    reason: "n’est pas une adresse de site. Écrivez par exemple www.exemple.fr, ou videz la cellule.",
  },
} as const;

/** Organisations of the directory, as any list of them writes them; one column, the name, is enough. */
export const organisationKind: ImportKind<OrganisationRow, OrganisationWrite> = {
  id: "organisations",
  label: "Organisations",
  one: "organisation",
  many: "organisations",
  columns,
  read(cells) {
    const cell = cellReader(columns, cells);
    const text = (key: string, most: number) => cell.text(key, most) ?? "";
    const row: OrganisationRow = {
      name: text("name", 300),
      acronym: text("acronym", 60),
      type: text("type", 200).replace(/[\s,;.]+$/, ""),
      department: text("department", 100),
      commune: text("commune", 200),
      postal_code: text("postal_code", 20),
      address: text("address", 500),
      description: text("description", 20_000),
    };
    if (!/[\p{L}\p{N}]/u.test(row.name) && cells["name"])
      cell.refuse("name", "Ce nom n’a ni lettre ni chiffre : écrivez le nom de l’organisation.");
    for (const key of ["rna", "siret", "website"] as const) {
      const typed = text(key, 500);
      const read = typed && identifiers[key].read(typed);
      if (typed && !read) cell.refuse(key, `«\u00a0${typed.slice(0, 80)}\u00a0» ${identifiers[key].reason}`);
      else if (read) row[key] = read;
    }
    return cell.problems.length > 0 ? { ok: false, problems: cell.problems } : { ok: true, values: row };
  },
  openCheck: checkOrganisations,
  async apply(db, author, rows, importId) {
    const created = rows.flatMap((row) => (row.outcome === "create" && row.write ? [row.write] : []));
    await addOrganisations(db, author, created, importId);
    const completed = rows.flatMap(({ line, outcome, targetId, write }) =>
      outcome === "change" && targetId && write ? [{ line, targetId, write }] : [],
    );
    return completeOrganisations(db, author, completed);
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
};

const asRow = ({ id, name, line = null }: { id: number; name: string; line?: number | null }) => ({
  line,
  label: name,
  href: directory.one(id),
});
