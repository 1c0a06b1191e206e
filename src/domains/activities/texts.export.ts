import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { MeetingLine } from "./queries.list.ts";
import { settingLabel } from "./texts.ts";

/** The columns of the log when it is taken away; hours in decimals, as the spreadsheets that come in. */
export const exportColumns: readonly ExportColumn<MeetingLine>[] = [
  { label: "Numéro", key: "id", value: (line) => line.id },
  { label: "Sujet", key: "subject", value: (line) => line.subject },
  { label: "Type de réunion", key: "type", value: (line) => line.type },
  { label: "Localisation", key: "places", value: (line) => line.places || settingLabel("online") },
  { label: "Cadre", key: "setting", value: (line) => settingLabel(line.setting) },
  { label: "En ligne", key: "online", value: (line) => line.online },
  { label: "Date", key: "held_on", value: (line) => line.held_on, kind: "day" },
  { label: "Durée", key: "hours", value: (line) => line.duration_minutes / 60 },
  { label: "Nombre de participants", key: "participants", value: (line) => line.participants },
];
