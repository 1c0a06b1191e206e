import { rememberPlace } from "#domains/territory/index.ts";
import { agenda } from "#paths/agenda.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import type { ImportColumn, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import { addTrainingSessions, type ImportedSession, removeImportedSessions } from "./commands.import.ts";
import { checkSessions, type SessionRow } from "./import-check.ts";
import { listImportedSessions } from "./queries.import.ts";

const columns: readonly ImportColumn[] = [
  {
    key: "title",
    label: "Intitulé",
    required: true,
    synonyms: ["Formation", "Titre", "Intitulé de la formation", "Nom de la formation", "Session"],
    example: "Formation jeu et ECSI",
  },
  {
    key: "starts_on",
    label: "Date de début",
    required: true,
    synonyms: ["Début", "Date", "Date de la formation", "Du"],
    example: "14/10/2021",
  },
  { key: "ends_on", label: "Date de fin", synonyms: ["Fin", "Au"], example: "15/10/2021" },
  {
    key: "duration",
    label: "Durée en heures",
    required: true,
    synonyms: ["Durée", "Heures", "Nombre d’heures"],
    example: "7",
  },
  {
    key: "participants",
    label: "Participant·es",
    required: true,
    synonyms: ["Participants", "Participantes", "Nombre de participants", "Stagiaires", "Personnes formées"],
    example: "18",
  },
  {
    key: "place",
    label: "Localisation",
    synonyms: ["Lieu", "Ville", "Commune", "Lieu de la formation"],
    example: "Lille",
  },
];

/** Sessions of trainings as a spreadsheet, one a row; rows of the same title are sessions of one training. */
export const trainingKind: ImportKind<SessionRow, ImportedSession> = {
  id: "trainings",
  label: "Formations",
  one: "session de formation",
  many: "sessions de formation",
  columns,
  read(cells) {
    const cell = cellReader(columns, cells);
    const title = cell.text("title", 300) ?? "";
    const startsOn = cell.day("starts_on");
    const endsOn = cell.day("ends_on") ?? null;
    const durationMinutes = cell.duration("duration", 60_000) ?? 0;
    const participants = cell.whole("participants", 100_000) ?? 0;
    const place = cell.text("place", 200) ?? "";
    if (startsOn && endsOn && endsOn < startsOn)
      cell.refuse("ends_on", "Cette date de fin est avant la date de début : vérifiez les deux.");
    return cell.problems.length > 0 || !startsOn
      ? { ok: false, problems: cell.problems }
      : { ok: true, values: { title, startsOn, endsOn, durationMinutes, participants, place } };
  },
  openCheck: checkSessions,
  async apply(db, author, rows, importId) {
    await addTrainingSessions(
      db,
      author,
      rows.flatMap((row) => row.write ?? []),
      importId,
    );
    return [];
  },
  async remember(db, author, choices) {
    for (const { column, typed, choice } of choices)
      if (column === "place" && choice !== "keep") await rememberPlace(db, author, typed, choice);
  },
  async undo(db, author, importId) {
    const { removed, kept } = await removeImportedSessions(db, author, importId);
    return {
      removed,
      restored: 0,
      kept: kept.map(({ trainingId, title, importLine }) => ({
        line: importLine,
        label: title,
        href: agenda.one(trainingId),
      })),
    };
  },
  async listDone(db, importId, page) {
    const { rows, total } = await listImportedSessions(db, importId, page);
    return {
      total,
      rows: rows.map(({ trainingId, title, line }) => ({ line, label: title, href: agenda.one(trainingId) })),
    };
  },
};
