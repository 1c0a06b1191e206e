import { rememberPlace } from "#domains/territory/index.ts";
import { activities } from "#paths/activities.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { addMeetings, type ImportedMeeting, removeImported } from "./commands.import.ts";
import { checkMeetings, type MeetingRow } from "./import-check.ts";
import { listImported } from "./queries.import.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "subject",
    label: "Sujet",
    required: true,
    synonyms: ["Objet", "Sujet de la réunion", "Intitulé de la réunion", "Titre de la réunion", "Réunion"],
    example: "Groupe Projet Mali",
  },
  {
    key: "type",
    label: "Type de réunion",
    required: true,
    synonyms: ["Type", "Nature de la réunion", "Catégorie de réunion"],
    example: "Réunion de réseau",
  },
  {
    key: "place",
    label: "Localisation",
    required: true,
    synonyms: ["Lieu", "Lieux", "Lieu de la réunion", "Ville", "Commune", "Endroit"],
    example: "En ligne",
  },
  {
    key: "day",
    label: "Date",
    required: true,
    synonyms: ["Jour", "Date de la réunion", "Le"],
    example: "6/1/2021",
  },
  {
    key: "duration",
    label: "Durée",
    required: true,
    synonyms: ["Durée en heures", "Temps", "Heures", "Nombre d’heures", "Temps passé"],
    example: "1,5",
  },
  {
    key: "participants",
    label: "Nombre de participants",
    required: true,
    synonyms: [
      "Participants",
      "Participant·es",
      "Participantes",
      "Présents",
      "Nb participants",
      "Nb de participants",
    ],
    example: "12",
  },
];

/** The log of meetings as a spreadsheet. Limits are those of the table. */
export const meetingKind: ImportKind<MeetingRow, ImportedMeeting> = {
  id: "meetings",
  label: "Réunions",
  one: "réunion",
  many: "réunions",
  columns,
  read(cells) {
    const cell = cellReader(columns, cells);
    const subject = cell.text("subject", 300);
    const type = cell.text("type", 200);
    const place = cell.text("place", 200);
    const heldOn = cell.day("day");
    const durationMinutes = cell.duration("duration", 20_000);
    const participants = cell.whole("participants", 100_000);
    if (cell.problems.length > 0 || heldOn === undefined) return { ok: false, problems: cell.problems };
    return {
      ok: true,
      values: {
        subject: subject ?? "",
        type: type ?? "",
        place: place ?? "",
        heldOn,
        durationMinutes: durationMinutes ?? 0,
        participants: participants ?? 0,
      },
    };
  },
  openCheck: checkMeetings,
  async apply(db, author, rows, importId) {
    const meetings = rows.flatMap((row) => row.write ?? []);
    await addMeetings(db, author, meetings, importId);
    return [];
  },
  async remember(db, author, choices) {
    for (const { column, typed, choice } of choices)
      if (column === "place" && choice !== "keep") await rememberPlace(db, author, typed, choice);
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImported(db, author, importId);
    return {
      removed,
      restored: 0,
      kept: kept.map(({ id, subject, importLine }) => ({
        line: importLine,
        label: subject,
        href: activities.one(id),
      })),
    };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImported(db, importId, page);
    return {
      total,
      rows: rows.map(({ id, subject, line }) => ({ line, label: subject, href: activities.one(id) })),
    };
  },
};
