import type { PlaceQuestion } from "#domains/territory/index.ts";
import { type Day, readDay } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type Errors, readTyped, type Typed } from "#platform/web/form.ts";
import type { EventEntry, SessionEntry } from "./entry.ts";
import { sessionFields } from "./input.session.ts";
import { eventFields } from "./input.ts";
import { readWhen, settleEvent, settleSession } from "./queries.entry.ts";
import { listOffer, type Offer } from "./queries.offer.ts";
import { findTwins, type Twin } from "./queries.twins.ts";

export type Read<Value> =
  | ({ ok: true; typed: Typed } & Value)
  | { ok: false; errors: Errors; typed: Typed; questions: readonly PlaceQuestion[]; twins?: readonly Twin[] };

const reasonsOf = (...readings: readonly ({ ok: true } | { ok: false; errors: Errors })[]): Errors =>
  Object.assign({}, ...readings.map((reading) => (reading.ok ? {} : reading.errors)));

/** The event alone, as its form changes it. */
export async function readEvent(
  db: Db,
  typed: Typed,
  today: Day,
  saved: readonly { typed: string; organisation_id: number | null }[],
): Promise<Read<{ entry: EventEntry }> & { offer: Offer }> {
  const offer = await listOffer(db);
  const form = readTyped(typed, eventFields(today));
  if (!form.ok) return { ...form, offer, questions: [] };
  const settled = await settleEvent(db, form.value, offer, today, saved);
  return settled.ok ? { ok: true, entry: settled.value, typed, offer } : { ...settled, typed, offer };
}

/** One date of an event. `anywhere`: a place that is not sure is kept as typed instead of being asked about. */
export async function readSession(
  db: Db,
  typed: Typed,
  today: Day,
  { training }: { training: boolean },
): Promise<Read<{ session: SessionEntry }>> {
  const form = readTyped(typed, sessionFields(today));
  const day = dayTyped(typed, today);
  if (!form.ok || typeof day === "string")
    return {
      ok: false,
      errors: { ...(typeof day === "string" ? { debut: day } : {}), ...reasonsOf(form) },
      typed,
      questions: [],
    };
  const settled = await settleSession(db, form.value, { startsOn: day.on, training, typed });
  return settled.ok ? { ok: true, session: settled.value, typed } : { ...settled, typed };
}

function dayTyped(typed: Typed, today: Day): { on: Day } | string {
  const said = String(typed["debut"] ?? "");
  if (!said.trim()) return "Donnez la date.";
  const when = readWhen(said, today);
  return when && typeof when !== "string" && "day" in when
    ? { on: when.day }
    : `« ${said.trim()} » n’est pas une date : écrivez 6/1/27 ou 6 janvier 2027.`;
}

/**
 * A new event with its dates: one day and others like it, a period as vague as it is, or nothing yet. What resembles it in the
 * agenda is told first, until somebody says that it is another (`autre`). `listed`: only what everyone may see is told.
 */
export async function readNewEvent(
  db: Db,
  typed: Typed,
  today: Day,
  { listed = false } = {},
): Promise<Read<{ entry: EventEntry; sessions: SessionEntry[] }> & { offer: Offer }> {
  const when = readWhen(String(typed["debut"] ?? ""), today);
  const event = await readEvent(db, typed, today, []);
  const dated = typeof when === "object" && "day" in when;
  const training = typed["genre"] === "formation";
  const session = dated ? await readSession(db, typed, today, { training }) : undefined;
  const others = readOthers(String(typed["autres"] ?? ""), today);
  const errors = {
    ...(typeof when === "string" ? { debut: when } : {}),
    ...(typeof others === "string" ? { autres: others } : {}),
    ...reasonsOf(event, ...(session ? [session] : [])),
  };
  const wrong = { ok: false as const, errors, typed, offer: event.offer };
  if (!event.ok || session?.ok === false || Object.keys(errors).length > 0)
    return { ...wrong, questions: session?.ok === false ? session.questions : [] };
  if (typed["autre"] !== "oui") {
    const day = dated ? when.day : null;
    const twins = await findTwins(db, { title: event.entry.title, day, listed });
    if (twins.length > 0)
      return {
        ...wrong,
        errors: { autre: "Un événement de l’agenda lui ressemble : est-ce le même ?" },
        questions: [],
        twins,
      };
  }
  const first = session?.ok ? session.session : undefined;
  const sessions = first
    ? [first, ...(others as Day[]).map((startsOn) => ({ ...first, startsOn, endsOn: null, participants: 0 }))]
    : [];
  const vague = typeof when === "object" && "period" in when ? when : undefined;
  const entry = vague
    ? {
        ...event.entry,
        programmeYear: event.entry.programmeYear ?? vague.year,
        plannedPeriod: vague.said,
        plannedFrom: vague.period.from,
        plannedTo: vague.period.to,
      }
    : event.entry;
  return { ok: true, typed, offer: event.offer, entry, sessions };
}

/** Other days, one a line; a sentence for the first that is none. */
function readOthers(typed: string, today: Day): Day[] | string {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > 50) return "Cinquante autres dates au plus.";
  const days = lines.map((line) => readDay(line, today));
  const wrong = lines[days.indexOf(undefined)];
  return wrong === undefined
    ? days.filter((day) => day !== undefined)
    : `« ${wrong} » n’est pas une date : mettez une date par ligne, comme 6/1/27.`;
}
