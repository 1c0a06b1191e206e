import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { CardToConfirm } from "./queries.ts";

/** What the team takes away to write or call. */
export const toConfirmColumns: readonly ExportColumn<CardToConfirm>[] = [
  { label: "Numéro", key: "id", value: (row) => row.id },
  { label: "Nom", key: "name", value: (row) => row.name },
  { label: "Type d’acteur", key: "actor_type", value: (row) => row.actor_type },
  { label: "Commune", key: "commune", value: (row) => row.commune },
  { label: "Département", key: "department", value: (row) => row.department },
  { label: "Confirmée le", key: "confirmed_on", value: (row) => row.confirmed_on },
  { label: "Sans nouvelles depuis", key: "since", value: (row) => row.since },
  { label: "Contact principal", key: "contact", value: (row) => row.contact },
  { label: "Courriel", key: "email", value: (row) => row.email },
  { label: "Téléphone", key: "phone", value: (row) => row.phone },
];
