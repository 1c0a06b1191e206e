import { expect } from "vitest";
import { appointments } from "#paths/appointments.ts";
import { instantAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { system } from "#platform/db/index.ts";
import { booked, nextOffers, post, staffHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { json, playOutside } from "#test/outside.ts";
import { memoryFiles } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { forgetLeftCalendars, readCalendar, readDueCalendars, setCalendar } from "./commands.calendar.ts";
import { forgetGuests, remindOfTomorrow } from "./commands.reminders.ts";
import { appointmentsPart } from "./personal.ts";
import { findHost } from "./queries.hosts.ts";

test("those who come tomorrow are reminded, once for each date, however many times the job runs", async ({
  db,
}) => {
  const { host } = await staffHost(db);
  const [slot] = await booked(db, host, 3, new Date());
  if (!slot) throw new Error("No slot is offered.");
  await db
    .updateTable("support.appointments")
    .set({ created_at: new Date("2020-01-01") })
    .execute();
  await db.deleteFrom("platform.letters").execute();
  const services = { ...post, db };
  const eve = instantAt(addDays(slot.day, -1), "10:00");
  expect(await remindOfTomorrow(services, instantAt(addDays(slot.day, -2), "10:00"))).toBe(0);
  expect(await remindOfTomorrow(services, eve)).toBe(3);
  expect(await remindOfTomorrow(services, eve)).toBe(0);
  const letters = await db.selectFrom("platform.letters").select(["recipient", "subject", "text"]).execute();
  expect(letters).toHaveLength(3);
  expect(letters[0]?.subject).toBe("Demain : votre rendez-vous avec Aminata Animatrice");
  expect(letters[0]?.text).toContain("http://localhost/rendez-vous/mien/");
});

test("a calendar elsewhere takes slots away; when it is down they stay, it is said, and it is asked later and later", async ({
  db,
}) => {
  const { site, host } = await staffHost(db);
  const [first, second] = await nextOffers(db, host);
  if (!first || !second) throw new Error("No slot is offered.");
  const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");
  const text = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Chez le médecin"],
    ...[`DTSTART:${stamp(first.startsAt)}`, `DTEND:${stamp(first.endsAt)}`, "END:VEVENT", "END:VCALENDAR"],
  ].join("\r\n");
  await using outside = await playOutside((_, response) => response.end(text));
  await setCalendar(db, system, host.id, `${outside.url}/a.ics`);
  const services = { db, config: testConfig };
  const asking = { inside: true, wait: async () => {} };
  const now = new Date();
  expect(await readDueCalendars(services, now, asking)).toBe(1);
  expect(await readDueCalendars(services, now, asking)).toBe(0); // just read
  expect((await nextOffers(db, host))[0]?.startsAt).toEqual(second.startsAt);
  // Nothing of what the calendar says is kept anywhere.
  const changes = await db.selectFrom("platform.changes").select(["before", "after"]).execute();
  expect(JSON.stringify(changes)).not.toMatch(/médecin|a\.ics/);

  outside.answers(json({}, 500));
  const asked = outside.asked.length;
  for (const minutes of [11, 12, 32, 33])
    await readDueCalendars(services, new Date(now.getTime() + minutes * 60_000), asking);
  expect(outside.asked.length - asked).toBe(4); // two readings of two tries: after 10 minutes, then after 20 more
  expect((await nextOffers(db, host))[0]?.startsAt).toEqual(second.startsAt);
  expect((await site.visit(appointments.page())).body.textContent).toContain("Les créneaux restent ouverts");
  expect((await (await openSite(db)).visit(appointments.slots(host.slug))).body.textContent).toContain(
    "n’a pas pu être relu",
  );

  outside.answers((_, response) => response.end("<html>Se connecter</html>"));
  expect(await readCalendar(services, host.id, now, asking)).toEqual({ ok: false, refusal: "unreadable" });
  // Without the leave of a test, an address of this machine is never asked.
  expect(await readCalendar(services, host.id, now)).toEqual({ ok: false, refusal: "refused" });
  expect((await site.post(appointments.calendar(), { adresse: "" })).status).toBe(303);
  expect((await nextOffers(db, host))[0]?.startsAt).toEqual(first.startsAt);
});

test("who came is erased after a year, and at once when they ask", async ({ db }) => {
  const { host } = await staffHost(db);
  const [slot] = await booked(db, host, 2, new Date());
  if (!slot) throw new Error("No slot is offered.");
  const subject = { personId: null, userId: null, emails: ["fatou1@exemple.fr"], names: [] };
  expect((await appointmentsPart.read(db, subject))[0]?.rows).toHaveLength(1);
  expect((await appointmentsPart.foresee(db, subject))[0]?.count).toBe(1);
  await appointmentsPart.erase(db, subject, { author: system, now: new Date(), files: memoryFiles() });
  const rows = () =>
    db.selectFrom("support.appointments").select(["email", "message", "subject"]).orderBy("id").execute();
  expect((await rows()).map(({ email }) => email)).toEqual(["fatou0@exemple.fr", ""]);
  expect(await forgetGuests(db, new Date(slot.endsAt.getTime() + 360 * 86_400_000))).toBe(0);
  expect(await forgetGuests(db, new Date(slot.endsAt.getTime() + 370 * 86_400_000))).toBe(1);
  expect(await rows()).toMatchObject([{ email: "", message: "", subject: "Sujet 0" }, { email: "" }]);
  const changes = await db
    .selectFrom("platform.changes")
    .select(["before", "after"])
    .where("table_name", "=", "support.appointments")
    .execute();
  expect(JSON.stringify(changes)).not.toMatch(/fatou\d@|Entre nous/);
});

test("who leaves the team offers nothing more, and their page and calendar are forgotten", async ({ db }) => {
  const { site, host } = await staffHost(db);
  const userId = site.userId ?? "";
  await setCalendar(db, system, host.id, "https://agenda.exemple.fr/secret-de-moi.ics");
  await site.post(appointments.absences(), { du: "1/2/2027", pourquoi: "Opération du genou" });
  const subject = { personId: null, userId, emails: ["animatrice@exemple.fr"], names: [] };
  const read = JSON.stringify(await appointmentsPart.read(db, subject));
  for (const said of [host.slug, "agenda.exemple.fr", "Opération du genou"]) expect(read).toContain(said);
  expect(read).not.toContain("secret-de-moi");
  expect((await appointmentsPart.foresee(db, subject)).map(({ count }) => count)).toEqual([0, 1, 1, 1]);

  const stranger = await openSite(db);
  expect((await stranger.visit(appointments.open())).body.textContent).toContain(host.name);
  await db.updateTable("accounts.users").set({ closed_at: new Date() }).where("id", "=", userId).execute();
  expect((await stranger.visit(appointments.open())).body.textContent).not.toContain(host.name);
  expect((await stranger.request(appointments.slots(host.slug))).status).toBe(404);
  expect(await forgetLeftCalendars(db)).toBe(1);
  expect(await forgetLeftCalendars(db)).toBe(0);

  await appointmentsPart.erase(db, subject, { author: system, now: new Date(), files: memoryFiles() });
  expect(await findHost(db, host.id)).toMatchObject({ name: "Compte effacé", secret: "", open: false });
  const changes = await db
    .selectFrom("platform.changes")
    .select(["before", "after"])
    .where("table_name", "in", ["support.hosts", "support.absences"])
    .execute();
  expect(JSON.stringify(changes)).not.toMatch(/genou|secret-de-moi|Aminata/);
});
