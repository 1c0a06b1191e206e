import { openPlaces } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Check, Checked, ImportContext, Proposal } from "#platform/spreadsheets/import-kind.ts";
import { termProposal } from "#platform/spreadsheets/likely.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { ImportedMeeting } from "./commands.import.ts";
import { openLog } from "./queries.import.ts";

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
  const places = await openPlaces(db, context, { key: "place", label: "Localisation" });
  const types = await listTerms(db, "meeting_types");
  const log = openLog(db, context.importId);
  const typeIds = new Map<string, number | undefined>();
  const typeOf = (typed: string) =>
    typeIds.get(typed) ?? types.find((type) => String(type.id) === context.choiceFor("type", typed))?.id;

  return async (drafts) => {
    await places.prepare(drafts.map((draft) => draft.values.place));
    await log.prepare(drafts.map((draft) => draft.values.heldOn));
    const fresh = drafts.map((draft) => draft.values.type).filter((typed) => !typeIds.has(typed));
    const found = await findTermByWord(db, "meeting_types", fresh);
    for (const typed of fresh) typeIds.set(typed, found.get(typed)?.id);

    const read = drafts.map(({ line, values }) => {
      const { type, place, ...facts } = values;
      const { proposals, notes, ...where } = places.settle(place);
      const typeId = typeOf(type);
      const write = typeId === undefined ? undefined : { ...facts, ...where, typeId, importLine: line };
      return { line, type, write, proposals, notes };
    });
    return read.map(({ line, type, write, proposals, notes }): Checked<ImportedMeeting> => {
      if (!write) return waitingForType(line, type, types, proposals);
      const targetId = log.find(write);
      return targetId === undefined
        ? { line, outcome: "create", write, proposals, notes }
        : { line, outcome: "same", targetId };
    });
  };
}

function waitingForType(
  line: number,
  typed: string,
  types: readonly { id: number; label: string }[],
  others: readonly Proposal[],
): Checked<ImportedMeeting> {
  const column = { key: "type", label: "Type de réunion" };
  const labels = types.map((type) => type.label).join(", ");
  const reason = `${quoted(typed)} n’est pas un type de réunion connu. Choisissez-en un parmi les propositions, ou écrivez : ${labels}.`;
  const proposal = termProposal(column, typed, types, { others: [], fallback: "wait" });
  return {
    line,
    outcome: "problem",
    problems: [{ column: column.label, reason }],
    proposals: [...others, proposal],
  };
}
