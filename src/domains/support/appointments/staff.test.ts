import { expect } from "vitest";
import { appointments } from "#paths/appointments.ts";
import { clockAt, instantAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { nextOffers, receivingHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { json, playOutside } from "#test/outside.ts";
import { memoryFiles, rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { bookAppointment } from "./commands.booking.ts";
import { readCalendar, readDueCalendars, setCalendar } from "./commands.calendar.ts";
import { forgetGuests, remindOfTomorrow } from "./commands.reminders.ts";
import { appointmentsPart } from "./personal.ts";
import { findHost, type Host } from "./queries.hosts.ts";

const guest = (number = 0) => ({
  name: "Fatou Diop",
  email: `fatou${number}@exemple.fr`,
  phone: "",
  organisation: "",
  subject: `Sujet ${number}`,
  message: "Entre nous",
  themeId: null,
});
const post = { config: testConfig, jobs: rememberedJobs() };

async function staffHost(db: Db) {
  const site = await openSite(db, "animatrice");
  return {
    site,
    host: await receivingHost(db, { accountId: site.userId ?? "", name: "Aminata Animatrice" }),
  };
}

/** Books the first slots of the second day on which a host offers some: the first may have begun. */
async function booked(db: Db, host: Host, count: number, now: Date) {
  const offers = await nextOffers(db, host, now);
  const [, day] = new Set(offers.map((offer) => offer.day));
  const slots = offers.filter((offer) => offer.day === day).slice(0, count);
  for (const [number, slot] of slots.entries())
    await bookAppointment(db, system, post, { host, slot, guest: guest(number), now });
  return slots;
}

test("an officer offers slots, changes them, closes them and takes it back", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  expect((await site.visit(appointments.page())).body.textContent).toContain("Vous n’offrez aucun créneau");
  const tuesday = {
    rythme: "semaine",
    jour: "2",
    debut: "9h",
    fin: "12h",
    duree: "45",
    mode: "elsewhere",
    lieu: "Arras",
  };
  expect((await site.post(appointments.openings(), { ...tuesday, fin: "8h", lieu: "" })).status).toBe(422);
  expect((await site.post(appointments.openings(), tuesday)).status).toBe(303);
  const { id, version } = await db
    .selectFrom("support.openings")
    .select(["id", "version"])
    .executeTakeFirstOrThrow();
  expect((await site.visit(appointments.page())).body.textContent).toMatch(
    /Le mardi, de 9\sh à 12\sh ; 45\smin par rendez-vous/,
  );
  await site.visit(appointments.opening(id));
  expect(
    (await site.post(appointments.opening(id), { ...tuesday, fin: "11h", version: String(version) })).status,
  ).toBe(303);
  expect(
    (await site.post(appointments.opening(id), { ...tuesday, fin: "10h", version: String(version) })).status,
  ).toBe(409);
  expect((await site.post(appointments.openingRemoval(id))).status).toBe(303);
  expect((await site.visit("/rendez-vous/aminata-animatrice")).body.textContent).toContain("Aucun créneau");
  expect((await site.post(appointments.openingRestoration(id))).status).toBe(303);
  expect(
    (await site.visit("/rendez-vous/aminata-animatrice")).querySelectorAll("a.slot").length,
  ).toBeGreaterThan(5);
});

test("an absence takes its days away", async ({ db }) => {
  const { site, host } = await staffHost(db);
  const [first] = await nextOffers(db, host);
  if (!first) throw new Error("No slot is offered.");
  expect((await site.post(appointments.absences(), { du: "", au: "" })).status).toBe(422);
  expect((await site.post(appointments.absences(), { du: first.day })).status).toBe(303);
  expect((await nextOffers(db, host))[0]?.day).not.toBe(first.day);
  const { id } = await db.selectFrom("support.absences").select("id").executeTakeFirstOrThrow();
  expect((await site.post(appointments.absenceRemoval(id))).status).toBe(303);
  expect((await nextOffers(db, host))[0]?.day).toBe(first.day);
});

test("settings: two officers never have the same address, and a colleague’s change is not lost", async ({
  db,
}) => {
  const { site, host } = await staffHost(db);
  const other = await openSite(db, "administrateur");
  await other.visit(appointments.page());
  const page = {
    nom: "Aminata",
    adresse: "aminata",
    preavis: "2",
    horizon: "30",
    pause: "10",
    ouverte: "oui",
  };
  expect((await site.post(appointments.settings(), { ...page, version: String(host.version) })).status).toBe(
    303,
  );
  expect((await site.post(appointments.settings(), { ...page, version: String(host.version) })).status).toBe(
    409,
  );
  const own = await db
    .selectFrom("support.hosts")
    .select("version")
    .where("id", "<>", host.id)
    .executeTakeFirstOrThrow();
  const taken = await other.post(appointments.settings(), { ...page, version: String(own.version) });
  expect(taken.status).toBe(422);
  expect((await taken.page()).body.textContent).toContain("celle d’un collègue");
  expect(await findHost(db, host.id)).toMatchObject({ slug: "aminata", listed: false, pause_minutes: 10 });
});

test("an appointment added by hand is moved, noted, cancelled; an hour that is taken is refused", async ({
  db,
}) => {
  const { site, host } = await staffHost(db);
  const day = addDays(clockAt(new Date()).day, 3);
  const form = {
    avec: String(host.id),
    sujet: "Point d’étape",
    date: day,
    heure: "14h",
    duree: "1h",
    mode: "elsewhere",
    lieu: "Arras",
  };
  await site.visit(appointments.add());
  expect((await site.post(appointments.add(), { ...form, heure: "midi" })).status).toBe(422);
  const added = await site.post(appointments.add(), {
    ...form,
    nom: "Fatou Diop",
    courriel: "fatou@exemple.fr",
    ecrire: "oui",
  });
  expect(added.status).toBe(303);
  expect((await site.post(appointments.add(), { ...form, heure: "14h30" })).status).toBe(409);
  const { id, version } = await db
    .selectFrom("support.appointments")
    .select(["id", "version"])
    .executeTakeFirstOrThrow();
  const moved = { ...form, heure: "16h", version: String(version) };
  await site.visit(appointments.move(id));
  expect((await site.post(appointments.move(id), moved)).status).toBe(303);
  expect((await site.post(appointments.move(id), moved)).status).toBe(409);
  expect(
    (await site.post(appointments.notes(id), { notes: "Prévoir les statuts", version: String(version + 1) }))
      .status,
  ).toBe(303);
  expect(
    (await site.post(appointments.notes(id), { notes: "Autre", version: String(version + 1) })).status,
  ).toBe(409);
  const page = await site.visit(appointments.one(id));
  expect(page.body.textContent).toContain("Prévoir les statuts");
  expect((await site.post(appointments.cancellation(id), { motif: "" })).status).toBe(303);
  const letters = await db.selectFrom("platform.letters").select("recipient").execute();
  expect(letters.map(({ recipient }) => recipient)).toEqual(Array(3).fill("fatou@exemple.fr"));
  expect((await site.visit(`${appointments.week()}?semaine=${day}`)).body.textContent).toContain("Annulé");
  expect((await site.visit(`${appointments.all()}?q=etape`)).querySelectorAll("tbody tr").length).toBe(1);
});

test("an appointment is noted in the log in one click, once, and again when its meeting was deleted", async ({
  db,
}) => {
  const { site, host } = await staffHost(db);
  await booked(db, host, 1, new Date());
  const { id } = await db.selectFrom("support.appointments").select("id").executeTakeFirstOrThrow();
  expect((await site.post(appointments.logging(id))).status).toBe(303);
  expect((await site.post(appointments.logging(id))).status).toBe(303);
  const list = () =>
    db
      .selectFrom("activities.meetings")
      .select(["id", "subject", "duration_minutes", "online"])
      .orderBy("id")
      .execute();
  const [meeting, none] = await list();
  expect(none).toBeUndefined();
  expect(meeting).toMatchObject({ subject: "Sujet 0", duration_minutes: 30, online: true });
  expect(
    (await site.visit(appointments.one(id))).querySelector(`a[href="/gestion/activite/${meeting?.id}"]`),
  ).not.toBeNull();
  await db.updateTable("activities.meetings").set({ removed_at: new Date() }).execute();
  await site.post(appointments.logging(id));
  expect(await list()).toHaveLength(2);
});

test("strangers and members stay out of the team’s appointments; the board reads them without the addresses", async ({
  db,
}) => {
  const { host } = await staffHost(db);
  await booked(db, host, 1, new Date());
  const { id } = await db.selectFrom("support.appointments").select("id").executeTakeFirstOrThrow();
  const stranger = await openSite(db);
  const member = await openSite(db, "membre");
  const board = await openSite(db, "administratrice_ca");
  for (const path of [
    appointments.logging(id),
    appointments.cancellation(id),
    appointments.add(),
    appointments.openings(),
    appointments.calendar(),
  ]) {
    expect((await stranger.post(path)).to, path).toContain("/connexion");
    expect((await member.post(path)).status, path).toBe(403);
    expect((await board.post(path)).status, path).toBe(403);
  }
  const page = await board.visit(appointments.one(id));
  expect(page.body.textContent).not.toContain("fatou0@exemple.fr");
  expect(page.body.textContent).not.toContain("Entre nous");
  expect(await (await board.request(appointments.file(id))).text()).not.toContain("Entre nous");
});

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
