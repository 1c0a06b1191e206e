import { findSettings } from "#domains/network/index.ts";
import { matchPlaces, settlePlaces } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors } from "#platform/web/form.ts";
import type { MeetingEntry } from "../commands.ts";
import type { EntryRow } from "./input.ts";
import type { WaitingEntry } from "./queries.ts";
import { dayOfEntry, placeSaid } from "./texts.ts";

interface Typed {
  entry: WaitingEntry;
  row: EntryRow;
}

/**
 * The meetings that typed proposals are, ready to be logged; one whose place is not sure comes back with the reason. Only organisations that were
 * proposed can be checked.
 */
export async function entriesOf(
  db: Db,
  typed: readonly Typed[],
): Promise<{ ready: { id: number; entry: MeetingEntry }[]; errors: Errors }> {
  const { region_code: regionCode } = await findSettings(db);
  // Places that were read already are kept; those that were typed over are matched, all in one go.
  const changed = typed.filter(
    ({ entry, row }) => row.endroit !== placeSaid(entry.facts) || row.endroit === entry.facts.unsure,
  );
  const texts = [...new Set(changed.map(({ row }) => row.endroit))];
  const matches = await matchPlaces(db, texts, { regionCode });
  const errors: Errors = {};
  const ready = typed.flatMap(({ entry, row }) => {
    const found = changed.some((one) => one.entry.id === entry.id)
      ? settlePlaces([row.endroit], matches, {})
      : undefined;
    if (found && found.questions.length > 0) {
      errors[`endroit-${entry.id}`] =
        `« ${row.endroit} » n’est pas une commune sûre : écrivez la commune, « En ligne », ou ouvrez « Corriger ».`;
      return [];
    }
    return [{ id: entry.id, entry: meetingOf(entry, row, found ?? entry.facts) }];
  });
  return { ready, errors };
}

function meetingOf(
  entry: WaitingEntry,
  row: EntryRow,
  where: Pick<MeetingEntry, "online" | "places">,
): MeetingEntry {
  const { facts } = entry;
  return {
    subject: entry.subject,
    typeId: row.type,
    heldOn: dayOfEntry(entry),
    durationMinutes: entry.duration_minutes,
    participants: row.participants,
    online: where.online,
    places: where.places,
    organisations: facts.organisations
      .filter(({ id }) => row.met.includes(id))
      .map(({ id, name }) => ({ typed: name, organisationId: id })),
    notes: "",
    poleId: facts.poleId,
    axisId: facts.axisId,
    missionId: facts.missionId,
    schemeId: facts.schemeId,
    staff: facts.staff,
    people: facts.people.map(({ name, email, personId }) => ({ typed: name, email, personId })),
  };
}
