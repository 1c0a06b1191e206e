import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import { formatDuration, formatNumber, formatShortDay } from "#ui/format.ts";
import type { Column } from "#ui/list.tsx";
import type { CountedRow, CountedRows, Rowset } from "./rowsets.ts";

/** One column of counted rows: on the page, and in what is taken away. */
interface Shown<Row> {
  label: string;
  key: string;
  numeric?: boolean;
  wide?: boolean;
  kind?: "day";
  /** On the page; the value itself in exports. */
  show?: (row: Row) => string;
  /** In exports, when not the value itself. */
  taken?: (row: Row) => string | number | null;
}

const placeOf = (online: boolean, typed: string) => typed || (online ? "En ligne" : "");

const came: Shown<{ participants: number }> = {
  label: "Participants",
  key: "participants",
  numeric: true,
  show: (row) => formatNumber(row.participants),
};

/** What became of a line of the programme, in words. */
function standing({ held_on, dropped }: CountedRows["programme_items"]): string {
  if (held_on) return `Fait, le ${formatShortDay(held_on)}`;
  return dropped ? "Abandonné" : "Pas encore fait";
}

/** What a meeting and a training session both tell of the time spent and of those who came. */
const held: readonly Shown<{ duration_minutes: number; participants: number }>[] = [
  {
    label: "Durée",
    key: "duration_minutes",
    numeric: true,
    show: (row) => formatDuration(row.duration_minutes),
  },
  came,
];

const shown: { [Name in Rowset]: readonly Shown<CountedRows[Name]>[] } = {
  meetings: [
    { label: "Date", key: "held_on", kind: "day", show: (row) => formatShortDay(row.held_on) },
    { label: "Sujet", key: "subject" },
    { label: "Type", key: "type", wide: true },
    {
      label: "Lieu (tel que saisi)",
      key: "places",
      show: (row) => placeOf(row.setting === "online", row.places),
      taken: (row) => placeOf(row.setting === "online", row.places),
    },
    ...held,
  ],
  courses: [
    { label: "Ouvert le", key: "opened_on", kind: "day", show: (row) => formatShortDay(row.opened_on) },
    { label: "Organisation", key: "organisation" },
    { label: "Sujet", key: "subject" },
    { label: "Département", key: "department", wide: true },
    { label: "Type d’acteur", key: "actor_type", wide: true },
  ],
  collectivites: [
    { label: "Collectivité", key: "name" },
    { label: "Territoire", key: "place", wide: true },
    {
      label: "Habitants",
      key: "population",
      numeric: true,
      show: (row) => (row.population === null ? "" : formatNumber(row.population)),
    },
    { label: "Classe", key: "class", wide: true },
    { label: "Réunions", key: "meetings", numeric: true },
  ],
  events: [
    { label: "Date", key: "first_on", kind: "day", show: (row) => formatShortDay(row.first_on) },
    { label: "Intitulé", key: "title" },
    { label: "Type", key: "kind" },
    came,
  ],
  programme_items: [
    { label: "Période", key: "planned_period", show: (row) => row.planned_period || "Sans période" },
    { label: "Intitulé", key: "title" },
    { label: "Type", key: "kind", wide: true },
    { label: "Où on en est", key: "held_on", show: standing, taken: standing },
  ],
  training_sessions: [
    { label: "Date", key: "starts_on", kind: "day", show: (row) => formatShortDay(row.starts_on) },
    { label: "Intitulé", key: "title" },
    {
      label: "Lieu",
      key: "place",
      show: (row) => placeOf(row.online, row.place),
      taken: (row) => placeOf(row.online, row.place),
    },
    ...held,
  ],
  trainings: [
    { label: "Début", key: "first_on", kind: "day", show: (row) => formatShortDay(row.first_on) },
    { label: "Intitulé", key: "title" },
    { label: "Sessions", key: "sessions", numeric: true },
    { label: "Présences", key: "attendances", numeric: true },
    { label: "Personnes comptées", key: "people", numeric: true },
  ],
  members: [
    { label: "Organisation", key: "organisation" },
    { label: "Collège", key: "college" },
  ],
  organisations: [
    { label: "Organisation", key: "name" },
    { label: "Type", key: "actor_type" },
    { label: "Famille", key: "family", wide: true },
    { label: "Commune", key: "commune" },
    { label: "Département", key: "department", wide: true },
  ],
  projects: [
    { label: "Projet", key: "title" },
    { label: "Porté par", key: "carriers" },
    { label: "Pays", key: "countries", wide: true },
    {
      label: "Début",
      key: "starts_on",
      kind: "day",
      show: (row) => (row.starts_on ? formatShortDay(row.starts_on) : ""),
    },
  ],
};

const cellOf = (row: CountedRow, key: string): string | number | boolean | null => {
  const value: unknown = Reflect.get(row, key);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
};

/** The columns of a rowset on a page. */
export function columnsOf(rowset: Rowset): Column<CountedRow>[] {
  const columns = shown[rowset] as readonly Shown<CountedRow>[];
  return columns.map(({ label, key, numeric, wide, show }) => ({
    label,
    numeric,
    wide,
    cell: (row) => (show ? show(row) : (cellOf(row, key) ?? "")),
  }));
}

/** The columns of a rowset in a file: durations in minutes, days as days. */
export function exportColumnsOf(rowset: Rowset): ExportColumn<CountedRow>[] {
  const columns = shown[rowset] as readonly Shown<CountedRow>[];
  return columns.map(({ label, key, kind, taken }) => ({
    label: key === "duration_minutes" ? "Durée (minutes)" : label,
    key,
    kind,
    value: (row) => (taken ? taken(row) : cellOf(row, key)),
  }));
}

/** `381 réunions`: what a rowset's rows are. */
export const rowNames: Record<Rowset, readonly [one: string, many: string]> = {
  meetings: ["réunion comptée", "réunions comptées"],
  courses: ["accompagnement compté", "accompagnements comptés"],
  collectivites: ["collectivité comptée", "collectivités comptées"],
  events: ["événement compté", "événements comptés"],
  programme_items: ["ligne comptée", "lignes comptées"],
  trainings: ["formation comptée", "formations comptées"],
  training_sessions: ["session comptée", "sessions comptées"],
  members: ["adhérent compté", "adhérents comptés"],
  organisations: ["organisation comptée", "organisations comptées"],
  projects: ["projet compté", "projets comptés"],
};

/** A figure with its unit: `780,25 heures`, `33,33 %`. */
export const withUnit = (value: number, unit: string) => `${formatNumber(value)}\u00a0${unit}`;
