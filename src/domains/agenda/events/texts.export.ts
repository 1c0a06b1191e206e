import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { EventLine } from "./queries.list.ts";
import { hourOf } from "./rules.times.ts";
import { statusLabels, wordKind } from "./texts.ts";

/** The columns of the agenda when it is taken away; hours in decimals, as the spreadsheets that come in. */
export const exportColumns: readonly ExportColumn<EventLine>[] = [
  { label: "Numéro", key: "id", value: (line) => line.id },
  { label: "Intitulé", key: "title", value: (line) => line.title },
  { label: "Type", key: "kind", value: wordKind },
  { label: "Date de début", key: "starts_on", value: (line) => line.starts_on, kind: "day" },
  { label: "Date de fin", key: "ends_on", value: (line) => line.ends_on, kind: "day" },
  { label: "Heure de début", key: "starts_at", value: (line) => hourOf(line.starts_at) },
  { label: "Heure de fin", key: "ends_at", value: (line) => hourOf(line.ends_at) },
  { label: "Période prévue", key: "planned_period", value: (line) => line.planned_period },
  { label: "Durée en heures", key: "hours", value: (line) => line.duration_minutes / 60 },
  { label: "Participant.es", key: "participants", value: (line) => line.participants },
  {
    label: "Localisation",
    key: "place",
    value: (line) => line.place || (line.online ? "En ligne" : ""),
  },
  { label: "En ligne", key: "online", value: (line) => line.online },
  { label: "Commune", key: "commune", value: (line) => line.commune },
  { label: "Organisé par", key: "organisers", value: (line) => line.organisers },
  { label: "Pôle", key: "pole", value: (line) => line.pole },
  { label: "Axe stratégique", key: "axis", value: (line) => line.axis },
  { label: "Relayé", key: "relayed", value: (line) => line.origin === "relayed" },
  { label: "État", key: "status", value: (line) => (line.cancelled ? "Annulé" : statusLabels[line.status]) },
  {
    label: "Sur le site public",
    key: "listed",
    value: (line) => line.visibility === "listed" && line.status === "published",
  },
];
