import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { SessionLine } from "./queries.list.ts";

/** The columns of the sessions when they are taken away; hours in decimals, as the spreadsheets that come in. */
export const exportColumns: readonly ExportColumn<SessionLine>[] = [
  { label: "Numéro", key: "id", value: (line) => line.id },
  { label: "Intitulé", key: "title", value: (line) => line.title },
  { label: "Date de début", key: "starts_on", value: (line) => line.starts_on, kind: "day" },
  { label: "Date de fin", key: "ends_on", value: (line) => line.ends_on, kind: "day" },
  { label: "Durée en heures", key: "hours", value: (line) => line.duration_minutes / 60 },
  { label: "Participant.es", key: "participants", value: (line) => line.participants },
  { label: "Localisation", key: "place", value: (line) => line.place || "En ligne" },
  { label: "En ligne", key: "online", value: (line) => line.online },
  { label: "Commune", key: "commune", value: (line) => line.commune },
  { label: "Sur le site public", key: "listed", value: (line) => line.visibility === "listed" },
];
