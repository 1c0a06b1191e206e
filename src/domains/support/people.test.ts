import { describe, expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import type { Db } from "#platform/db/index.ts";
import { timesInChanges } from "#test/changes.ts";
import { test } from "#test/database.ts";
import { aCohort, aStay, theStay } from "#test/incubation.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { sureCourse } from "./appointments/queries.courses.ts";
import { eraseRemovedPeople } from "./commands.people.ts";

/** Where someone may be named: with whom, their page, and what is done to them there. */
const places = {
  "a course of support": async (db: Db) => {
    const id = await aCourse(db);
    return {
      page: support.one(id),
      add: support.people(id),
      removal: (person: number) => support.personRemoval(id, person),
      restoration: (person: number) => support.personRestoration(id, person),
      people: async () => (await theCourse(db, id)).people,
      table: "support.course_people",
    };
  },
  "a cohort": async (db: Db) => {
    const { stay } = await aStay(db, await aCohort(db));
    return {
      page: incubation.stay(stay),
      add: incubation.people(stay),
      removal: (person: number) => incubation.personRemoval(stay, person),
      restoration: (person: number) => incubation.personRestoration(stay, person),
      people: async () => (await theStay(db, stay)).people,
      table: "support.cohort_people",
    };
  },
} as const;

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe.for(Object.entries(places))("someone taken off %s", ([, place]) => {
  test("is put back from the notice, with all that was written of them", async ({ db }) => {
    const { page, add, removal, people } = await place(db);
    const site = await openSite(db, "animatrice");
    await site.post(add, { nom: "Awa Diop", courriel: "awa@exemple.fr", telephone: "06 00 00 00 00" });
    const before = await people();
    for (const click of ["first", "second"])
      expect((await site.post(removal(before[0]?.id ?? 0))).status, click).toBe(303);
    expect(await people()).toEqual([]);
    const notice = (await site.visit(page)).querySelector(".notice");
    expect(notice?.textContent).toContain("Awa Diop n’est plus de ce");
    await site.post(notice?.querySelector("form")?.getAttribute("action") ?? "");
    expect(await people()).toEqual(before);
    expect((await site.visit(page)).querySelector("#personnes")?.textContent).toContain("awa@exemple.fr");
  });

  test("is erased the night after, out of the change log too, and cannot come back", async ({ db }) => {
    const { add, removal, restoration, people, table } = await place(db);
    const site = await openSite(db, "animatrice");
    await site.post(add, { nom: "Awa Diop", courriel: "awa@exemple.fr" });
    await site.post(add, { nom: "Paul Petit", courriel: "paul@exemple.fr" });
    const [awa, paul] = await people();
    await site.post(removal(awa?.id ?? 0));
    await eraseRemovedPeople(db, later(0.5));
    expect(await timesInChanges(db, table, "awa@exemple.fr")).toBeGreaterThan(0);
    await eraseRemovedPeople(db, later(2));
    expect(await timesInChanges(db, table, "awa@exemple.fr")).toBe(0);
    expect((await site.post(restoration(awa?.id ?? 0))).status).toBe(404);
    expect(await people()).toEqual([paul]);
    expect(await timesInChanges(db, table, "paul@exemple.fr")).toBeGreaterThan(0);
  });

  test("is taken off and put back by the team alone, and only from where they are", async ({ db }) => {
    const { add, removal, restoration, people } = await place(db);
    await (await openSite(db, "animatrice")).post(add, { nom: "Awa Diop" });
    const id = (await people())[0]?.id ?? 0;
    for (const path of [removal(id), restoration(id)]) {
      expect((await (await openSite(db)).post(path)).to).toContain("/connexion");
      for (const persona of ["membre", "administratrice_ca"] as const)
        expect((await (await openSite(db, persona)).post(path)).status).toBe(403);
    }
    expect((await (await openSite(db, "animatrice")).post(removal(id + 1))).status).toBe(404);
    expect(await people()).toHaveLength(1);
  });
});

test("an appointment is no longer thought to be for the course of someone taken off it", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const id = await aCourse(db);
  await site.post(support.people(id), { nom: "Awa Diop", courriel: "awa@exemple.fr" });
  const guessed = () => sureCourse(db, { hostId: 0, organisationId: null, email: "awa@exemple.fr" });
  expect(await guessed()).toBe(id);
  await site.post(support.personRemoval(id, (await theCourse(db, id)).people[0]?.id ?? 0));
  expect(await guessed()).toBeNull();
});
