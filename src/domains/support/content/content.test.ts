import { expect } from "vitest";
import { support } from "#paths/support.ts";
import { timesInChanges } from "#test/changes.ts";
import { test } from "#test/database.ts";
import { aPerson } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { supportPart } from "../personal.ts";
import { eraseDueNotes, forgetOldRequests } from "./retention.ts";

test("a goal lives until it is reached, and a colleague's change is never written over", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  expect((await site.post(support.goals(id), { objectif: "" })).status).toBe(422);
  await site.post(support.goals(id), { objectif: "Monter le dossier", echeance: "12/3/2026" });
  const goal = (await theCourse(db, id)).goals[0];
  if (!goal) throw new Error("no goal");
  await site.post(support.goalState(id, goal.id), { etat: "reached", version: "1" });
  await site.post(support.goalState(id, goal.id), { etat: "dropped", version: "1" });
  expect((await theCourse(db, id)).goals[0]).toMatchObject({ state: "reached", version: 2 });
  const late = await site.post(support.goal(id, goal.id), { objectif: "Autrement", version: "1" });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector("[name=objectif]")?.getAttribute("value")).toBe("Autrement");
  expect((await site.post(support.goal(id, goal.id), { objectif: "Autrement", version: "2" })).status).toBe(
    303,
  );
  expect((await site.post(support.goalState(id, 999_999), { etat: "open", version: "1" })).status).toBe(404);
});

test("time without the organisation is counted apart, taken away and put back", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  expect((await site.post(support.time(id), { quoi: "Relecture", temps: "90", jour: "hier" })).status).toBe(
    422,
  );
  await site.post(support.time(id), { quoi: "Relecture", temps: "1h30", jour: "hier" });
  const entry = (await theCourse(db, id)).entries[0]?.id ?? 0;
  const back = () =>
    db.selectFrom("support.shared_courses").select(["minutes", "back_office_minutes"]).execute();
  expect(await back()).toEqual([{ minutes: 0, back_office_minutes: 90 }]);
  await site.post(support.timeRemoval(id, entry));
  expect(await back()).toEqual([{ minutes: 0, back_office_minutes: 0 }]);
  await site.post(support.timeRestoration(id, entry));
  expect((await theCourse(db, id)).entries).toHaveLength(1);
});

test("a person named by the courriel that the directory knows is the same person", async ({ db }) => {
  const awa = await aPerson(db);
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.people(id), {
    nom: "Awa Diop",
    courriel: "Awa@exemple.fr",
    fonction: "Présidente",
  });
  const person = (await theCourse(db, id)).people[0];
  expect(person).toMatchObject({ person_id: awa, email: "awa@exemple.fr" });
  expect((await site.post(support.people(id), { nom: "X", courriel: "pas une adresse" })).status).toBe(422);
});

test("a document is taken away apart from the site, by who may read the course", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  const file = new File(["<script>"], "budget.csv", { type: "text/csv" });
  expect((await site.post(support.documents(id), { titre: "" })).status).toBe(422);
  const page = new File(["<script>"], "page.html", { type: "text/html" });
  expect((await site.post(support.documents(id), { document: page })).status).toBe(422);
  await site.post(support.documents(id), { document: file, titre: "Budget" });
  const document = (await theCourse(db, id)).documents[0]?.id ?? 0;
  const answer = await site.request(support.document(id, document));
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  const other = await aCourse(db);
  expect((await site.request(support.document(other, document))).status).toBe(404);
  expect((await (await openSite(db, "membre")).request(support.document(id, document))).status).toBe(403);
  await site.post(support.documentRemoval(id, document));
  expect((await site.request(support.document(id, document))).status).toBe(404);
});

test("confidential notes are the team's, and go by the rule after the end of the course", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.notes(id), { note: "Conflit au bureau" });
  const note = await db.selectFrom("support.notes").select("id").executeTakeFirstOrThrow();
  const late = { note: "Autrement", version: "1" };
  expect((await site.post(support.note(id, note.id), late)).status).toBe(303);
  expect((await site.post(support.note(id, note.id), late)).status).toBe(409);
  await site.post(support.closing(id), { version: "1", issue: "dropped", le: "6/1/2026" });
  expect(await eraseDueNotes(db, new Date("2027-12-01"))).toBe(0);
  expect(await eraseDueNotes(db, new Date("2028-02-01"))).toBe(1);
  expect(await eraseDueNotes(db, new Date("2028-02-01"))).toBe(0);
  expect(await timesInChanges(db, "support.notes", "Conflit au bureau")).toBe(0);
  expect((await site.visit(support.one(id))).body.textContent).toContain("Celles d’avant l’ont été");
});

test("three years after the end of a course, nobody is named in it any more", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.people(id), { nom: "Awa Diop", courriel: "awa@exemple.fr" });
  await site.post(support.closing(id), { version: "1", issue: "reached", le: "6/1/2026" });
  await forgetOldRequests(db, new Date("2028-12-01"));
  expect((await theCourse(db, id)).people).toHaveLength(1);
  await forgetOldRequests(db, new Date("2029-02-01"));
  expect((await theCourse(db, id)).people).toEqual([]);
});

test("a person is given what support keeps of them, and erased from it", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.people(id), { nom: "Awa Diop", courriel: "awa@exemple.fr" });
  const subject = { personId: null, userId: null, emails: ["awa@exemple.fr"], names: ["Awa Diop"] };
  const sections = await supportPart.read(db, subject);
  expect(JSON.stringify(sections)).toContain("Awa Diop");
  expect((await supportPart.foresee(db, subject)).map(({ count }) => count)).toEqual([0, 1, 0, 0]);
  const how = { author: { accountId: null, requestId: null }, now: new Date(), files: {} as never };
  await supportPart.erase(db, subject, how);
  expect((await theCourse(db, id)).people).toEqual([]);
});
