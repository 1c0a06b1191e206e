import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { Member } from "./queries.ts";

/** What the list of members takes away. */
export const memberColumns: readonly ExportColumn<Member>[] = [
  { label: "Année", key: "year", value: (row) => row.year },
  { label: "Organisation", key: "organisation", value: (row) => row.organisation },
  { label: "Collège", key: "college", value: (row) => row.college },
  { label: "Adhésion du", key: "joined_on", value: (row) => row.joined_on, kind: "day" },
  { label: "Commune", key: "commune", value: (row) => row.commune },
  { label: "Département", key: "department", value: (row) => row.department },
];
