import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import { letterName } from "../letters/texts.ts";
import { callOutcomes, standings } from "../texts.ts";
import type { PhoneLine } from "./queries.calls.ts";
import type { Followed } from "./queries.ts";

/** What the list of answers takes away. */
export const followedColumns: readonly ExportColumn<Followed>[] = [
  { label: "Organisation", key: "organisation", value: (row) => row.organisation },
  { label: "Où elle en est", key: "state", value: (row) => standings[row.standing].label },
  { label: "Réponse du", key: "answered_on", value: (row) => row.answered_on, kind: "day" },
  { label: "Famille", key: "family", value: (row) => row.family },
  { label: "Commune", key: "commune", value: (row) => row.commune },
  { label: "Département", key: "department", value: (row) => row.department },
  { label: "Contact", key: "contact", value: (row) => row.contact },
  { label: "Courriel", key: "email", value: (row) => row.email },
  {
    label: "Dernière lettre",
    key: "last_letter",
    value: (row) => (row.last_rank < 0 ? null : letterName(row.last_rank)),
  },
  { label: "Écrite le", key: "last_written_on", value: (row) => row.last_written_on, kind: "day" },
];

/** What the phone list takes away. */
export const phoneColumns: readonly ExportColumn<PhoneLine>[] = [
  { label: "Organisation", key: "organisation", value: (row) => row.organisation },
  { label: "Contact", key: "contact", value: (row) => row.contact },
  { label: "Fonction", key: "title", value: (row) => row.title },
  { label: "Téléphone", key: "phone", value: (row) => row.phone },
  { label: "Département", key: "department", value: (row) => row.department },
  { label: "Où elle en est", key: "state", value: (row) => standings[row.standing].label },
  { label: "Dernier contact", key: "last_contact_on", value: (row) => row.last_contact_on, kind: "day" },
  {
    label: "Dernier appel",
    key: "last_outcome",
    value: (row) => (row.last_outcome ? callOutcomes[row.last_outcome] : null),
  },
  { label: "Note", key: "last_note", value: (row) => row.last_note },
];
