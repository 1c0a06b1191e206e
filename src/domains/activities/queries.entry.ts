import { matchOrganisations, matchPeople } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { type PlaceQuestion, settleTypedPlaces, wordQuestions } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { MeetingEntry } from "./commands.ts";
import type { MeetingForm } from "./input.ts";
import type { MetOrganisation, MetPerson } from "./rules.ts";

/** A form understood: ready to be written, or with what only the person can say. */
export type Settled =
  | { ok: true; entry: MeetingEntry }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Finds the communes, the organisations and the people that a valid form names; `typed` holds the choices made for unsure
 * places, `before` the people already known of the meeting. An organisation or a person that the directory does not know,
 * or not surely, is kept as typed: it never stops an entry.
 */
export async function settleMeeting(
  db: Db,
  form: MeetingForm,
  typed: Typed,
  before: readonly MetPerson[] = [],
): Promise<Settled> {
  const { region_code: regionCode } = await findSettings(db);
  const { places, online, questions } = await settleTypedPlaces(db, form.lieux, typed, regionCode);
  if (questions.length > 0) return { ok: false, errors: wordQuestions(questions), questions };
  const organisations = await settleOrganisations(db, form.organisations);
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
      poleId: form.pole,
      axisId: form.axe,
      missionId: form.mission,
      schemeId: form.dispositif,
      staff: form.equipe,
      people: await settlePeople(db, form.personnes, organisations, before),
    },
  };
}

async function settleOrganisations(db: Db, names: readonly string[]): Promise<MetOrganisation[]> {
  if (names.length === 0) return [];
  const known = await matchOrganisations(db, names);
  return names.map((name) => {
    const match = known.get(name);
    return { typed: name, organisationId: match && "sure" in match ? match.sure.id : null };
  });
}

/** A name that the meeting already bore keeps its person and its address; the others are looked for. */
async function settlePeople(
  db: Db,
  names: readonly string[],
  met: readonly MetOrganisation[],
  before: readonly MetPerson[],
): Promise<MetPerson[]> {
  const known = new Map(before.filter(({ personId }) => personId).map((person) => [person.typed, person]));
  const addresses = new Map(before.map(({ typed, email = "" }) => [typed, email]));
  const ids = met.flatMap(({ organisationId }) => organisationId ?? []);
  const fresh = names.filter((name) => !known.has(name));
  const found = fresh.length > 0 ? await matchPeople(db, fresh, ids) : new Map();
  return names.map(
    (typed) =>
      known.get(typed) ?? {
        typed,
        personId: found.get(typed)?.id ?? null,
        email: addresses.get(typed) ?? "",
      },
  );
}
