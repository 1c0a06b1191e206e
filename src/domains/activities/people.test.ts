import { sql } from "kysely";
import { expect } from "vitest";
import { addOrganisations, addPerson } from "#domains/directory/index.ts";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { activities } from "#paths/activities.ts";
import { system } from "#platform/db/index.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";
import { test } from "#test/database.ts";
import { aMeeting, saidOfMeeting } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";
import { findMeetings, logMeeting } from "./index.ts";
import { listBelongings } from "./queries.belongings.ts";

const form = "/gestion/activite/nouvelle";

test("people met are those of the organisations met; one unknown stays as typed, and becomes a person in one click", async ({
  db,
}) => {
  const [adice = 0] = await addOrganisations(db, system, [{ name: "Adice" }]);
  const jeanne = await addPerson(db, system, { given_name: "Jeanne", family_name: "Martin" });
  const other = await addPerson(db, system, { given_name: "Jeanne", family_name: "Martin" });
  await db.insertInto("directory.roles").values({ person_id: jeanne, organisation_id: adice }).execute();
  const site = await openSite(db, "animatrice");
  const sent = await site.post(form, {
    ...(await saidOfMeeting(db)),
    organisations: "Adice",
    personnes: "MARTIN Jeanne\nMme DUPONT Paule (adjointe)",
  });
  const record = await site.visit(sent.to ?? "");
  const link = record.querySelector(".met-people a");
  expect([link?.textContent, link?.getAttribute("href")]).toEqual([
    "MARTIN Jeanne",
    `/gestion/personnes/${jeanne}`,
  ]);
  expect(jeanne).not.toBe(other);
  const action = record.querySelector(".met-people form")?.getAttribute("action") ?? "";
  await site.post(action);
  await site.post(action);
  const made = await db
    .selectFrom("directory.people")
    .select(["id", "given_name", "family_name", "origin", "last_contact_on"])
    .where("family_name", "=", "Dupont")
    .execute();
  expect(made).toMatchObject([{ given_name: "Paule", last_contact_on: "2021-01-06" }]);
  expect(made[0]?.origin).toContain("Accompagnement du comité de jumelage");
  const role = await db
    .selectFrom("directory.roles")
    .select("organisation_id")
    .where("person_id", "=", made[0]?.id ?? 0)
    .execute();
  expect(role).toEqual([{ organisation_id: adice }]);
  const board = await (await openSite(db, "administratrice_ca")).visit(sent.to ?? "");
  expect(board.body.textContent, "the board reads no name of people").not.toContain("MARTIN Jeanne");
});

test("a namesake stays a name: nobody is taken for another", async ({ db }) => {
  await addPerson(db, system, { given_name: "Jeanne", family_name: "Martin" });
  await addPerson(db, system, { given_name: "Jeanne", family_name: "Martin" });
  const alone = await addPerson(db, system, { given_name: "Codjo", family_name: "Agbo" });
  const site = await openSite(db, "animatrice");
  await site.post(form, { ...(await saidOfMeeting(db)), personnes: "Jeanne Martin\nCodjo Agbo\nCodjo" });
  const met = await db
    .selectFrom("activities.meeting_people")
    .select(["typed", "person_id"])
    .orderBy("position")
    .execute();
  expect(met).toEqual([
    { typed: "Jeanne Martin", person_id: null },
    { typed: "Codjo Agbo", person_id: alone },
    { typed: "Codjo", person_id: null },
  ]);
});

test("who of the team was there, and under what it is put, are as last time; nothing is taken silently", async ({
  db,
}) => {
  const pole = await ensureTerm(db, system, "poles", "Jeunesse");
  const site = await openSite(db, "animatrice");
  const colleague = await openSite(db, "administrateur");
  const fresh = await site.visit(form);
  expect(fresh.querySelector(".more-fields summary")?.textContent).toContain("Aminata Animatrice");
  await site.post(form, {
    ...(await saidOfMeeting(db)),
    pole: String(pole),
    "equipe[]": [site.userId ?? "", colleague.userId ?? "", crypto.randomUUID()],
  });
  const next = await site.visit(form);
  expect(next.querySelector(".more-fields summary")?.textContent).toContain("Jeunesse");
  const staff = await db.selectFrom("activities.meeting_staff").select("user_id").execute();
  expect(staff.length, "an account that is not of the team is not there").toBe(2);
  const wrong = await site.post(form, { ...(await saidOfMeeting(db)), pole: "999999999" });
  expect(wrong.status).toBe(422);
  expect((await wrong.page()).querySelector(".more-fields")?.hasAttribute("open")).toBe(true);
});

test("another room opens the form already filled, and says what the meeting belongs to", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const address = activities.add({
    sujet: "Forum & stands",
    date: "2026-03-06",
    duree: "2h",
    organisations: "Adice\nUne autre",
    lieux: "Lille",
    pour: "events:12",
  });
  const page = await site.visit(address);
  expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forum & stands");
  expect(page.querySelector("[name=date]")?.getAttribute("value")).toBe("06/03/2026");
  expect(page.querySelector("[name=organisations]")?.textContent).toBe("Adice\nUne autre");
  expect(page.querySelector("[name=pour]")?.getAttribute("value")).toBe("events:12");
  await site.visit(`${form}?sujet=${"x".repeat(400)}&type=abc&pour=../..&date=zzz&participants=-1`);
});

test("a meeting shows what it belongs to, as the rooms above say it", async ({ db }) => {
  const part: MeetingPart = {
    id: "events",
    label: "Événement",
    lines: (id) =>
      sql`select 12::bigint as key, 'Forum des associations' as title, 'séance du 6 mars' as detail where ${id} > 0`,
    href: (key) => `/gestion/agenda/${key}`,
  };
  const id = await aMeeting(db);
  expect(await listBelongings(db, [part, { ...part, id: "courses", label: "Parcours" }], id)).toMatchObject([
    { label: "Parcours", title: "Forum des associations", href: "/gestion/agenda/12" },
    { label: "Événement", detail: "séance du 6 mars" },
  ]);
  expect(await listBelongings(db, [], id)).toEqual([]);
});

test("a room above reads the meetings that it knows, deleted ones said so; logs one with all that is said of it", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const pole = await ensureTerm(db, system, "poles", "Jeunesse");
  const author = { accountId: site.userId, requestId: null };
  const first = await aMeeting(db);
  const id = await logMeeting(db, author, {
    ...{
      subject: "Rendez-vous",
      typeId: (await findMeetings(db, [first]))[0]?.type_id ?? 0,
      heldOn: "2026-03-06",
    },
    ...{
      durationMinutes: 45,
      participants: 2,
      online: false,
      notes: "",
      poleId: pole,
      staff: [site.userId ?? ""],
    },
    places: [{ typed: "Lille", communeCode: "59350", countryCode: null }],
    organisations: [],
    people: [{ typed: "Codjo Agbo", personId: null, email: "codjo@exemple.bj" }],
  });
  await site.post(`/gestion/activite/${first}/suppression`);
  expect(await findMeetings(db, [first, id])).toMatchObject([
    { id, subject: "Rendez-vous", places: "Lille", duration_minutes: 45, removed: false },
    { id: first, removed: true },
  ]);
  expect(await findMeetings(db, [])).toEqual([]);
});

test("making a person of someone met is for the team", async ({ db }) => {
  const id = await aMeeting(db, { people: [{ typed: "Codjo Agbo", personId: null }] });
  const { id: line } = await db
    .selectFrom("activities.meeting_people")
    .select("id")
    .executeTakeFirstOrThrow();
  const path = activities.person(id, line);
  expect((await (await openSite(db)).post(path)).to).toContain("/connexion");
  expect((await (await openSite(db, "administratrice_ca")).post(path)).status).toBe(403);
  expect((await (await openSite(db, "animatrice")).post(activities.person(id, line + 1))).status).toBe(404);
});
