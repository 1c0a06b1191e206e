import { expect } from "vitest";
import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { booked, nextOffers, staffHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { findHost } from "./queries.hosts.ts";

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
