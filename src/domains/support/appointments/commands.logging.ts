import { sql } from "kysely";
import { findMeetingOf, logMeeting, type MeetingEntry, noteAsMeeting } from "#domains/activities/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { settleTypedPlaces } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { serveCourse } from "../meetings/commands.ts";
import { openCourseFrom, type Target, tieToCourse } from "./commands.courses.ts";
import type { Appointment } from "./queries.ts";
import { uidOf } from "./texts.calendar.ts";

/** Under which type a meeting is noted: what an appointment is for. */
const usualType = "Accompagnement";

/** What an appointment became: a meeting of the log, and the course that it served when there is one. */
export interface Noted {
  meetingId: number;
  courseId: number | null;
}

/**
 * Notes an appointment that was held in the log, as a meeting of the course chosen, all in one: once however many click. The
 * course chosen first stays.
 */
export async function noteInLog(
  db: Db,
  author: Author,
  appointment: Appointment,
  target: Target,
  now: Date,
): Promise<Noted> {
  return inTransaction(db, author, async (db) => {
    await sql`select from support.appointments where id = ${appointment.id} for update`.execute(db);
    const { rows } = await sql<{ meeting_id: number; kept: boolean; course_id: number | null }>`
      select noted.meeting_id, exists (select from activities.shared_meetings meeting where meeting.id = noted.meeting_id) as kept,
             (select course_id from support.appointments where id = noted.appointment_id) as course_id
      from support.appointment_meetings noted where noted.appointment_id = ${appointment.id}`.execute(db);
    if (rows[0]?.kept) return { meetingId: rows[0].meeting_id, courseId: rows[0].course_id };
    await unlink(db, appointment.id); // the meeting that it became was deleted since
    const entry = await entryOf(db, appointment);
    // Whoever has it in their calendar may have noted it from there: it is the same meeting.
    const uid = uidOf(appointment);
    const meeting_id = (await findMeetingOf(db, uid)) ?? (await logMeeting(db, author, entry));
    const written = { uid, userId: appointment.account_id, startsAt: appointment.starts_at };
    await noteAsMeeting(db, { ...written, durationMinutes: entry.durationMinutes }, meeting_id);
    await db
      .insertInto("support.appointment_meetings")
      .values({ appointment_id: appointment.id, meeting_id })
      .execute();
    const courseId = await courseOf(db, author, appointment, target, now);
    await tieToCourse(db, author, appointment.id, courseId);
    if (courseId !== null)
      await serveCourse(db, author, courseId, { meetingId: meeting_id, heldOn: entry.heldOn }, now);
    return { meetingId: meeting_id, courseId };
  });
}

async function courseOf(db: Db, author: Author, appointment: Appointment, target: Target, now: Date) {
  if (target === "none") return null;
  if (target === "new") return openCourseFrom(db, author, appointment, now);
  return target.course;
}

const unlink = (db: Db, appointmentId: number) =>
  db.deleteFrom("support.appointment_meetings").where("appointment_id", "=", appointmentId).execute();

async function entryOf(db: Db, appointment: Appointment): Promise<MeetingEntry> {
  const known = (await findTermByWord(db, "meeting_types", [usualType])).get(usualType);
  const typeId = known?.id ?? (await listTerms(db, "meeting_types"))[0]?.id;
  if (typeId === undefined) throw new Error("The list of meeting types is empty.");
  const online = appointment.mode === "online" || appointment.mode === "phone";
  const organisation = appointment.organisation_typed || appointment.organisation;
  return {
    subject: appointment.subject,
    typeId,
    heldOn: clockAt(appointment.starts_at).day,
    durationMinutes: Math.round((appointment.ends_at.getTime() - appointment.starts_at.getTime()) / 60_000),
    participants: 1,
    ...(await whereOf(db, appointment, online)),
    organisations: organisation ? [{ typed: organisation, organisationId: appointment.organisation_id }] : [],
    notes: appointment.notes,
    staff: [appointment.account_id],
  };
}

async function whereOf(db: Db, { commune_code, place }: Appointment, online: boolean) {
  if (online) return { online, places: [] };
  if (commune_code)
    return { online, places: [{ typed: place, communeCode: commune_code, countryCode: null }] };
  const { region_code: region } = await findSettings(db);
  const settled = await settleTypedPlaces(db, [place], {}, region);
  if (settled.questions.length === 0) return { online: settled.online, places: settled.places };
  return { online, places: [{ typed: place, communeCode: null, countryCode: null }] };
}
