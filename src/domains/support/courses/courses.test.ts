import type { KyselyPlugin } from "kysely";
import { describe, expect } from "vitest";
import { support } from "#paths/support.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";

const said = {
  sujet: "Jumelage avec Kayes",
  organisations: "Adice\nComité de Kayes",
  pays: "Mali",
  etape: "diagnosis",
};

test("an officer opens a course, and its organisations are those of the directory when they surely are", async ({
  db,
}) => {
  const adice = await anOrganisation(db, "Adice");
  const site = await openSite(db, "animatrice");
  const { status, to } = await site.post(support.add(), { ...said, debut: "6/1/2026" });
  expect(status).toBe(303);
  const page = await site.visit(to ?? "");
  expect(page.querySelector("h1")?.textContent).toBe(said.sujet);
  const course = await theCourse(db, Number(to?.split("/").at(-1)));
  expect(course).toMatchObject({ stage: "diagnosis", opened_on: "2026-01-06", country_codes: ["ML"] });
  expect(course.organisations).toEqual([
    { typed: "Adice", organisation_id: adice, name: "Adice" },
    { typed: "Comité de Kayes", organisation_id: null, name: null },
  ]);
  const panel = await site.visit(support.ofOrganisation(adice));
  expect(panel.body.textContent).toContain(said.sujet);
});

describe("climbing the ladder of opening a course", () => {
  test("who is not signed in is asked to", async ({ db }) => {
    expect((await (await openSite(db)).post(support.add(), said)).to).toContain("/connexion");
  });
  for (const persona of ["visiteuse", "membre", "administratrice_ca"] as const)
    test(`${persona} is refused`, async ({ db }) => {
      expect((await (await openSite(db, persona)).post(support.add(), said)).status).toBe(403);
    });
  test.for([
    [{ sujet: "" }, "Donnez le sujet"],
    [{ organisations: "" }, "au moins une organisation"],
    [{ debut: "le trente" }, "n’est pas une date"],
    [{ pays: "Mali, Zubrowka" }, "« Zubrowka » n’est aucun pays"],
    [{ suite_le: "6/1/2026" }, "quelle est la prochaine étape"],
  ] as const)("%j answers 422 with what was typed", async ([wrong, message], { db }) => {
    const site = await openSite(db, "animatrice");
    const answer = await site.post(support.add(), { ...said, description: "À garder", ...wrong });
    expect(answer.status).toBe(422);
    const page = await answer.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    expect(page.querySelector("[name=description]")?.textContent).toContain("À garder");
  });
});

test("of two officers on one course, the second is told and loses nothing", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  const mine = { ...said, version: "1" };
  expect((await site.post(support.edit(id), { ...mine, sujet: "La première" })).status).toBe(303);
  const late = await site.post(support.edit(id), { ...mine, sujet: "La seconde" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.body.textContent).toContain("Un collègue a enregistré");
  expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe("La seconde");
  const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
  expect((await site.post(support.edit(id), { ...mine, sujet: "La seconde", version })).status).toBe(303);
  expect((await theCourse(db, id)).subject).toBe("La seconde");
});

test("a course is moved by a button once, and a colleague who was too late is told", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  const move = { de: "under_way", vers: "waiting", retour: support.board() };
  expect((await site.post(support.stage(id), move)).to).toBe(support.board());
  await site.post(support.stage(id), { de: "under_way", vers: "diagnosis" });
  expect((await site.visit(support.one(id))).body.textContent).toContain("Un collègue l’avait déjà passé");
  const course = await theCourse(db, id);
  expect(course.stage).toBe("waiting");
  expect(course.stages.map(({ stage }) => stage)).toEqual(["under_way", "waiting"]);
  expect((await site.post(support.stage(id), { ...move, retour: "https://ailleurs.fr" })).to).toBe(
    support.one(id),
  );
});

test("a course ends with what it allowed, and can be taken up again", async ({ db }) => {
  const id = await aCourse(db, { nextStep: "Relire le budget" });
  const site = await openSite(db, "animatrice");
  expect((await site.post(support.closing(id), { version: "1" })).status).toBe(422);
  await site.post(support.closing(id), { version: "1", issue: "reached", mots: "Le forage est fait." });
  expect(await theCourse(db, id)).toMatchObject({ stage: "closed", outcome: "reached", next_step: "" });
  await site.post(support.stage(id), { de: "closed", vers: "under_way" });
  expect(await theCourse(db, id)).toMatchObject({ stage: "under_way", closed_on: null, outcome: null });
});

test("what is closed too late by a colleague stays in the form", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.nextStep(id), { version: "1", suite: "Appeler la mairie", suite_le: "12/3/2026" });
  const late = await site.post(support.closing(id), { version: "1", issue: "reached", mots: "Mon bilan" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector("[name=mots]")?.textContent).toContain("Mon bilan");
  const step = await site.post(support.nextStep(id), { version: "1", suite: "Autre chose" });
  expect(step.status).toBe(409);
  expect((await step.page()).querySelector("[name=suite]")?.getAttribute("value")).toBe("Autre chose");
});

test("a course deleted leaves the lists and is put back", async ({ db }) => {
  const id = await aCourse(db);
  const site = await openSite(db, "animatrice");
  await site.post(support.removal(id));
  expect((await site.visit(support.list())).body.textContent).toContain("Aucun accompagnement");
  expect((await site.post(support.edit(id), said)).status).toBe(404);
  await site.visit(support.one(id));
  await site.post(support.restoration(id));
  expect((await site.visit(support.list())).body.textContent).toContain("Forage au Sénégal");
});

test("the board reads the course and neither the notes nor who asked", async ({ db }) => {
  const id = await aCourse(db);
  await db.insertInto("support.notes").values({ course_id: id, body: "Trésorerie fragile" }).execute();
  const board = await openSite(db, "administratrice_ca");
  const page = await board.visit(support.one(id));
  expect(page.body.textContent).not.toContain("Trésorerie fragile");
  expect(page.querySelector("form[action$=etape]")).toBeNull();
  const officer = await openSite(db, "animatrice");
  expect((await officer.visit(support.one(id))).body.textContent).toContain("Trésorerie fragile");
});

test("the courses are found as a board, a list, a week, and taken away", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await aCourse(db, { referentId: site.userId, nextStep: "Appeler", nextStepOn: "2026-01-13" });
  await aCourse(db, {
    subject: "Échange scolaire",
    organisations: [{ typed: "Lycée Baggio", organisationId: null }],
  });
  for (const way of [support.board(), support.week(), `${support.list()}?q=adi+forage&annee=2026`]) {
    const page = await site.visit(way);
    expect(page.body.textContent, way).toContain("Forage au Sénégal");
  }
  const narrowed = await site.visit(`${support.list()}?q=baggio`);
  expect(narrowed.body.textContent).not.toContain("Forage au Sénégal");
  const file = await (await site.request(`${support.list()}.csv?tri=sujet`)).text();
  expect(file).toContain("Échange scolaire");
  expect(file.split("\n").filter(Boolean)).toHaveLength(3);
});

test("a course with all that hangs on it is three statements beside the session and the theme", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const id = await aCourse(db, { referentId: site.userId, staffIds: site.userId ? [site.userId] : [] });
  await site.post(support.notes(id), { note: "Le maire hésite." });
  await site.post(support.time(id), { quoi: "Relecture", temps: "1h", jour: "aujourd’hui" });
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const counting = await openSite(db.withPlugin(counter) as Db, "animatrice");
  await counting.visit(support.board()); // the theme is remembered
  statements = 0;
  const { textContent } = (await counting.visit(support.one(id))).body;
  expect(textContent).toMatch(/Le maire hésite.\s*Aminata Animatrice/);
  expect(textContent?.match(/Aminata Animatrice/g)?.length).toBeGreaterThanOrEqual(4);
  expect(statements).toBeLessThanOrEqual(5);
});
