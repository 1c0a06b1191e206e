import { findSettings } from "#domains/network/index.ts";
import { type PlaceQuestion, settleTypedPlaces, wordQuestions } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { SessionForm } from "./input.ts";
import type { SessionFacts } from "./rules.ts";

/** A form understood: ready to be written, or with what only the person can say of its place. */
export type Settled =
  | { ok: true; facts: SessionFacts }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Finds the commune that a valid form names; `typed` holds the choice made when it was not sure. A session held in several
 * places keeps them as typed, without a commune.
 */
export async function settleSession(db: Db, form: SessionForm, typed: Typed): Promise<Settled> {
  const { region_code: regionCode } = await findSettings(db);
  const { places, online, questions } = await settleTypedPlaces(
    db,
    form.lieu ? [form.lieu] : [],
    typed,
    regionCode,
  );
  if (questions.length > 0) return { ok: false, errors: wordQuestions(questions), questions };
  const [place, ...others] = places;
  return {
    ok: true,
    facts: {
      startsOn: form.debut,
      endsOn: form.fin,
      durationMinutes: form.duree,
      participants: form.participants,
      online: online || form.enligne === "oui",
      place: place ? form.lieu : "",
      communeCode: place && others.length === 0 ? place.communeCode : null,
    },
  };
}
