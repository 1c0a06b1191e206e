import ICAL from "ical.js";
import { expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { appointments } from "#paths/appointments.ts";
import { system } from "#platform/db/index.ts";
import { nextOffers, receivingHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { ownDatabase } from "#test/own-database.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { tokenOf } from "../rules.link.ts";
import { bookAppointment } from "./commands.booking.ts";
import { slotWord } from "./input.ts";

const guest = {
  name: "Fatou Diop",
  email: "fatou@exemple.fr",
  phone: "",
  organisation: "Lianes et pays",
  subject: "Un jumelage avec Kayes",
  message: "",
  themeId: null,
};
const typed = {
  nom: "Fatou Diop",
  courriel: "Fatou@Exemple.fr",
  organisation: "Lianes et pays",
  sujet: "Un jumelage avec Kayes",
};

async function opened(db: Parameters<typeof openSite>[0]) {
  const staff = await openSite(db, "animatrice");
  const host = await receivingHost(db, { accountId: staff.userId ?? "", name: "Aminata Animatrice" });
  const [offer, next] = await nextOffers(db, host);
  if (!offer || !next) throw new Error("No slot is offered.");
  return { staff, host, offer, next, site: await openSite(db) };
}

test("someone books by the link, moves, then cancels; both are written to each time, and the calendar follows", async ({
  db,
}) => {
  const { site, staff, host, offer, next } = await opened(db);
  const page = await site.visit(appointments.slots(host.slug));
  expect(page.querySelectorAll("a.slot").length).toBeGreaterThan(20);
  expect((await site.visit("/rendez-vous")).body.textContent).toContain("Aminata Animatrice");
  await site.visit(`${appointments.booking(host.slug)}?creneau=${slotWord(offer)}`);

  const booked = await site.post(appointments.booking(host.slug), { ...typed, creneau: slotWord(offer) });
  expect(booked.status).toBe(303);
  const mine = booked.to ?? "";
  expect((await site.visit(mine)).body.textContent).toContain("Un jumelage avec Kayes");

  const file = async () =>
    new ICAL.Component(ICAL.parse(await (await site.request(`${mine}/rendez-vous.ics`)).text()));
  const event = async () => (await file()).getFirstSubcomponent("vevent");
  const said = async (name: string) => String((await event())?.getFirstPropertyValue(name));
  const uid = await said("uid");
  expect([await said("status"), await said("sequence")]).toEqual(["CONFIRMED", "0"]);
  expect(new Date(await said("dtstart"))).toEqual(offer.startsAt);

  expect((await site.visit(`${mine}/deplacer`)).querySelectorAll("option").length).toBeGreaterThan(10);
  expect((await site.post(`${mine}/deplacer`, { creneau: slotWord(next) })).status).toBe(303);
  expect([await said("uid"), await said("sequence")]).toEqual([uid, "1"]);
  expect(new Date(await said("dtstart"))).toEqual(next.startsAt);

  expect((await site.post(`${mine}/annulation`, { motif: "Grippe" })).status).toBe(303);
  expect((await site.post(`${mine}/annulation`, { motif: "Grippe" })).status).toBe(303);
  expect([await said("uid"), await said("sequence"), await said("status")]).toEqual([uid, "2", "CANCELLED"]);
  expect(String((await file()).getFirstPropertyValue("method"))).toBe("CANCEL");

  const letters = await db
    .selectFrom("platform.letters")
    .select(["recipient", "subject"])
    .orderBy("id")
    .execute();
  expect(letters.map(({ recipient }) => recipient)).toEqual(
    Array.from({ length: 3 }).flatMap(() => ["fatou@exemple.fr", "animatrice@exemple.fr"]),
  );
  expect(letters.map(({ subject }) => subject.replace(/ (du|au|:).*/, ""))).toEqual([
    ...["Votre rendez-vous", "Nouveau rendez-vous", "Rendez-vous déplacé", "Rendez-vous déplacé"],
    ...["Rendez-vous annulé", "Rendez-vous annulé"],
  ]);

  // What the officer's own calendar subscribes to says the same.
  const feed = appointments.feed(tokenOf(testConfig.secret, "feed", { id: host.id, link: host.feed_link }));
  const answer = await site.request(feed);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(await answer.text()).toContain(uid);
  expect((await staff.post(appointments.feedRenewal())).status).toBe(303);
  expect((await site.request(feed)).status).toBe(404);
});

test("the organisation typed is the one of the directory when it is surely that one", async ({ db }) => {
  const { host, offer } = await opened(db);
  const [organisation] = await addOrganisations(db, system, [{ name: "Lianes et Pays" }]);
  const post = { config: testConfig, jobs: rememberedJobs() };
  await bookAppointment(db, system, post, { host, slot: offer, guest, now: new Date() });
  const row = await db.selectFrom("support.appointments").select("organisation_id").executeTakeFirstOrThrow();
  expect(row.organisation_id).toBe(organisation);
});

test("a form sent twice books once; a slot just taken is said, with others to choose from, and nothing typed is lost", async ({
  db,
}) => {
  const { site, host, offer } = await opened(db);
  const form = { ...typed, creneau: slotWord(offer), once: crypto.randomUUID() };
  const [first, second] = [
    await site.post(appointments.booking(host.slug), form),
    await site.post(appointments.booking(host.slug), form),
  ];
  expect(first.status).toBe(303);
  expect(second.to).toBe(first.to);
  const late = await site.post(appointments.booking(host.slug), {
    ...typed,
    courriel: "autre@exemple.fr",
    creneau: slotWord(offer),
  });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe(typed.sujet);
  expect(page.querySelectorAll("select[name=creneau] option").length).toBeGreaterThan(10);
  expect(await db.selectFrom("support.appointments").select("id").execute()).toHaveLength(1);
});

test("what is not right is said beside each field; a made-up slot, a page that is not there and a closed one book nothing", async ({
  db,
}) => {
  const { site, host, offer } = await opened(db);
  const wrong = await site.post(appointments.booking(host.slug), {
    creneau: slotWord(offer),
    nom: "",
    courriel: "fatou",
  });
  expect(wrong.status).toBe(422);
  expect((await wrong.page()).querySelectorAll(".error").length).toBe(3);
  expect((await site.post(appointments.booking(host.slug), { ...typed, creneau: "1-29540221" })).status).toBe(
    409,
  );
  expect(
    (
      await site.post(
        appointments.booking(host.slug),
        { ...typed, creneau: slotWord(offer) },
        { forged: true },
      )
    ).status,
  ).toBe(403);
  await site.visit(appointments.slots("personne"), { status: 404 });
  await site.visit("/rendez-vous/mien/1-aaaaaaaaaaaaaaaaaaaaaa", { status: 404 });
  await db.updateTable("support.hosts").set({ open: false }).execute();
  await site.visit(appointments.slots(host.slug), { status: 404 });
  expect(await db.selectFrom("support.appointments").select("id").execute()).toEqual([]);
});

test("nobody takes all the slots: the fourth is refused", async ({ db }) => {
  const { host } = await opened(db);
  const post = { config: testConfig, jobs: rememberedJobs() };
  const outcomes = [];
  for (const slot of (await nextOffers(db, host)).slice(0, 4))
    outcomes.push(await bookAppointment(db, system, post, { host, slot, guest, now: new Date() }));
  expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.refusal))).toEqual([
    "ok",
    "ok",
    "ok",
    "many",
  ]);
});

test("forty people who book the same slot together: one has it, thirty-nine are told", async () => {
  await using own = await ownDatabase();
  const { id } = await own.db
    .insertInto("accounts.users")
    .values({ name: "Aminata Animatrice", email: "aminata@exemple.fr" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const host = await receivingHost(own.db, { accountId: id, name: "Aminata Animatrice" });
  const [slot] = await nextOffers(own.db, host);
  if (!slot) throw new Error("No slot is offered.");
  const post = { config: testConfig, jobs: rememberedJobs() };
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      bookAppointment(own.db, system, post, {
        host,
        slot,
        guest: { ...guest, email: `a${number}@exemple.fr` },
        now: new Date(),
      }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === "gone")).toHaveLength(39);
  expect(await own.db.selectFrom("support.appointments").select("id").execute()).toHaveLength(1);
  expect(await own.db.selectFrom("platform.letters").select("id").execute()).toHaveLength(2);
});

test("even without asking first, the table refuses two appointments that overlap", async ({ db }) => {
  const { host } = await opened(db);
  const insert = (minute: number) =>
    db
      .insertInto("support.appointments")
      .values({
        host_id: host.id,
        starts_at: new Date(`2026-03-03T09:${minute}:00Z`),
        ends_at: new Date(`2026-03-03T10:${minute}:00Z`),
        mode: "online",
        subject: "Essai",
      })
      .execute();
  await insert(10);
  await expect(insert(30)).rejects.toThrow(/one_at_a_time/);
});
