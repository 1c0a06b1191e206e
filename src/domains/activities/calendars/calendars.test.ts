import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { addOrganisations, changeFields } from "#domains/directory/index.ts";
import { activities } from "#paths/activities.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { countMeetings, typeNamed } from "#test/meetings.ts";
import { playOutside } from "#test/outside.ts";
import { openSession } from "#test/personas.ts";
import { openSite, testConfig } from "#test/site.ts";
import { logMeeting } from "../commands.ts";
import { forgetEntries } from "./commands.entries.ts";
import { calendarAddress, proposeFrom, readCalendarOf } from "./commands.reading.ts";

const now = new Date("2026-04-10T12:00:00Z");
const file = (name: string) => readFile(new URL(`../../../../test/files/${name}`, import.meta.url), "utf8");

/** Aminata, and what her calendar of that name proposes on the day of the test. */
async function proposed(db: Db, name: string, weeks = 8) {
  const { userId } = await openSession(db, "animatrice");
  const reader = { userId, mine: new Set(["animatrice@exemple.fr"]), calendarId: null };
  const outcome = await proposeFrom(db, system, reader, await file(name), { weeks, now });
  return { userId, outcome, reader };
}

const waiting = async (db: Db) =>
  db
    .selectFrom("activities.calendar_entries")
    .selectAll()
    .where("state", "=", "waiting")
    .orderBy("starts_at")
    .execute();

describe("what a calendar proposes", () => {
  test("past meetings, each read as far as it can be; cancelled ones are left out, with a word", async ({
    db,
  }) => {
    const [soissons = 0] = await addOrganisations(db, system, [
      { name: "Ville de Soissons" },
      { name: "Autre" },
    ]);
    await changeFields(
      db,
      system,
      soissons,
      { website: "https://www.ville-soissons.fr/" },
      { source: { source: "staff" } },
    );
    const { outcome } = await proposed(db, "agenda-outlook.ics");
    expect(outcome).toMatchObject({ ok: true, fresh: 4, known: 0, left: { cancelled: 1 } });
    const entries = await waiting(db);
    expect(entries[1]).toMatchObject({
      subject: "Rendez-vous avec la mairie de Soissons",
      duration_minutes: 60,
      facts: {
        online: false,
        places: [{ typed: "Soissons", communeCode: "02722" }],
        organisations: [{ id: soissons, name: "Ville de Soissons", why: "domain" }],
        people: [{ name: "DUPONT Jeanne", email: "jeanne.dupont@ville-soissons.fr", personId: null }],
        participants: 1,
      },
    });
    expect(entries[0]?.facts).toMatchObject({ online: true, places: [], participants: null });
  });

  test("private, of whole days, declined: never proposed", async ({ db }) => {
    const { outcome } = await proposed(db, "agenda-google.ics");
    expect(outcome).toMatchObject({ fresh: 1, left: { private: 1, wholeDays: 1, declined: 1 } });
  });

  test("nothing is proposed twice: neither what waits, nor what was refused", async ({ db }) => {
    const { reader } = await proposed(db, "agenda-outlook.ics");
    const [first] = await waiting(db);
    const site = await openSite(db, "animatrice");
    await site.post("/gestion/activite/agendas/propositions", { refuser: String(first?.id) });
    const again = await proposeFrom(db, system, reader, await file("agenda-outlook.ics"), { weeks: 8, now });
    expect(again).toMatchObject({ fresh: 0, waiting: 3, known: 1 });
    expect((await waiting(db)).length).toBe(3);
  });
});

describe("deciding", () => {
  test("one button notes a meeting, with its place, its people and the organisation that was checked", async ({
    db,
  }) => {
    const [soissons = 0] = await addOrganisations(db, system, [{ name: "Ville de Soissons" }]);
    await changeFields(
      db,
      system,
      soissons,
      { email: "contact@ville-soissons.fr" },
      { source: { source: "staff" } },
    );
    const { userId } = await proposed(db, "agenda-outlook.ics");
    const [, entry] = await waiting(db);
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/activite/agendas");
    expect(page.querySelector("[autofocus]")?.textContent).toContain("Noter");
    const met = page.querySelector(`[name="met-${entry?.id}[]"]`);
    expect(met?.hasAttribute("checked")).toBe(true);
    const sent = await site.post("/gestion/activite/agendas/propositions", {
      noter: String(entry?.id),
      [`type-${entry?.id}`]: String(await typeNamed(db, "Rendez-vous partenaire")),
      [`participants-${entry?.id}`]: "2",
      [`endroit-${entry?.id}`]: "Soissons",
      [`met-${entry?.id}[]`]: String(soissons),
    });
    expect(sent).toMatchObject({ status: 303, to: "/gestion/activite/agendas" });
    const meeting = await db.selectFrom("activities.shared_meetings").selectAll().executeTakeFirstOrThrow();
    expect(meeting).toMatchObject({
      held_on: "2026-03-20",
      duration_minutes: 60,
      participants: 2,
      places: "Soissons",
    });
    const staff = await db.selectFrom("activities.meeting_staff").select("user_id").execute();
    expect(staff).toEqual([{ user_id: userId }]);
    const record = await site.visit(`/gestion/activite/${meeting.id}`);
    expect(record.querySelector("main")?.textContent).toContain("DUPONT Jeanne");
    expect(record.querySelector("main")?.textContent).toContain("Ville de Soissons");
    await site.post("/gestion/activite/agendas/propositions", { noter: String(entry?.id) });
    expect(await countMeetings(db), "pressed twice").toBe(1);
  });

  test("those checked are noted at once; one that lacks something stays, and says what", async ({ db }) => {
    await proposed(db, "agenda-outlook.ics");
    const entries = await waiting(db);
    const type = String(await typeNamed(db, "Réunion de réseau"));
    const site = await openSite(db, "animatrice");
    const typed = Object.fromEntries(
      entries.flatMap(({ id }, at) => [
        [`type-${id}`, at === 2 ? "" : type],
        [`participants-${id}`, "4"],
        [`endroit-${id}`, at === 1 ? "Salle inconnue de tous" : "En ligne"],
      ]),
    );
    const choix = entries.map(({ id }) => String(id));
    const sent = await site.post("/gestion/activite/agendas/propositions", {
      ...typed,
      noter: "cochees",
      "choix[]": choix,
    });
    expect(sent.status).toBe(422);
    const page = await sent.page();
    expect(page.querySelector(".notice")?.textContent).toMatch(/2\sréunions notées/);
    expect(page.querySelector("#erreurs")?.textContent).toContain("Choisissez un type");
    expect(page.querySelector("#erreurs")?.textContent).toContain("n’est pas une commune sûre");
    expect(await countMeetings(db)).toBe(2);
    expect((await waiting(db)).length).toBe(2);
  });

  test("a proposal is corrected in the whole form before it is noted", async ({ db }) => {
    await proposed(db, "agenda-outlook.ics");
    const [, entry] = await waiting(db);
    const site = await openSite(db, "animatrice");
    const form = await site.visit(`/gestion/activite/nouvelle?agenda=${entry?.id}`);
    expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe(
      "Rendez-vous avec la mairie de Soissons",
    );
    expect(form.querySelector("[name=personnes]")?.textContent).toBe("DUPONT Jeanne");
    const sent = await site.post("/gestion/activite/nouvelle", {
      agenda: String(entry?.id),
      sujet: "Point sur le jumelage de Soissons",
      type: String(await typeNamed(db, "Accompagnement")),
      date: "20/3/26",
      duree: "1h",
      participants: "1",
      lieux: "Soissons",
      personnes: "DUPONT Jeanne",
    });
    expect(sent).toMatchObject({ status: 303, to: "/gestion/activite/agendas" });
    expect((await waiting(db)).length).toBe(3);
    const person = await db.selectFrom("activities.meeting_people").selectAll().executeTakeFirstOrThrow();
    expect(person).toMatchObject({ typed: "DUPONT Jeanne", email: "jeanne.dupont@ville-soissons.fr" });
  });

  test("what a colleague noted, or was typed, is said so, and one says that one was there", async ({
    db,
  }) => {
    const colleague = await openSession(db, "administrateur");
    const meetingId = await logMeeting(
      db,
      { accountId: colleague.userId, requestId: null },
      {
        subject: "Point d’équipe",
        typeId: await typeNamed(db, "Réunion de réseau"),
        heldOn: "2026-03-16",
        durationMinutes: 90,
        participants: 0,
        online: true,
        places: [],
        organisations: [],
        notes: "",
      },
    );
    const { userId } = await proposed(db, "agenda-outlook.ics");
    const [entry] = await waiting(db);
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/activite/agendas");
    expect(page.querySelector(".callout")?.textContent).toContain(
      "est déjà au journal (par Djamel Directeur)",
    );
    await site.post(`/gestion/activite/agendas/propositions/${entry?.id}/presence`, {
      reunion: String(meetingId),
    });
    const staff = await db.selectFrom("activities.meeting_staff").select("user_id").execute();
    expect(staff.map(({ user_id }) => user_id).sort()).toEqual([userId, colleague.userId].sort());
    expect(await countMeetings(db)).toBe(1);
    await site.post(activities.entryRestoration([entry?.id ?? 0]));
    expect(await db.selectFrom("activities.meeting_staff").select("user_id").execute()).toEqual([
      { user_id: colleague.userId },
    ]);
    expect([await countMeetings(db), (await waiting(db)).length]).toEqual([1, 4]);
  });

  test("a refusal is taken back; a week later only what stops a second proposal is left", async ({ db }) => {
    await proposed(db, "agenda-outlook.ics");
    const [entry] = await waiting(db);
    const site = await openSite(db, "animatrice");
    await site.post("/gestion/activite/agendas/propositions", { refuser: String(entry?.id) });
    const page = await site.visit("/gestion/activite/agendas");
    expect(page.querySelector("[role=status] form")?.getAttribute("action")).toContain("/retablissement");
    await site.post(activities.entryRestoration([entry?.id ?? 0]));
    expect((await waiting(db)).length).toBe(4);
    await site.post("/gestion/activite/agendas/propositions", { refuser: String(entry?.id) });
    await forgetEntries(db, new Date(Date.now() + 8 * 86_400_000));
    const kept = await db
      .selectFrom("activities.calendar_entries")
      .select(["uid", "subject", "facts"])
      .where("state", "=", "refused")
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ uid: entry?.uid, subject: "", facts: {} });
  });

  test("what was noted is taken back with one button: the meetings leave the log, unless they were changed since", async ({
    db,
  }) => {
    await proposed(db, "agenda-outlook.ics");
    const entries = (await waiting(db)).slice(0, 2);
    const ids = entries.map(({ id }) => id);
    const site = await openSite(db, "animatrice");
    const type = String(await typeNamed(db, "Rendez-vous partenaire"));
    const rows = Object.fromEntries(
      ids.flatMap((id) => [
        [`type-${id}`, type],
        [`participants-${id}`, "2"],
        [`endroit-${id}`, "En ligne"],
      ]),
    );
    const note = () =>
      site.post("/gestion/activite/agendas/propositions", {
        ...rows,
        noter: "cochees",
        "choix[]": ids.map(String),
      });
    const undo = async () => {
      const form = (await site.visit("/gestion/activite/agendas")).querySelector("[role=status] form");
      await site.post(form?.getAttribute("action") ?? "");
    };
    await note();
    expect(await countMeetings(db)).toBe(2);
    await undo();
    expect([await countMeetings(db), (await waiting(db)).length]).toEqual([0, 4]);
    await undo();
    expect((await waiting(db)).length, "pressed twice").toBe(4);

    await note();
    const held = await db
      .selectFrom("activities.meetings")
      .select("id")
      .where("removed_at", "is", null)
      .orderBy("id")
      .execute();
    await db
      .updateTable("activities.meetings")
      .set({ version: 2 })
      .where("id", "=", held[0]?.id ?? 0)
      .execute();
    await undo();
    expect([await countMeetings(db), (await waiting(db)).length]).toEqual([1, 3]);
    const other = await openSite(db, "administrateur");
    await other.post(activities.entryRestoration(ids));
    expect((await waiting(db)).length, "another's").toBe(3);
  });

  test("another's proposals are not there", async ({ db }) => {
    await proposed(db, "agenda-outlook.ics");
    const [entry] = await waiting(db);
    const site = await openSite(db, "administrateur");
    const page = await site.visit("/gestion/activite/agendas");
    expect(page.querySelector("main")?.textContent).not.toContain("Soissons");
    await site.visit(`/gestion/activite/nouvelle?agenda=${entry?.id}`, { status: 404 });
    await site.post("/gestion/activite/agendas/propositions", { refuser: String(entry?.id) });
    expect((await waiting(db)).length).toBe(4);
  });
});

describe("giving a calendar", () => {
  const yesterday = dayInParis(new Date(Date.now() - 86_400_000)).replaceAll("-", "");
  const recent = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:hier\r\nSUMMARY:Comité de pilotage\r\nDTSTART:${yesterday}T090000Z\r\nDURATION:PT1M\r\nEND:VEVENT\r\nEND:VCALENDAR`;

  test("an address is read, kept secret, read again, and forgotten", async ({ db }) => {
    await using outside = await playOutside((_, response) => response.end(recent));
    const site = await openSite(db, "animatrice", { config: { ...testConfig, insideAddresses: true } });
    const typed = { adresse: `${outside.url}/secret/basic.ics`, nom: "Travail", semaines: "1" };
    expect((await site.post("/gestion/activite/agendas", typed)).status).toBe(303);
    const page = await site.visit("/gestion/activite/agendas");
    expect(page.querySelector("[role=status]")?.textContent).toMatch(/1\snouvelle réunion proposée/);
    expect(page.documentElement.outerHTML, "the address is shown to nobody").not.toContain("basic.ics");
    const { id } = await db.selectFrom("activities.calendars").select("id").executeTakeFirstOrThrow();
    const logged = await db
      .selectFrom("platform.changes")
      .select(["after"])
      .where("table_name", "=", "activities.calendars")
      .execute();
    expect(JSON.stringify(logged)).not.toContain("basic.ics");
    outside.answers((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    await site.post(`/gestion/activite/agendas/${id}/lecture`);
    expect((await site.visit("/gestion/activite/agendas")).querySelector("main")?.textContent).toContain(
      "Cette adresse refuse d’être lue",
    );
    const stranger = await openSite(db, "administrateur");
    expect((await stranger.post(`/gestion/activite/agendas/${id}/suppression`)).status).toBe(404);
    await site.post(`/gestion/activite/agendas/${id}/suppression`);
    expect(await db.selectFrom("activities.calendars").select("id").execute()).toEqual([]);
    expect(await waiting(db)).toEqual([]);
  });

  test("an address that leads inside is not asked", async ({ db }) => {
    const { userId } = await openSession(db, "animatrice");
    await using outside = await playOutside((_, response) => response.end(recent));
    const { id } = await db
      .insertInto("activities.calendars")
      .values({ user_id: userId, name: "Dedans", secret: outside.url })
      .returning("id")
      .executeTakeFirstOrThrow();
    const outcome = await readCalendarOf(
      db,
      system,
      { id, user_id: userId, secret: outside.url, mine: "" },
      {
        address: calendarAddress("http://localhost", false),
        email: "animatrice@exemple.fr",
        weeks: 2,
        now: new Date(),
      },
    );
    expect(outcome).toEqual({ ok: false, refusal: "refused" });
    expect(outside.asked).toEqual([]);
  });

  test("what a calendar no longer holds is no longer proposed; what was decided stays", async ({ db }) => {
    const { userId } = await openSession(db, "animatrice");
    await using outside = await playOutside((_, response) => response.end(recent));
    const { id } = await db
      .insertInto("activities.calendars")
      .values({ user_id: userId, name: "Travail", secret: outside.url })
      .returning("id")
      .executeTakeFirstOrThrow();
    const read = () =>
      readCalendarOf(
        db,
        system,
        { id, user_id: userId, secret: outside.url, mine: "" },
        {
          address: calendarAddress("http://localhost", true),
          email: "animatrice@exemple.fr",
          weeks: 2,
          now: new Date(),
        },
      );
    await read();
    expect((await waiting(db)).length).toBe(1);
    outside.answers((_, response) => response.end("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR"));
    expect(await read()).toMatchObject({ ok: true, fresh: 0 });
    expect(await waiting(db)).toEqual([]);
  });

  test("a file is read; another thing than a calendar is refused, in words", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const good = new File([recent], "agenda.ics", { type: "text/calendar" });
    expect(
      (await site.post("/gestion/activite/agendas/fichier", { fichier: good, periode: "1" })).status,
    ).toBe(303);
    expect((await waiting(db)).length).toBe(1);
    const bad = new File(["%PDF-1.7"], "facture.pdf");
    const refused = await site.post("/gestion/activite/agendas/fichier", { fichier: bad, periode: "1" });
    expect(refused.status).toBe(422);
    expect((await refused.page()).querySelector("#erreurs")?.textContent).toContain("iCalendar (.ics)");
    const none = await site.post("/gestion/activite/agendas/fichier", { periode: "1" });
    expect(none.status).toBe(422);
  });

  test.for(["file:///etc/passwd", "agenda", "", "https://"])(
    "the address %j is refused, and what was typed is there",
    async (adresse, { db }) => {
      const site = await openSite(db, "animatrice");
      const sent = await site.post("/gestion/activite/agendas", { adresse, nom: "Travail" });
      expect(sent.status).toBe(422);
      const page = await sent.page();
      expect(page.querySelector("[name=nom]")?.getAttribute("value")).toBe("Travail");
    },
  );
});

test.for([
  ["/gestion/activite/agendas", {}],
  ["/gestion/activite/agendas/fichier", {}],
  ["/gestion/activite/agendas/propositions", {}],
  ["/gestion/activite/agendas/propositions/1/presence", {}],
  ["/gestion/activite/agendas/1/lecture", {}],
  ["/gestion/activite/rappel", {}],
] as const)("%s is for the team: others are sent to sign in, or refused", async ([path, fields], { db }) => {
  const away = await (await openSite(db)).post(path, fields);
  expect([302, 303]).toContain(away.status);
  expect(away.to).toContain("/connexion");
  expect((await (await openSite(db, "membre")).post(path, fields)).status).toBe(403);
  expect((await (await openSite(db, "administratrice_ca")).post(path, fields)).status).toBe(403);
});
