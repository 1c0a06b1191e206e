import { describe, expect } from "vitest";
import { office } from "#paths/office.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";

describe("who sits at the desk", () => {
  for (const path of [office.home(), `${office.search()}?q=lille`]) {
    test(`a stranger is sent to sign in: ${path}`, async ({ db }) => {
      const answer = await (await openSite(db)).request(path);
      expect([answer.status, answer.headers.get("location")?.startsWith("/connexion")]).toEqual([303, true]);
    });
    test(`a member of the network is refused: ${path}`, async ({ db }) => {
      expect((await (await openSite(db, "membre")).request(path)).status).toBe(403);
    });
  }
});

test("the officer opens on the last meetings, to be noted again in one click", async ({ db }) => {
  await loadLianes2021(db);
  const page = await (await openSite(db, "animatrice")).visit(office.home());
  expect(page.querySelector(".lead")?.textContent).toContain("Bonjour Aminata");
  expect(page.querySelectorAll(".line-with-tool a[href*='modele=']").length).toBe(6);
  expect(page.querySelector(".create a")?.getAttribute("href")).toBe("/gestion/activite/nouvelle");
});

test("the board reads the desk without what only staff can do", async ({ db }) => {
  await loadLianes2021(db);
  const page = await (await openSite(db, "administratrice_ca")).visit(office.home());
  expect(page.querySelector(".create")).toBeNull();
  expect(page.querySelector("a[href*='modele=']")).toBeNull();
  expect(page.querySelector(".office-rooms")?.textContent).not.toContain("Comptes");
});

test("an empty network tells the officer where to begin", async ({ db }) => {
  const page = await (await openSite(db, "animatrice")).visit(office.home());
  expect(page.querySelector(".empty a")?.getAttribute("href")).toBe("/gestion/imports");
});

describe("the search of the whole back office", () => {
  test("one word finds organisations, meetings and trainings, without accents or capitals", async ({
    db,
  }) => {
    await loadLianes2021(db);
    const page = await (await openSite(db, "animatrice")).visit(`${office.search()}?q=MONTER`);
    const headings = [...page.querySelectorAll("main h2")].map((heading) => heading.textContent);
    expect(headings).toContain("Agenda");
    const everywhere = await (await openSite(db, "animatrice")).visit(`${office.search()}?q=lille`);
    expect(everywhere.querySelector("a[href='/gestion/activite?q=lille&annee=toutes']")).not.toBeNull();
  });

  test("words that nothing answers get advice, not an empty page", async ({ db }) => {
    const page = await (await openSite(db, "animatrice")).visit(`${office.search()}?q=zzzz`);
    expect(page.querySelector(".empty-title")?.textContent).toBe("Rien ne répond à ces mots");
  });
});
