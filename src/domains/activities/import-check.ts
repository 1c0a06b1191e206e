import { findSettings } from "#domains/network/index.ts";
import { matchPlaces, type PlaceMatch } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Check, Checked, Draft, ImportContext, Proposal } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { ImportedMeeting } from "./commands.import.ts";
import { findSameMeetings } from "./queries.import.ts";
import { asTyped, choiceField, settlePlaces } from "./rules.places.ts";
import { meetingFingerprint } from "./rules.ts";

/** A row of the log as typed: its type and its place are still words. */
export interface MeetingRow {
  subject: string;
  type: string;
  place: string;
  heldOn: Day;
  durationMinutes: number;
  participants: number;
}

/**
 * Compares rows with the log. A place that is not sure is proposed, and goes in as typed while nobody has chosen; a type that
 * is not known waits for a choice. A meeting already logged with the same facts is the same, whoever logged it.
 */
export async function checkMeetings(
  db: Db,
  context: ImportContext,
): Promise<Check<MeetingRow, ImportedMeeting>> {
  const { region_code: regionCode } = await findSettings(db);
  const types = await listTerms(db, "meeting_types");
  const typeIds = new Map<string, number | undefined>();
  const places = new Map<string, PlaceMatch>();

  const typeOf = (typed: string) => {
    const chosen = types.find((type) => String(type.id) === context.choiceFor("type", typed));
    return typeIds.get(typed) ?? chosen?.id;
  };
  return async (drafts) => {
    const newTypes = unknown(drafts, (row) => row.type, typeIds);
    const found = await findTermByWord(db, "meeting_types", newTypes);
    for (const typed of newTypes) typeIds.set(typed, found.get(typed)?.id);
    const newPlaces = unknown(drafts, (row) => row.place, places);
    for (const [typed, match] of await matchPlaces(db, newPlaces, { regionCode })) places.set(typed, match);
    const read = drafts.map(({ line, values }) => {
      const { places: found, ...settled } = settle(values.place, places, context);
      const { type, place: _, ...facts } = values;
      const typeId = typeOf(type);
      const write =
        typeId === undefined ? undefined : { ...facts, typeId, online: settled.online, places: found };
      return { line, type, write: write && { ...write, importLine: line }, ...settled };
    });
    const logged = await findSameMeetings(
      db,
      read.flatMap((row) => row.write ?? []),
      context.importId,
    );
    return read.map(({ line, type, write, proposals, notes }): Checked<ImportedMeeting> => {
      if (!write) return waitingForType(line, type, types, proposals);
      const targetId = logged.get(meetingFingerprint(write));
      return targetId === undefined
        ? { line, outcome: "create", write, proposals, notes }
        : { line, outcome: "same", targetId };
    });
  };
}

function unknown<Value>(
  drafts: readonly Draft<MeetingRow>[],
  typed: (row: MeetingRow) => string,
  known: ReadonlyMap<string, Value>,
) {
  return [...new Set(drafts.map((draft) => typed(draft.values)))].filter((text) => !known.has(text));
}

/** A place as it goes in, with the question left open when there is one. */
function settle(typed: string, matches: ReadonlyMap<string, PlaceMatch>, context: ImportContext) {
  const choice = context.choiceFor("place", typed);
  const { questions } = settlePlaces([typed], matches, {});
  const taken = choice && choice !== "keep" ? choice : asTyped;
  const answers = Object.fromEntries(questions.map((question) => [choiceField(question.typed), taken]));
  const { places, online } = settlePlaces([typed], matches, answers);
  const proposals = questions.map(
    ({ typed, candidates }): Proposal => ({
      column: "place",
      label: "Localisation",
      typed,
      candidates: candidates.map(({ code, name, department }) => ({
        id: code,
        label: `${name} (${department})`,
      })),
      others: ["keep"],
      fallback: "keep",
    }),
  );
  const notes = choice ? [] : questions.map(() => ({ column: "Localisation", reason: unsure(typed) }));
  return { places, online, proposals, notes };
}

const unsure = (typed: string) =>
  `${quoted(typed)} n’est pas reconnu avec certitude : le lieu est gardé comme il est écrit, sans commune.`;

function waitingForType(
  line: number,
  typed: string,
  types: readonly { id: number; label: string }[],
  proposals: readonly Proposal[],
): Checked<ImportedMeeting> {
  const labels = types.map((type) => type.label).join(", ");
  const reason = `${quoted(typed)} n’est pas un type de réunion connu. Choisissez-en un parmi les propositions, ou écrivez : ${labels}.`;
  return {
    line,
    outcome: "problem",
    problems: [{ column: "Type de réunion", reason }],
    proposals: [...proposals, typeProposal(typed, types)],
  };
}

/** The nearest types first would be a guess: the three most alike by their words, then the list. */
function typeProposal(typed: string, types: readonly { id: number; label: string }[]): Proposal {
  const words = new Set(typed.toLowerCase().split(/\s+/));
  const alike = (label: string) =>
    label
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2 && words.has(word)).length;
  const ranked = types.toSorted((a, b) => alike(b.label) - alike(a.label)).slice(0, 3);
  return {
    column: "type",
    label: "Type de réunion",
    typed,
    candidates: ranked.map(({ id, label }) => ({ id: String(id), label })),
    others: [],
    fallback: "wait",
  };
}
