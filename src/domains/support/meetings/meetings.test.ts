import { expect } from "vitest";
import { support } from "#paths/support.ts";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings } from "#test/meetings.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { listLikelyMeetings } from "./queries.ts";

const said = { sujet: "Point sur le budget", date: "hier", duree: "1h30", participants: "2", enligne: "oui" };

test("a meeting noted from its course is in the log, worked at a goal, and says what comes next", async ({
  db,
}) => {
  const adice = await anOrganisation(db, "Adice");
  const id = await aCourse(db, { organisations: [{ typed: "Adice", organisationId: adice }] });
  const site = await openSite(db, "animatrice");
  await site.post(support.goals(id), { objectif: "Trouver 10 000 €" });
  const goal = (await theCourse(db, id)).goals[0]?.id ?? 0;
  const form = await site.visit(support.meeting(id));
  expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forage au Sénégal");
  const version = form.querySelector("[name=version]")?.getAttribute("value") ?? "";
  const sent = { ...said, version, suite: "Relire le dossier", "objectifs[]": [String(goal)] };
  expect((await site.post(support.meeting(id), sent)).to).toBe(support.one(id));
  const course = await theCourse(db, id);
  expect(course.meetings).toMatchObject([
    { subject: said.sujet, duration_minutes: 90, minutes: 90, goals: [goal] },
  ]);
  expect(course.next_step).toBe("Relire le dossier");
  const { rows } = {
    rows: await db.selectFrom("activities.shared_meetings").select(["type_code"]).execute(),
  };
  expect(rows).toEqual([{ type_code: "accompagnement" }]);
  const log = await site.visit(`/gestion/activite/organisations/${adice}`);
  expect(log.body.textContent).toContain(said.sujet);
});

test("a request that is met is under diagnosis, and counted from that day", async ({ db }) => {
  const id = await aCourse(db, { openedOn: null }, { stage: "request" });
  const site = await openSite(db, "animatrice");
  await site.post(support.meeting(id), { ...said, version: "1", date: "6/1/2026" });
  expect(await theCourse(db, id)).toMatchObject({ stage: "diagnosis", opened_on: "2026-01-06" });
});

test("nothing of a meeting is kept when a colleague said first what comes next", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.nextStep(id), { version: "1", suite: "Appeler la mairie" });
  const late = await site.post(support.meeting(id), { ...said, version: "1", suite: "Écrire au maire" });
  expect(late.status).toBe(409);
  expect(await countMeetings(db)).toBe(0);
  const page = await late.page();
  expect(page.body.textContent).toContain("Appeler la mairie");
  expect(page.querySelector("[name=suite]")?.getAttribute("value")).toBe("Écrire au maire");
  const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
  expect((await site.post(support.meeting(id), { ...said, version, suite: "Écrire au maire" })).status).toBe(
    303,
  );
});

test("a form of a meeting that is wrong says what, and is not sent by a stranger", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  const wrong = await site.post(support.meeting(id), { sujet: "", duree: "90", date: "dans un an" });
  expect(wrong.status).toBe(422);
  await wrong.page();
  expect((await (await openSite(db, "administratrice_ca")).post(support.meeting(id), said)).status).toBe(403);
  expect(await countMeetings(db)).toBe(0);
});

test("a meeting that serves three courses is shared between them, never counted three times", async ({
  db,
}) => {
  const meeting = await aMeeting(db, {
    subject: "Électrification",
    heldOn: "2026-01-14",
    durationMinutes: 90,
  });
  const ids = [await aCourse(db), await aCourse(db), await aCourse(db)];
  const site = await openSite(db, "animatrice");
  for (const id of ids) await site.post(support.linking(id), { reunion: String(meeting) });
  await site.post(support.linking(ids[0] ?? 0), { reunion: String(meeting) });
  const shared = await db.selectFrom("support.shared_courses").select(["meetings", "minutes"]).execute();
  expect(shared).toEqual(Array(3).fill({ meetings: 1, minutes: 30 }));
  await site.post(support.unlinking(ids[0] ?? 0, meeting));
  expect((await theCourse(db, ids[1] ?? 0)).meetings[0]?.minutes).toBe(45);
  expect(await countMeetings(db)).toBe(1);
});

test("the log's meetings are proposed by their organisation, the name in their subject, or a close subject", async ({
  db,
}) => {
  const adice = await anOrganisation(db, "Adice Roubaix");
  const id = await aCourse(db, {
    subject: "Accompagnement Jeunesse VII Calais",
    organisations: [{ typed: "Adice", organisationId: adice }],
  });
  const met = (subject: string, heldOn = "2026-01-20", organisationId: number | null = null) =>
    aMeeting(db, { subject, heldOn, organisations: [{ typed: "Adice", organisationId }] });
  const same = await met("Tout autre sujet", "2026-01-20", adice);
  const named = await met("RDV Adice Roubaix");
  const close = await met("RDV Jeunesse VII - Calais");
  await met("Accompagnement projet de thèse");
  await met("Jeunesse VII Calais", "2025-10-01");
  const likely = await listLikelyMeetings(db, id);
  expect(likely.map(({ id, why }) => [id, why])).toEqual([
    [same, "organisation"],
    [named, "name"],
    [close, "subject"],
  ]);
});
