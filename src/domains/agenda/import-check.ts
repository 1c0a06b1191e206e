import { openPlaces } from "#domains/territory/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Check, Checked, ImportContext } from "#platform/spreadsheets/import-kind.ts";
import type { ImportedSession } from "./commands.import.ts";
import { findSessionFingerprints } from "./queries.import.ts";
import { sessionFingerprint } from "./rules.ts";

/** A session as typed: its place is still a word. */
export interface SessionRow {
  title: string;
  startsOn: Day;
  endsOn: Day | null;
  durationMinutes: number;
  participants: number;
  place: string;
}

/** Compares rows with the sessions recorded: the same title and facts are the same session, whoever wrote it. */
export async function checkSessions(
  db: Db,
  context: ImportContext,
): Promise<Check<SessionRow, ImportedSession>> {
  const places = await openPlaces(db, context, { key: "place", label: "Localisation" });
  return async (drafts) => {
    await places.prepare(drafts.map((draft) => draft.values.place));
    const days = drafts.map((draft) => draft.values.startsOn);
    const recorded = await findSessionFingerprints(db, days, context.importId);
    return drafts.map(({ line, values }): Checked<ImportedSession> => {
      const settled = places.settle(values.place);
      const [first] = settled.places;
      const write = {
        ...values,
        online: settled.online,
        place: first ? values.place : "",
        communeCode: settled.places.length === 1 ? (first?.communeCode ?? null) : null,
        importLine: line,
      };
      const targetId = recorded.get(sessionFingerprint(values.title, write));
      if (targetId !== undefined) return { line, outcome: "same", targetId };
      return { line, outcome: "create", write, proposals: settled.proposals, notes: settled.notes };
    });
  };
}
