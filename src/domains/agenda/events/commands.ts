import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { fillPlaces, holdPlaces, type Post } from "../registrations/commands.places.ts";
import { type PlacesRefusal, refusePlaces } from "../registrations/rules.change.ts";
import { addSessions, nextVersion } from "./commands.sessions.ts";
import type { EventEntry, Moment, Organiser, SessionEntry, Status } from "./entry.ts";

/** Adds an event with the dates that are known; its number. */
export async function addEvent(
  db: Db,
  author: Author,
  entry: EventEntry,
  sessions: readonly SessionEntry[],
  status: Status,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("agenda.events")
      .values({ ...columnsOf(entry), status })
      .returning("id")
      .executeTakeFirstOrThrow();
    await writeOrganisers(db, id, entry.organisers);
    await addSessions(db, author, id, sessions);
    return id;
  });
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };
/** `promoted`: how many of those who waited have a place now. */
export type EventChangeOutcome =
  | { ok: true; promoted: number }
  | { ok: false; refusal: "changed_meanwhile" }
  | ({ ok: false } & PlacesRefusal);

/**
 * Replaces what is said of an event, unless it is no longer at `version`: a colleague was first. Its dates, its state, its
 * picture and its questions stay. One seen as deleted is put back by it. Its places are held meanwhile: they never become fewer
 * than those who have one, and more of them go at once to those who wait, with their letter.
 */
export async function changeEvent(
  db: Db,
  author: Author,
  post: Post,
  { id, version, entry, now }: { id: number; version: number; entry: EventEntry; now: Date },
): Promise<EventChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const before = await holdPlaces(db, id);
    const refused = before?.version === version ? refusePlaces(before, entry) : undefined;
    if (refused) return { ok: false, ...refused };
    const changed = await db
      .updateTable("agenda.events")
      .set({ ...columnsOf(entry), ...nextVersion, removed_at: null })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { ok: false, refusal: "changed_meanwhile" };
    await writeOrganisers(db, id, entry.organisers);
    const waiting = before?.pools.some((pool) => pool.waiting > 0);
    return { ok: true, promoted: waiting ? await fillPlaces(db, author, post, id, now) : 0 };
  });
}

/** Who holds an event, replaced. A line keeps its place, so that the change log tells what changed and nothing else. */
async function writeOrganisers(db: Db, event_id: number, organisers: readonly Organiser[]) {
  await db
    .deleteFrom("agenda.organisers")
    .where("event_id", "=", event_id)
    .where("position", ">=", organisers.length)
    .execute();
  if (organisers.length === 0) return;
  await db
    .insertInto("agenda.organisers")
    .values(
      organisers.map(({ role, typed, organisationId }, position) => ({
        event_id,
        position,
        role,
        typed,
        organisation_id: organisationId,
      })),
    )
    .onConflict((line) =>
      line.columns(["event_id", "position"]).doUpdateSet((given) => ({
        role: given.ref("excluded.role"),
        typed: given.ref("excluded.typed"),
        organisation_id: given.ref("excluded.organisation_id"),
      })),
    )
    .execute();
}

/** An hour of the clock in Paris as an instant; a closing without one counts its whole day in. */
const instant = (moment: Moment | null, time: string) =>
  moment && sql<Date>`(${`${moment.day} ${moment.time ?? time}`}::timestamp at time zone 'Europe/Paris')`;

const columnsOf = (entry: EventEntry) => ({
  title: entry.title,
  training: entry.training,
  kind_id: entry.kindId,
  module_id: entry.moduleId,
  nature: entry.nature,
  objectives: entry.objectives,
  description: entry.description,
  visibility: entry.visibility,
  origin: entry.origin,
  audience: entry.audience,
  audience_type_ids: [...entry.audienceTypeIds],
  pole_id: entry.poleId,
  axis_id: entry.axisId,
  mission_id: entry.missionId,
  scheme_id: entry.schemeId,
  sector_ids: [...entry.sectorIds],
  goal_ids: [...entry.goalIds],
  country_codes: [...entry.countryCodes],
  website: entry.website,
  accessibility: entry.accessibility,
  contact: entry.contact,
  registration: entry.registration,
  registration_url: entry.registrationUrl,
  opens_at: instant(entry.opens, "00:00"),
  closes_at: instant(entry.closes, "23:59"),
  capacity: entry.capacity,
  series: entry.series,
  price_cents: entry.priceCents,
  price_words: entry.priceWords,
  reminder_days: [...entry.reminderDays],
  programme_year: entry.programmeYear,
  planned_period: entry.plannedPeriod,
  planned_from: entry.plannedFrom,
  planned_to: entry.plannedTo,
  // What is no longer in a programme is no longer dropped of it.
  ...(entry.programmeYear === null ? { dropped_at: null, dropped_why: "" } : {}),
});
