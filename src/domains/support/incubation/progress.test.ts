import { expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aCohort, aMilestone, aStay, theCohort, theStay } from "#test/incubation.ts";
import { openSite } from "#test/site.ts";

const shared = (db: Db) =>
  db.selectFrom("support.shared_incubation").selectAll().orderBy("stay_id").execute();

test("the diagnosis is made at the entry, again a year later, and what changed is seen in figures and in words", async ({
  db,
}) => {
  const id = await aCohort(db);
  const { stay } = await aStay(db, id);
  const site = await openSite(db, "animatrice");
  expect((await site.visit(incubation.stay(stay))).body.textContent).toContain(
    "Faire le diagnostic d’entrée",
  );
  expect((await site.post(incubation.points(stay), { point: "1/1/2031" })).status).toBe(422);
  const first = (await site.post(incubation.points(stay), { point: "5/9/2025" })).to ?? "";
  const sheet = await site.visit(first);
  expect(sheet.querySelector("h1")?.textContent).toBe("Adice : diagnostic d’entrée");
  expect(sheet.querySelector(`a[href="${incubation.stay(stay)}"]`)).not.toBeNull();
  const answered = {
    intitule: "Entrée",
    "gouvernance-1": "0",
    "gouvernance-2": "1",
    "gestion-1": "3",
    "note.gestion": "Une seule personne tient les comptes",
    version: "1",
  };
  expect((await site.post(first, answered)).status).toBe(303);

  // The network changes its words meanwhile: the second point asks what the first asked.
  await db
    .insertInto("support.tool_texts")
    .values({
      tool: "diagnosis",
      number: 1,
      content: JSON.stringify({ title: "Autre", lead: "", closing: "", sections: [] }),
    })
    .execute();
  expect((await site.post(incubation.points(stay), { point: "1/9/2025" })).status).toBe(422);
  const second = (await site.post(incubation.points(stay), { point: "5/9/2026" })).to ?? "";
  const again = {
    ...answered,
    intitule: "Un an",
    "gouvernance-1": "3",
    "gouvernance-2": "2",
    "gestion-1": "2",
  };
  expect((await site.post(second, again)).status).toBe(303);

  const page = await site.visit(incubation.stay(stay));
  expect(page.body.textContent).toContain("Depuis l’entrée, elle progresse sur : gouvernance.");
  expect(page.body.textContent).toContain("Elle recule sur : gestion.");
  const [governance] = [...page.querySelectorAll("#progression tbody tr")];
  expect(governance?.textContent).toMatch(/Gouvernance.*11\s%.*56\s%.*progresse nettement \(\+67\spoints\)/);
  expect(page.querySelector(".cohort-questions")?.textContent).toMatch(
    /Pas encore\s*Pleinement[\s\S]*Notes\s*Une seule personne/,
  );
  expect((await site.visit(incubation.one(id))).querySelector("#organisations")?.textContent).toMatch(
    /année\s1, progresse/,
  );
  // A sheet deleted is a point no more; the next has its number.
  const { points } = await theStay(db, stay);
  await site.post(tools.removal(points[1]?.sheet_id ?? 0));
  expect((await theStay(db, stay)).points.map(({ number }) => number)).toEqual([0]);
  await site.post(incubation.points(stay), { point: "6/9/2026" });
  expect((await theStay(db, stay)).points.map(({ number }) => number)).toEqual([0, 1]);
});

test("the organisation fills its diagnosis by a link", async ({ db }) => {
  const { stay } = await aStay(db, await aCohort(db));
  const site = await openSite(db, "animatrice");
  const path = (await site.post(incubation.points(stay), { point: "5/9/2025" })).to ?? "";
  const sheet = Number(path.split("/").at(-1));
  await site.post(tools.sharing(sheet));
  const link = new URL((await site.visit(path)).querySelector(".callout a")?.getAttribute("href") ?? "")
    .pathname;
  const actor = await openSite(db);
  await actor.visit(link);
  const { version } = await db.selectFrom("support.tool_sheets").select("version").executeTakeFirstOrThrow();
  const sent = { intitule: "Chez nous", "projet-1": "3", version: String(version) };
  expect((await actor.post(link, sent)).status).toBe(303);
  expect((await theStay(db, stay)).points[0]?.answers).toMatchObject({ "projet-1": "3" });
});

test("a milestone is marked by a click, taken back by another, dated and noted on its page", async ({
  db,
}) => {
  const id = await aCohort(db);
  const { stay } = await aStay(db, id);
  const site = await openSite(db, "animatrice");
  for (const [wrong, message] of [
    [{ titre: "" }, "Dites le jalon"],
    [{ titre: "Plan écrit" }, "l’un des deux"],
    [{ titre: "Plan écrit", echeance: "1/6/2026", mois: "6" }, "l’un des deux"],
    [{ titre: "Plan écrit", mois: "bientôt" }, "n’est pas un nombre de mois"],
  ] as const) {
    const answer = await site.post(incubation.milestones(id), wrong);
    expect(answer.status).toBe(422);
    expect((await answer.page()).querySelector("#erreurs")?.textContent).toContain(message);
  }
  await site.post(incubation.milestones(id), { titre: "Statuts à jour", mois: "6" });
  await site.post(incubation.milestones(id), { titre: "Plan écrit", echeance: "1/6/2027" });
  const [milestone] = (await theCohort(db, id)).milestones;
  expect(milestone).toMatchObject({ title: "Statuts à jour", due_months: 6 });
  const of = milestone?.id ?? 0;
  const cells = async () =>
    (await site.visit(incubation.one(id))).querySelector(".cohort-grid tbody")?.textContent;
  expect(await cells()).toMatch(/en retard depuis le 01\/03\/2026/);
  expect(await shared(db)).toMatchObject([{ milestones_reached: 0, milestones_due: 1 }]);

  expect((await site.post(incubation.reached(id, of, stay))).to).toBe(`${incubation.one(id)}#jalons`);
  expect((await site.visit(incubation.one(id))).querySelector(".notice form")?.getAttribute("action")).toBe(
    incubation.unreached(id, of, stay),
  );
  await site.post(incubation.mark(stay, of), {
    atteint: "5/1/2026",
    note: "Votés en assemblée",
    version: "1",
  });
  expect(await cells()).toMatch(/✓ 05\/01\/2026[\s\S]*Votés en assemblée/);
  await site.post(incubation.unreached(id, of, stay));
  const undo =
    (await site.visit(incubation.one(id))).querySelector(".notice form")?.getAttribute("action") ?? "";
  await site.post(undo);
  expect(await cells()).toMatch(/✓ 05\/01\/2026[\s\S]*Votés en assemblée/);
  expect(await shared(db)).toMatchObject([{ milestones_reached: 1, milestones_due: 1 }]);

  const late = await site.post(incubation.mark(stay, of), { note: "Trop tard", version: "1" });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector("[name=note]")?.textContent).toContain("Trop tard");
  expect((await site.post(incubation.mark(stay, of), { atteint: "5/1/2031" })).status).toBe(422);
  await site.visit(incubation.mark(stay, of));

  await site.visit(incubation.milestone(id, of));
  const changed = { titre: "Statuts votés", mois: "9", version: "1" };
  expect((await site.post(incubation.milestone(id, of), changed)).status).toBe(303);
  expect((await site.post(incubation.milestone(id, of), changed)).status).toBe(409);
  expect((await site.post(incubation.milestone(id, of), { ...changed, titre: "" })).status).toBe(422);
  await site.post(incubation.milestoneRemoval(id, of));
  expect((await theCohort(db, id)).milestones).toHaveLength(1);
  await site.post(incubation.milestoneRestoration(id, of));
  expect(await cells()).toMatch(/✓ 05\/01\/2026/);
});

test("a milestone is not marked for an organisation of another cohort", async ({ db }) => {
  const [one, other] = [await aCohort(db), await aCohort(db, { name: "Autre" })];
  const { stay } = await aStay(db, other);
  const milestone = await aMilestone(db, one);
  const site = await openSite(db, "animatrice");
  expect((await site.post(incubation.reached(one, milestone, stay))).status).toBe(404);
  expect((await site.post(incubation.mark(stay, milestone), {})).status).toBe(404);
});

test("what is late stands in the week of who follows the cohort, and in nobody else’s", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const id = await aCohort(db, { referentId: site.userId });
  const { stay } = await aStay(db, id);
  const milestone = await aMilestone(db, id);
  expect((await site.visit(support.week())).body.textContent).toMatch(
    /Jalons des cohortes[\s\S]*Statuts à jour[\s\S]*Adice[\s\S]*en retard/,
  );
  const other = await openSite(db, "administrateur");
  expect((await other.visit(support.week())).body.textContent).not.toContain("Jalons des cohortes");
  await site.post(incubation.reached(id, milestone, stay));
  const [last] = await shared(db);
  expect(last?.milestones_reached).toBe(1);
  expect((await site.visit(support.week())).body.textContent).not.toContain("Jalons des cohortes");
});
