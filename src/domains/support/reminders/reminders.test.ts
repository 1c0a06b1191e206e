import { expect } from "vitest";
import { support } from "#paths/support.ts";
import { test } from "#test/database.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { aCourse, lettersTo } from "#test/support.ts";
import { writeDigests } from "./commands.ts";

const monday = new Date("2026-03-09T06:30:00Z");
const longAgo = new Date("2026-01-05T10:00:00Z");
const mine = "animatrice@exemple.fr";

test("on Monday a referent gets one letter of what waits, and never two in a week", async ({ db }) => {
  const { userId } = await openSite(db, "animatrice");
  const post = { db, config: testConfig, jobs: rememberedJobs() };
  const held = { referentId: userId };
  await aCourse(
    db,
    { ...held, subject: "Étape passée", nextStep: "Appeler", nextStepOn: "2026-03-02" },
    { now: longAgo },
  );
  await aCourse(db, { ...held, subject: "Sans nouvelles" }, { now: longAgo });
  await aCourse(db, { ...held, subject: "D’hier" }, { now: new Date("2026-03-08T10:00:00Z") });
  expect(await writeDigests(post, monday)).toBe(1);
  expect(await writeDigests(post, new Date("2026-03-12T06:30:00Z"))).toBe(0);
  const letters = await lettersTo(db, mine);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain("Étape passée");
  expect(letters[0]?.text).toContain("Sans nouvelles");
  expect(letters[0]?.text).not.toContain("D’hier");
  expect(await writeDigests(post, new Date("2026-03-16T06:30:00Z"))).toBe(1);
});

test("who turned the digest off, or has nothing waiting, is not written to", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const post = { db, config: testConfig, jobs: rememberedJobs() };
  const other = await openSite(db, "administrateur");
  await aCourse(db, { referentId: site.userId }, { now: longAgo });
  await aCourse(db, { referentId: other.userId }, { now: new Date("2026-03-06T10:00:00Z") });
  await site.post(support.digest(), { voulu: "non" });
  await site.post(support.digest(), { voulu: "non" });
  expect(await writeDigests(post, monday)).toBe(0);
  expect((await site.visit(support.week())).body.textContent).toContain("Vous ne le recevez pas");
  await site.post(support.digest(), { voulu: "oui" });
  expect(await writeDigests(post, monday)).toBe(1);
});
