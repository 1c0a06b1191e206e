import { sql } from "kysely";
import { expect } from "vitest";
import { settleEntry } from "#domains/activities/calendars/commands.entries.ts";
import { proposeFrom } from "#domains/activities/calendars/commands.reading.ts";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { type Db, system } from "#platform/db/index.ts";
import { book, fatou, receiving, wasHeld } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { findAppointment } from "./queries.ts";

const courseOf = async (db: Db, id: number) => (await findAppointment(db, id))?.course_id;

test("an appointment held becomes a meeting of its course, once however many click, and again when it was deleted", async ({
  db,
}) => {
  const { site, userId, host, of } = await receiving(db);
  const courseId = await aCourse(db, { organisations: of, openedOn: null }, { stage: "request" });
  const id = await book(db, host);
  const early = await site.post(appointments.logging(id), { accompagnement: String(courseId) });
  expect(early.status).toBe(422);
  await wasHeld(db, id);
  expect(
    (await site.visit(appointments.one(id)))
      .querySelector("[name=accompagnement][checked]")
      ?.getAttribute("value"),
  ).toBe(String(courseId));
  expect((await site.post(appointments.logging(id), { accompagnement: "999999" })).status).toBe(422);
  for (const course of [String(courseId), "nouveau", "aucun"])
    expect((await site.post(appointments.logging(id), { accompagnement: course })).to).toBe(
      support.one(courseId),
    );
  expect(await countMeetings(db)).toBe(1);
  const course = await theCourse(db, courseId);
  expect(course).toMatchObject({ stage: "diagnosis", opened_on: "2026-03-10" });
  expect(course.meetings).toMatchObject([{ subject: fatou.subject, duration_minutes: 30, minutes: 30 }]);
  const staff = await db.selectFrom("activities.meeting_staff").select("user_id").execute();
  expect(staff).toEqual([{ user_id: userId }]);
  await db.updateTable("activities.meetings").set({ removed_at: new Date() }).execute();
  await site.post(appointments.logging(id), { accompagnement: String(courseId) });
  expect((await theCourse(db, courseId)).meetings).toHaveLength(1);
});

test("an appointment may open the course that begins with it, or serve none", async ({ db }) => {
  const { site, userId, host, adice } = await receiving(db);
  const [first, second] = [await book(db, host), await book(db, host, { subject: "Une question" }, 1)];
  await wasHeld(db, first);
  expect((await site.post(appointments.logging(first), { accompagnement: "nouveau" })).status).toBe(303);
  const id = (await courseOf(db, first)) ?? 0;
  expect(await theCourse(db, id)).toMatchObject({
    subject: fatou.subject,
    stage: "diagnosis",
    referent_id: userId,
    opened_on: "2026-03-10",
    organisations: [{ organisation_id: adice }],
    people: [{ name: "Fatou Diop", email: "fatou@exemple.fr" }],
  });
  expect((await site.post(appointments.course(second), { accompagnement: String(id) })).status).toBe(303);
  expect(await courseOf(db, second)).toBe(id);
  expect((await site.post(appointments.course(second), { accompagnement: "nouveau" })).status).toBe(422);
  await site.post(appointments.course(second), { accompagnement: "aucun" });
  expect(await courseOf(db, second)).toBeNull();
  expect((await (await openSite(db)).post(appointments.course(second))).to).toContain("/connexion");
  expect((await (await openSite(db, "membre")).post(appointments.course(second))).status).toBe(403);
});

test("an appointment that its host’s calendar also proposes to the log is one meeting, whichever is noted first", async ({
  db,
}) => {
  const { site, userId, host, of } = await receiving(db);
  const courseId = await aCourse(db, { organisations: of });
  const [first, second] = [await book(db, host), await book(db, host, { subject: "Une question" }, 1)];
  for (const [index, id] of [first, second].entries()) {
    await wasHeld(db, id);
    // The second is held an hour later: nobody receives two at once.
    if (index === 0)
      await sql`update support.appointments set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour'
        where id = ${id}`.execute(db);
  }
  const calendar = await (await site.request(appointments.file(second))).text();
  const now = new Date("2026-03-12T09:00:00Z");
  const reader = { userId, mine: new Set<string>(), calendarId: null };
  const propose = () => proposeFrom(db, system, reader, calendar, { weeks: 2, now });
  expect(await propose()).toMatchObject({ ok: true, fresh: 1 });
  await site.post(appointments.logging(second), { accompagnement: String(courseId) });
  expect(await propose()).toMatchObject({ ok: true, known: 1, waiting: 0 });
  expect(await countMeetings(db)).toBe(1);

  const other = await (await site.request(appointments.file(first))).text();
  await proposeFrom(db, system, reader, other, { weeks: 2, now });
  const entry = await db
    .selectFrom("activities.calendar_entries")
    .select("id")
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  const meeting = await aMeeting(db, { subject: "Noté depuis l’agenda", heldOn: "2026-03-10" });
  await settleEntry(db, userId, entry.id, meeting);
  await site.post(appointments.logging(first), { accompagnement: String(courseId) });
  expect(await countMeetings(db)).toBe(2);
  expect((await theCourse(db, courseId)).meetings.map(({ id }) => id)).toContain(meeting);
});
