import { expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aCohort, aMilestone, aStay } from "#test/incubation.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { aCourse, lettersTo } from "#test/support.ts";
import { writeDigests } from "./commands.ts";

const mine = "animatrice@exemple.fr";
const monday = new Date("2026-03-02T06:30:00Z");
const write = (db: Db, now = monday) => writeDigests({ db, config: testConfig, jobs: rememberedJobs() }, now);

/** A cohort that Aminata follows: Adice entered on 1 September 2025 and has six months for its statutes. */
async function aFollowedCohort(db: Db) {
  const site = await openSite(db, "animatrice");
  const cohort = await aCohort(db, { referentId: site.userId });
  const { stay } = await aStay(db, cohort);
  const milestone = await aMilestone(db, cohort, "Statuts à jour", 6);
  return { site, cohort, stay, milestone };
}

test("who follows a cohort reads on Monday which milestones are late, once a week", async ({ db }) => {
  const { cohort, site } = await aFollowedCohort(db);
  await aStay(db, cohort, "Lycée Baggio", "2025-08-01");
  await aMilestone(db, cohort, "Comptes publiés", 12);
  expect(await write(db)).toBe(1);
  expect(await write(db, new Date("2026-03-05T06:30:00Z"))).toBe(0);
  const [letter, ...others] = await lettersTo(db, mine);
  expect(others).toEqual([]);
  expect(letter?.subject).toContain("2\u00a0jalons en retard");
  expect(letter?.subject).not.toContain("accompagnement");
  expect(letter?.text).toMatch(/Statuts à jour.*Lycée Baggio.*;.*Statuts à jour.*Adice.*01\/03\/2026/);
  expect(letter?.text).not.toContain("Comptes publiés");

  await aCourse(db, { referentId: site.userId }, { now: new Date("2026-01-05T10:00:00Z") });
  expect(await write(db, new Date("2026-03-09T06:30:00Z"))).toBe(1);
  const [, both] = await lettersTo(db, mine);
  expect(both?.subject).toMatch(/1\saccompagnement, 2\sjalons en retard/);
});

test("a milestone is late the day after, not on its day", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const cohort = await aCohort(db, { referentId: site.userId });
  await aStay(db, cohort, "Adice", "2025-09-02");
  await aMilestone(db, cohort, "Statuts à jour", 6);
  expect(await write(db)).toBe(0);
  expect(await write(db, new Date("2026-03-09T06:30:00Z"))).toBe(1);
});

test.for<[string, (facts: Awaited<ReturnType<typeof aFollowedCohort>>) => Promise<unknown>]>([
  [
    "is reached",
    ({ site, cohort, milestone, stay }) => site.post(incubation.reached(cohort, milestone, stay)),
  ],
  ["is deleted", ({ site, cohort, milestone }) => site.post(incubation.milestoneRemoval(cohort, milestone))],
  ["is that of an organisation taken out", ({ site, stay }) => site.post(incubation.stayRemoval(stay))],
  [
    "is that of a cohort that is closed",
    ({ site, cohort }) => site.post(incubation.closing(cohort), { cloture: "1/3/2026", version: "1" }),
  ],
  ["is that of a cohort that is deleted", ({ site, cohort }) => site.post(incubation.removal(cohort))],
])("nobody is written to for a milestone that %s", async ([, change], { db }) => {
  const facts = await aFollowedCohort(db);
  await change(facts);
  expect(await write(db)).toBe(0);
  expect(await lettersTo(db, mine)).toEqual([]);
});
