import { sql } from "kysely";
import { agenda } from "#paths/agenda.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";

/** The event whose meeting this was, on a meeting of the log. */
export const eventsMeetingPart: MeetingPart = {
  id: "events",
  label: "Événement",
  lines: (meetingId) => sql`
    select event.id as key, event.title,
           coalesce('séance du ' || to_char(session.starts_on, 'DD/MM/YYYY'), '') as detail
    from agenda.session_meetings link
    join agenda.events event on event.id = link.event_id and event.removed_at is null
    left join agenda.sessions session on session.id = link.session_id
    where link.meeting_id = ${meetingId}`,
  href: agenda.one,
  attach: async (db, _, meetingId, key) => {
    const [eventId, sessionId] = key.split(":").map(Number);
    const { rows } = await sql`
      insert into agenda.session_meetings (meeting_id, event_id, session_id)
      select ${meetingId}, session.event_id, session.id from agenda.sessions session
      where session.event_id = ${eventId || 0} and session.id = ${sessionId || 0} and session.removed_at is null
      on conflict (meeting_id) do nothing returning meeting_id`.execute(db);
    return rows.length > 0;
  },
};
