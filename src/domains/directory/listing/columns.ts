import { directory } from "#paths/directory.ts";
import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import { slugOf } from "../rules.ts";
import { statuses, visibilities } from "../texts.ts";
import type { ListedOrganisation } from "./select.ts";

type Column = ExportColumn<ListedOrganisation>;

const known: readonly Column[] = [
  { label: "Nom", key: "name", value: (row) => row.name },
  { label: "Sigle", key: "acronym", value: (row) => row.acronym },
  { label: "Famille d’acteurs", key: "family", value: (row) => row.family },
  { label: "Type d’acteur", key: "actor_type", value: (row) => row.actor_type },
  { label: "Commune", key: "commune", value: (row) => row.commune },
  { label: "Code département", key: "department_code", value: (row) => row.department_code },
  { label: "Département", key: "department", value: (row) => row.department },
  { label: "Site internet", key: "website", value: (row) => row.website },
];

/** What anyone may take away: what the public list and the cards say. */
export const publicColumns = (baseUrl: string): readonly Column[] => [
  ...known,
  { label: "Fiche", key: "url", value: (row) => baseUrl + directory.publicCard(row.id, slugOf(row.name)) },
];

/** What the network's own people take away. */
export const staffColumns: readonly Column[] = [
  { label: "Numéro", key: "id", value: (row) => row.id },
  ...known,
  { label: "Qui voit la fiche", key: "visibility", value: (row) => visibilities[row.visibility] },
  { label: "État", key: "status", value: (row) => statuses[row.status] },
  { label: "Adhésion", key: "membership", value: (row) => row.remark },
];
