import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { type PlaceQuestion, settleTypedPlaces, wordQuestions } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { MeetingEntry } from "./commands.ts";
import type { MeetingForm } from "./input.ts";

/** A form understood: ready to be written, or with what only the person can say. */
export type Settled =
  | { ok: true; entry: MeetingEntry }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Finds the communes and the organisations that a valid form names; `typed` holds the choices made for unsure places. An
 * organisation that the directory does not know, or not surely, is kept as typed: it never stops an entry.
 */
export async function settleMeeting(db: Db, form: MeetingForm, typed: Typed): Promise<Settled> {
  const { region_code: regionCode } = await findSettings(db);
  const { places, online, questions } = await settleTypedPlaces(db, form.lieux, typed, regionCode);
  if (questions.length > 0) return { ok: false, errors: wordQuestions(questions), questions };
  const known = form.organisations.length > 0 ? await matchOrganisations(db, form.organisations) : new Map();
  const organisations = form.organisations.map((name) => {
    const match = known.get(name);
    return { typed: name, organisationId: match && "sure" in match ? match.sure.id : null };
  });
  return {
    ok: true,
    entry: {
      subject: form.sujet,
      typeId: form.type,
      heldOn: form.date,
      durationMinutes: form.duree,
      participants: form.participants,
      online: online || form.enligne === "oui",
      places,
      organisations,
      notes: form.notes,
    },
  };
}
