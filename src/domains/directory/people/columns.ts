import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { ListedPerson } from "./queries.list.ts";
import { languageName, nameOf, roleWords } from "./texts.ts";

/** What the team takes away of the list of people. */
export const peopleColumns: readonly ExportColumn<ListedPerson>[] = [
  { label: "Numéro", key: "id", value: (row) => row.id },
  { label: "Prénom", key: "given_name", value: (row) => row.given_name },
  { label: "Nom", key: "family_name", value: (row) => (row.erased_at ? nameOf(row) : row.family_name) },
  { label: "Courriel", key: "email", value: (row) => row.email },
  { label: "Téléphone", key: "phone", value: (row) => row.phone },
  { label: "Langue", key: "language", value: (row) => languageName(row.language) },
  {
    label: "Fonctions",
    key: "roles",
    value: (row) => row.roles.map((role) => `${roleWords(role)}, ${role.organisation}`).join(" ; "),
  },
  { label: "Dernier contact", key: "last_contact_on", value: (row) => row.last_contact_on, kind: "day" },
];
