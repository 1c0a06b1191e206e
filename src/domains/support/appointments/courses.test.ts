import { sql } from "kysely";
import { expect } from "vitest";
import { settleEntry } from "#domains/activities/calendars/commands.entries.ts";
import { proposeFrom } from "#domains/activities/calendars/commands.reading.ts";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { nextOffers, receivingHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings } from "#test/meetings.ts";
import { anOrganisation } from "#test/people.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { tokenOf } from "../rules.link.ts";
import { bookAppointment } from "./commands.booking.ts";
import type { Host } from "./queries.hosts.ts";
import { findAppointment } from "./queries.ts";

const guest = {
  name: "Fatou Diop",
  email: "fatou@exemple.fr",
  phone: "",
  organisation: "Adice",
  subject: "Le budget du forage",
  message: "",
  themeId: null,
};
const post = { config: testConfig, jobs: rememberedJobs() };

async function receiving(db: Db) {
  const site = await openSite(db, "animatrice");
  const userId = site.userId ?? "";
  const host = await receivingHost(db, { accountId: userId, name: "Aminata Animatrice" });
  const adice = await anOrganisation(db, "Adice");
  return { site, userId, host, adice, of: [{ typed: "Adice", organisationId: adice }] };
}

async function book(db: Db, host: Host, said: Partial<typeof guest> = {}, nth = 0) {
  const now = new Date();
  const slot = (await nextOffers(db, host, now)).filter(({ startsAt }) => startsAt > now)[nth];
  if (!slot) throw new Error("No slot is offered.");
  const booked = await bookAppointment(db, system, post, { host, slot, guest: { ...guest, ...said }, now });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.id;
}

/** As if its day had come. */
const wasHeld = (db: Db, id: number) =>
  db
    .updateTable("support.appointments")
    .set({ starts_at: new Date("2026-03-10T09:00:00Z"), ends_at: new Date("2026-03-10T09:30:00Z") })
    .where("id", "=", id)
    .execute();

const courseOf = async (db: Db, id: number) => (await findAppointment(db, id))?.course_id;

test("what an organisation books is tied to its course when it is sure which one", async ({ db }) => {
  const { host, of, userId } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  await aCourse(db, { subject: "Une autre organisation" });
  expect(await courseOf(db, await book(db, host))).toBe(id);
  const own = await aCourse(db, { organisations: of, referentId: userId, subject: "Le sien" });
  expect(await courseOf(db, await book(db, host))).toBe(own);
  await aCourse(db, { organisations: of, referentId: userId, subject: "Le sien aussi" });
  expect(await courseOf(db, await book(db, host))).toBeNull();
});

test("the link given from a course ties what is booked there, with nothing to type again; a made-up one ties nothing", async ({
  db,
}) => {
  const { site, host, of, userId } = await receiving(db);
  const id = await aCourse(db, { organisations: of, referentId: userId });
  await aCourse(db, { organisations: of, referentId: userId, subject: "Autre" });
  const page = await site.visit(support.one(id));
  const link = page.querySelector("#rendez-vous a.long")?.getAttribute("href") ?? "";
  const path = link.slice(testConfig.baseUrl.length);
  const stranger = await openSite(db);
  const slots = await stranger.visit(path);
  const slot = [...slots.querySelectorAll("a.slot")].at(-1)?.getAttribute("href") ?? "";
  const form = await stranger.visit(slot);
  expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forage au Sénégal");
  expect(form.querySelector("[name=organisation]")?.getAttribute("value")).toBe("Adice");
  const sent = {
    creneau: form.querySelector("[name=creneau]")?.getAttribute("value") ?? "",
    nom: "Fatou Diop",
    courriel: "fatou@exemple.fr",
    organisation: "Adice",
    sujet: "Forage au Sénégal",
  };
  const action = form.querySelector("main form")?.getAttribute("action") ?? "";
  expect((await stranger.post(action, sent)).status).toBe(303);
  expect((await theCourse(db, id)).coming).toMatchObject([{ name: "Fatou Diop" }]);
  const forged = appointments.slotsFor(host.slug, tokenOf("un autre secret", "course", { id, link: 1 }));
  const none = await stranger.visit(forged);
  expect(none.querySelector("a.slot")?.getAttribute("href")).not.toContain("pour=");
});

test("from a course, an appointment is added already filled, and the course shows it until it is noted", async ({
  db,
}) => {
  const { site, host, of } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  const form = await site.visit(appointments.addFor(id));
  expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forage au Sénégal");
  const sent = {
    accompagnement: form.querySelector("[name=accompagnement]")?.getAttribute("value") ?? "",
    avec: String(host.id),
    sujet: "Forage au Sénégal",
    date: addDays(clockAt(new Date()).day, 3),
    heure: "14h",
    duree: "1h",
    mode: "elsewhere",
    lieu: "Arras",
  };
  expect((await site.post(appointments.add(), sent)).status).toBe(303);
  const [coming] = (await theCourse(db, id)).coming;
  expect(
    (await site.visit(support.one(id))).querySelector(
      `#rendez-vous a[href="${appointments.one(coming?.id ?? 0)}"]`,
    ),
  ).not.toBeNull();
  await wasHeld(db, coming?.id ?? 0);
  expect((await site.visit(support.one(id))).querySelector("#rendez-vous")?.textContent).toContain(
    "À noter dans le journal",
  );
  expect((await site.post(appointments.logging(coming?.id ?? 0), { accompagnement: String(id) })).to).toBe(
    support.one(id),
  );
  expect((await theCourse(db, id)).coming).toEqual([]);
});

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
  expect(course.meetings).toMatchObject([{ subject: guest.subject, duration_minutes: 30, minutes: 30 }]);
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
    subject: guest.subject,
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

test("a course shows the tools filled for it, and offers to fill another", async ({ db }) => {
  const { site, of } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  expect(
    (await site.visit(support.one(id))).querySelector(`#outils a[href="${tools.addFor({ course: id })}"]`),
  ).not.toBeNull();
  const begun = await site.post(tools.add(), {
    outil: "pitch",
    intitule: "Le récit du forage",
    accompagnement: String(id),
  });
  expect(begun.status).toBe(303);
  const shown = (await site.visit(support.one(id))).querySelector("#outils");
  expect(shown?.textContent).toContain("Le récit du forage");
  expect(shown?.querySelector(`a[href="${begun.to}"]`)).not.toBeNull();
});

test("who asked finds on their page where to book with who answers, and what they booked", async ({ db }) => {
  const { userId } = await receiving(db);
  const requester = await openSite(db);
  const asked = await requester.post(support.ask(), {
    ...{ organisation: "Kabé Bénin", votre_nom: "Fatou Diop", votre_courriel: "fatou@exemple.fr" },
    ...{ sujet: "Électrification d’une école", message: "Nous cherchons des fonds." },
  });
  const follow = asked.to ?? "";
  expect((await requester.visit(follow)).querySelector("a[href*='pour=']")).toBeNull();
  await db.updateTable("support.courses").set({ referent_id: userId }).execute();
  const link = (await requester.visit(follow)).querySelector("a[href*='pour=']")?.getAttribute("href") ?? "";
  const slot =
    [...(await requester.visit(link)).querySelectorAll("a.slot")].at(-1)?.getAttribute("href") ?? "";
  const form = await requester.visit(slot);
  const booked = await requester.post(form.querySelector("main form")?.getAttribute("action") ?? "", {
    creneau: form.querySelector("[name=creneau]")?.getAttribute("value") ?? "",
    ...{ nom: "Fatou Diop", courriel: "fatou@exemple.fr", sujet: "Électrification d’une école" },
  });
  expect((await requester.visit(follow)).querySelector(`a[href="${booked.to}"]`)).not.toBeNull();
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
