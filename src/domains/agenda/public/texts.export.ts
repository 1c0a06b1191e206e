import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { DateLine } from "./lines.ts";
import { addressOf } from "./texts.feed.ts";
import { wordChange, wordKind, wordOrganisers, wordPeriod } from "./texts.ts";

/** The columns of the agenda when it is taken away: a line a date. */
export const exportColumns = (baseUrl: string): readonly ExportColumn<DateLine>[] => [
  { label: "Numéro de l’événement", key: "event_id", value: (line) => line.event_id },
  { label: "Intitulé", key: "title", value: (line) => line.title },
  { label: "Date nommée", key: "session_title", value: (line) => line.session_title },
  { label: "Type", key: "kind", value: wordKind },
  {
    label: "Date de début",
    key: "starts_on",
    value: (line) => (line.vague ? null : line.first_on),
    kind: "day",
  },
  { label: "Date de fin", key: "ends_on", value: (line) => (line.vague ? null : line.last_on), kind: "day" },
  { label: "Heure de début", key: "starts_at", value: (line) => line.starts_at?.slice(0, 5) ?? null },
  { label: "Heure de fin", key: "ends_at", value: (line) => line.ends_at?.slice(0, 5) ?? null },
  {
    label: "Période prévue",
    key: "period",
    value: (line) => (line.vague ? wordPeriod(line.period, line.last_on) : null),
  },
  { label: "Changement", key: "change", value: (line) => wordChange(line) || null },
  { label: "Prévue d’abord le", key: "moved_from", value: (line) => line.moved_from, kind: "day" },
  { label: "En ligne", key: "online", value: (line) => line.online },
  { label: "Lieu", key: "place", value: (line) => line.place || null },
  { label: "Commune", key: "commune", value: (line) => line.commune },
  { label: "Département", key: "department", value: (line) => line.department },
  { label: "Organisé par", key: "organisers", value: (line) => wordOrganisers(line.organisers) },
  { label: "Relayé", key: "relayed", value: (line) => line.origin === "relayed" },
  { label: "Page", key: "url", value: (line) => addressOf(line, baseUrl) },
];
