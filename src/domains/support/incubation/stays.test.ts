import { sql } from "kysely";
import { expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aCohort, aMilestone, aStay, theStay } from "#test/incubation.ts";
import { aPerson } from "#test/people.ts";
import { memoryFiles } from "#test/services.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { forgetOldRequests } from "../content/retention.ts";
import { supportPart } from "../personal.ts";
import { openCourseFor } from "./commands.support.ts";
import { incubationCriteria } from "./criteria.ts";

const shared = (db: Db) =>
  db.selectFrom("support.shared_incubation").selectAll().orderBy("stay_id").execute();

test("one leaves with a day and a reason, comes back, or finishes", async ({ db }) => {
  const id = await aCohort(db);
  const { organisation, stay } = await aStay(db, id);
  await aMilestone(db, id);
  const site = await openSite(db, "animatrice");
  for (const [wrong, message] of [
    [{}, "jusqu’au bout"],
    [{ issue: "left" }, "Dites pourquoi"],
    [{ issue: "finished", sortie: "1/1/2025" }, "Elle est entrée le"],
    [{ issue: "finished", sortie: "1/1/2031" }, "le jour même ou après"],
  ] as const) {
    const answer = await site.post(incubation.leaving(stay), { version: "1", ...wrong });
    expect(answer.status).toBe(422);
    expect((await answer.page()).querySelector("#erreurs")?.textContent).toContain(message);
  }
  const leaving = { version: "1", issue: "left", sortie: "1/2/2026", motif: "Plus de bénévoles" };
  expect((await site.post(incubation.leaving(stay), leaving)).to).toBe(incubation.one(id));
  expect((await site.post(incubation.leaving(stay), leaving)).status).toBe(409);
  expect((await site.visit(incubation.stay(stay))).body.textContent).toContain("Plus de bénévoles");
  // It left before the milestone was due: nothing is late.
  expect((await site.visit(incubation.one(id))).body.textContent).not.toContain("en retard");
  expect(await shared(db)).toMatchObject([{ left_on: "2026-02-01", outcome: "left", milestones_due: 0 }]);
  expect(await inSegment(db, id, "parties")).toEqual([organisation]);
  expect(await inSegment(db, id, "presentes")).toEqual([]);
  await site.post(incubation.comeBack(stay));
  expect((await theStay(db, stay)).left_on).toBeNull();
  expect(await inSegment(db, id, "presentes")).toEqual([organisation]);
  const finished = { version: "3", issue: "finished", sortie: "1/3/2026" };
  expect((await site.post(incubation.leaving(stay), finished)).status).toBe(303);
  expect(await inSegment(db, id, "terminee")).toEqual([organisation]);
  expect((await site.post(incubation.entry(stay), { entree: "1/4/2026", version: "4" })).status).toBe(422);
  expect((await site.post(incubation.entry(stay), { entree: "1/10/2025", version: "4" })).status).toBe(303);
  expect((await site.post(incubation.entry(stay), { entree: "1/11/2025", version: "4" })).status).toBe(409);
});

/** The organisations of which this is so. */
async function inSegment(db: Db, cohort: number, state: string) {
  const [criterion] = incubationCriteria;
  const { rows } = await sql<{ id: number }>`
    select organisation.id from directory.shared_organisations organisation
    where ${criterion?.condition(sql`organisation.id`, { cohorte: [String(cohort)], etat: [state] }) ?? sql`false`}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

test("the criterion says itself in a sentence, and the other way round", () => {
  const [criterion] = incubationCriteria;
  const labels = () => ["Élan"];
  expect(criterion?.phrase({ cohorte: ["1"] }, labels)).toBe(
    "qui suivent ou ont suivi la cohorte «\u00a0Élan\u00a0»",
  );
  expect(criterion?.phrase({ cohorte: ["1"], etat: ["presentes"] }, labels)).toBe(
    "qui suivent la cohorte «\u00a0Élan\u00a0»",
  );
  expect(criterion?.denial?.({ cohorte: ["1"] }, labels)).toBe(
    "qui n’ont jamais suivi la cohorte «\u00a0Élan\u00a0»",
  );
});

test("a course of support is opened by one click and only once, or one that exists is linked", async ({
  db,
}) => {
  const id = await aCohort(db);
  const { organisation, stay } = await aStay(db, id);
  const site = await openSite(db, "animatrice");
  const before = await theStay(db, stay);
  const to = (await site.post(incubation.newCourse(stay))).to ?? "";
  // The other click of a double click read the page before the first had written.
  expect(support.one(await openCourseFor(db, system, before, new Date()))).toBe(to);
  expect((await site.post(incubation.newCourse(stay))).to).toBe(to);
  const course = await theCourse(db, Number(to.split("/").at(-1)));
  expect(course).toMatchObject({ subject: "Élan", stage: "diagnosis", referent_id: site.userId });
  expect(course.organisations).toMatchObject([{ organisation_id: organisation }]);
  expect((await site.visit(incubation.stay(stay))).querySelector(".facts")?.textContent).toContain("Élan");
  expect((await site.visit(to)).querySelector(`a[href="${incubation.stay(stay)}"]`)).not.toBeNull();
  const own = await aCourse(db, { organisations: [{ typed: "Adice", organisationId: organisation }] });
  const foreign = await aCourse(db, { organisations: [{ typed: "Autre", organisationId: null }] });
  await site.post(incubation.course(stay), { accompagnement: String(own) });
  expect((await theStay(db, stay)).course_id).toBe(own);
  await site.post(incubation.course(stay), { accompagnement: String(foreign) }); // of another organisation
  expect((await theStay(db, stay)).course_id).toBeNull();
});

test("who carries it is named, given what is kept of them, erased when they ask, forgotten after three years", async ({
  db,
}) => {
  const id = await aCohort(db);
  const { stay } = await aStay(db, id);
  const person = await aPerson(db);
  const site = await openSite(db, "animatrice");
  expect((await site.post(incubation.people(stay), { nom: "" })).status).toBe(422);
  await site.post(incubation.people(stay), {
    nom: "Awa Diop",
    courriel: "Awa@exemple.fr",
    fonction: "Présidente",
  });
  await site.post(incubation.people(stay), { nom: "Paul Petit", courriel: "paul@exemple.fr" });
  const people = async () => (await theStay(db, stay)).people.map(({ name, person_id }) => [name, person_id]);
  expect(await people()).toEqual([
    ["Awa Diop", person],
    ["Paul Petit", null],
  ]);
  const subject = { personId: person, userId: null, emails: ["awa@exemple.fr"], names: ["Awa Diop"] };
  const kept = await supportPart.read(db, subject);
  expect(JSON.stringify(kept)).toContain("Présidente");
  expect(await supportPart.foresee(db, subject)).toContainEqual(
    expect.objectContaining({ what: "Nom parmi les personnes référentes d’une cohorte", count: 1 }),
  );
  await supportPart.erase(db, subject, { author: system, now: new Date(), files: memoryFiles() });
  expect(await people()).toEqual([["Paul Petit", null]]);
  await forgetOldRequests(db, new Date("2028-01-01"));
  expect(await people()).toHaveLength(1);
  await site.post(incubation.leaving(stay), { version: "1", issue: "finished", sortie: "1/2/2026" });
  await forgetOldRequests(db, new Date("2029-03-01"));
  expect(await people()).toEqual([]);
});
