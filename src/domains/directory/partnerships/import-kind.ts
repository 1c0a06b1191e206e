import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { removeImportedOrganisations } from "../commands.import.ts";
import { rememberNames } from "../matching/commands.ts";
import { removeImportedPartnerships, restorePartnerships, writePartnerships } from "./commands.import.ts";
import { checkPartnerships, type PartnershipRow, type PartnershipWrite } from "./import-check.ts";
import { listImportedPartnerships } from "./queries.import.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "name",
    label: "Organisation",
    required: true,
    synonyms: ["Collectivité", "Nom", "Structure", "Commune", "Comité de jumelage", "Acteur"],
    example: "Ville d’Arras",
  },
  {
    key: "partner",
    label: "Partenaire",
    required: true,
    synonyms: [
      "Territoire partenaire",
      "Ville jumelle",
      "Ville jumelée",
      "Collectivité partenaire",
      "Jumelée avec",
    ],
    example: "Herten",
  },
  {
    key: "country",
    label: "Pays",
    required: true,
    synonyms: ["Pays partenaire", "Pays du partenaire", "Pays d’intervention"],
    example: "Allemagne",
  },
  {
    key: "kind",
    label: "Genre de partenariat",
    synonyms: ["Type de partenariat", "Nature du partenariat", "Genre", "Type"],
    example: "Jumelage",
  },
  {
    key: "since",
    label: "Depuis",
    synonyms: ["Année", "Année de début", "Depuis l’année", "Date de signature", "Début"],
    example: "1984",
  },
  { key: "state", label: "État", synonyms: ["Statut", "Situation", "État du partenariat"], example: "Actif" },
];

/** What people write for each kind and state, folded. */
const kindWords: readonly (readonly [RegExp, PartnershipRow["kind"]])[] = [
  [/\bjumel/, "twinning"],
  [/\bcooperation decentralisee|\bdecentralis/, "decentralised_cooperation"],
  [/\bautre|\bpartenariat|\bpacte|\bamitie|\bcooperation/, "other"],
];
const stateWords: readonly (readonly [RegExp, PartnershipRow["state"]])[] = [
  [/\bactif|\bactive|\ben cours/, "active"],
  [/\bsommeil|\binactif|\binactive|\bsuspendu/, "dormant"],
  [/\btermin|\bfini|\bclos|\brompu/, "ended"],
];

const meant = <Value>(words: readonly (readonly [RegExp, Value])[], typed: string) =>
  words.find(([pattern]) => pattern.test(fold(typed)))?.[1];

/** Partnerships with territories abroad. An organisation that the directory does not know is created. */
export const partnershipKind: ImportKind<PartnershipRow, PartnershipWrite> = {
  id: "partnerships",
  label: "Partenariats à l’étranger",
  one: "partenariat",
  many: "partenariats",
  columns,
  read(cells) {
    const cell = cellReader(columns, cells);
    const name = cell.text("name", 300) ?? "";
    const partner = cell.text("partner", 200) ?? "";
    const country = cell.text("country", 200) ?? "";
    const typed = { kind: cells["kind"] ?? "", since: cells["since"] ?? "", state: cells["state"] ?? "" };
    const kind = typed.kind === "" ? "other" : meant(kindWords, typed.kind);
    const state = typed.state === "" ? undefined : meant(stateWords, typed.state);
    const year = /(?<!\d)(19|20|21)\d\d(?!\d)/.exec(typed.since)?.[0];
    if (name && !/[\p{L}\p{N}]/u.test(name))
      cell.refuse("name", "Ce nom n’a ni lettre ni chiffre : écrivez le nom de l’organisation.");
    if (partner && !/[\p{L}\p{N}]/u.test(partner))
      cell.refuse("partner", "Ce nom n’a ni lettre ni chiffre : écrivez le nom du territoire partenaire.");
    if (!kind) cell.refuse("kind", "Écrivez Jumelage, Coopération décentralisée ou Autre partenariat.");
    if (typed.state !== "" && !state) cell.refuse("state", "Écrivez Actif, En sommeil ou Terminé.");
    if (typed.since !== "" && !year)
      cell.refuse("since", "Écrivez l’année en quatre chiffres, à partir de 1900 : 1984.");
    if (cell.problems.length > 0 || !kind) return { ok: false, problems: cell.problems };
    return {
      ok: true,
      values: { name, partner, country, kind, since_year: year ? Number(year) : null, state },
    };
  },
  openCheck: checkPartnerships,
  apply: writePartnerships,
  async remember(db, author, choices) {
    const names = choices
      .filter(({ column, choice }) => column === "name" && /^\d+$/.test(choice))
      .map(({ typed, choice }) => ({ organisation_id: Number(choice), label: typed }));
    await rememberNames(db, author, names);
  },
  async undo(db, author, importId, changed) {
    const { restored, kept: left } = await restorePartnerships(db, author, changed);
    const { removed, kept } = await removeImportedPartnerships(db, author, importId);
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
    const { rows, total } = await listImportedPartnerships(db, importId, page);
    return { total, rows: rows.map(asRow) };
  },
};

const asRow = ({ id, name }: { id: number; name: string }) => ({
  line: null,
  label: name,
  href: partnerships.one(id),
});
