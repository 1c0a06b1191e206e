import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { matchPlaces } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { MeetingEntry } from "./commands.ts";
import type { MeetingForm } from "./input.ts";
import { type PlaceQuestion, settlePlaces } from "./rules.places.ts";

/** A form understood: ready to be written, or with what only the person can say. */
export type Settled =
  | { ok: true; entry: MeetingEntry }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Finds the communes and the organisations that a valid form names; `typed` holds the choices made for unsure places. An
 * organisation that the directory does not know, or not surely, is kept as typed: it never stops an entry.
 */
export async function settleMeeting(db: Db, form: MeetingForm, typed: Typed): Promise<Settled> {
  const { places, online, questions } = await settleTypedPlaces(db, form.lieux, typed);
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

/** What the typed places are; those that are not sure, as questions, whatever else is wrong in the form. */
export async function settleTypedPlaces(db: Db, places: readonly string[], typed: Typed) {
  if (places.length === 0) return settlePlaces([], new Map(), typed);
  const { region_code: regionCode } = await findSettings(db);
  return settlePlaces(places, await matchPlaces(db, places, { regionCode }), typed);
}

const wordQuestions = (questions: readonly PlaceQuestion[]): Errors =>
  Object.fromEntries(
    questions.map(({ field, typed, candidates }) => [
      field,
      candidates.length > 0
        ? `« ${typed} » peut être plusieurs communes : dites laquelle, ou corrigez le lieu.`
        : `« ${typed} » n’est aucune commune ni aucun pays connus : corrigez le lieu, ou gardez-le tel quel.`,
    ]),
  );
