import { sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import { activities } from "#paths/activities.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { formatDuration } from "#ui/format.ts";
import type { EventRecord, LinkedMeeting, SessionRecord } from "./queries.ts";

/** The most organisations that an address names. */
const mostOrganisations = 40;

/** The dates of an event that were held, or are today, and that the log does not have yet. */
export function listUnnoted(event: EventRecord, meetings: readonly LinkedMeeting[], today: Day) {
  if (event.cancelled_at || event.origin === "relayed") return [];
  const held = event.sessions.filter(
    (session) => !session.removed_at && !session.cancelled_at && session.starts_on <= today,
  );
  const noted = new Set(meetings.map(({ session_id }) => session_id));
  // One that was matched to the event says nothing of its dates: it is that of the only one.
  return held.filter(({ id }) => !noted.has(id) && !(held.length === 1 && noted.has(null)));
}

/**
 * The address of a form of the log filled with what is known of a session: its day, hours, place, how many came, the organisations of
 * those noted present that the directory knows. Of the people themselves an address says nothing.
 */
export async function notingOf(db: Db, event: EventRecord, session: SessionRecord): Promise<string> {
  const type = (await listTerms(db, "meeting_types")).find(
    ({ code }) => code === (event.training ? "formation" : "evenement"),
  );
  const { rows } = await sql<{ name: string }>`
    select distinct organisation.name
    from agenda.shared_attendances attendance
    join directory.shared_organisations organisation on organisation.id = attendance.organisation_id
    where attendance.session_id = ${session.id} and attendance.state = 'present'
    order by organisation.name limit ${mostOrganisations}`.execute(db);
  const place = session.place || session.commune || "";
  return activities.add({
    sujet: [event.title, session.title].filter(Boolean).join(" : ").slice(0, 300),
    ...(type ? { type: type.id } : {}),
    date: session.starts_on,
    ...(session.duration_minutes > 0 ? { duree: formatDuration(session.duration_minutes) } : {}),
    participants: session.participants,
    ...(session.online ? { enligne: "oui" as const } : {}),
    ...(place ? { lieux: place } : {}),
    organisations: rows.map(({ name }) => name).join("\n"),
    ...(event.pole_id ? { pole: event.pole_id } : {}),
    ...(event.axis_id ? { axe: event.axis_id } : {}),
    ...(event.mission_id ? { mission: event.mission_id } : {}),
    ...(event.scheme_id ? { dispositif: event.scheme_id } : {}),
    pour: `events:${event.id}:${session.id}`,
  });
}
