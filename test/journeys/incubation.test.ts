import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

type Page = Awaited<ReturnType<typeof openPage>>;

const said = async (page: Page, part = "main") =>
  ((await page.locator(part).first().textContent()) ?? "").replaceAll(/\u00a0|\u202f/g, " ");

/** Fills a folded form of the page, found by its name, and sends it. */
async function send(page: Page, name: string, fields: Record<string, string>, button: string) {
  const form = page.getByRole("form", { name });
  if (!(await form.isVisible())) await page.locator("summary", { hasText: name }).click();
  for (const [field, value] of Object.entries(fields)) await form.locator(`[name=${field}]`).fill(value);
  await form.getByRole("button", { name: button }).click();
}

/** Answers the whole diagnosis with one word of the scale, from 0 to 3. */
async function answer(page: Page, grade: number) {
  const questions = page.locator(`main input[type=radio][value="${grade}"]`);
  for (const question of await questions.all()) await question.check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
}

test("without a script, a cohort is opened, an organisation enters it, a year passes, and what changed is read", async () => {
  const page = await openPlainPage({ as: "officer" });
  page.setDefaultTimeout(20_000);
  await page.goto("/gestion/annuaire?q=adice");
  const name = (await page.locator("main .table tbody a").first().textContent()) ?? "";

  await page.goto("/gestion/accompagnements");
  await page.getByRole("link", { name: "Cohortes" }).click();
  await page.getByRole("link", { name: "Ouvrir une cohorte" }).click();
  await page.getByLabel("Nom de la cohorte").fill("Élan");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const cohort = page.url();
  const entering = { organisations: name, entree: "1/9/2024" };
  await send(page, "Faire entrer des organisations", entering, "Les faire entrer");
  await send(page, "Ajouter un jalon", { titre: "Statuts à jour", mois: "6" }, "Ajouter ce jalon");
  expect(await said(page, "#jalons")).toContain("en retard depuis le 01/03/2025");
  await page.getByRole("button", { name: /^Atteint/ }).click();
  expect(await said(page)).toMatch(/Statuts à jour.*atteint le/);
  await page.getByRole("button", { name: "Annuler" }).click();
  expect(await said(page, "#jalons")).toContain("en retard");
  const line = { intitule: "Formations", prevu: "moins que rien" };
  await send(page, "Ajouter une ligne de budget", line, "Ajouter cette ligne");
  expect(await said(page, "#erreurs")).toContain("n’est pas un montant");
  await send(page, "Ajouter une ligne de budget", { prevu: "1 500 €" }, "Ajouter cette ligne");
  expect(await said(page, "#budget")).toContain("il manque 1 500 € de recettes");

  await page.goto(cohort);
  await page.locator("#organisations tbody a").first().click();
  const place = page.url();
  for (const [day, grade] of [
    ["5/9/2024", 1],
    ["5/9/2025", 2],
  ] as const) {
    await page.goto(place);
    const point = page.getByRole("form", { name: "Faire le point" });
    if (!(await point.isVisible())) await page.locator("#progression summary").last().click();
    await point.locator("[name=point]").fill(day);
    await point.getByRole("button", { name: "Ouvrir les questions" }).click();
    await answer(page, grade);
  }
  await page.getByRole("link", { name: "Revenir à son suivi dans la cohorte" }).click();
  expect(await said(page, "#progression")).toMatch(
    /Gouvernance.*33 %.*67 %.*progresse nettement \(\+33 points\)/,
  );
  await page.close();

  const seen = await openPage({ as: "board" });
  for (const address of [cohort, place]) {
    await seen.goto(address);
    await expectAccessible(seen);
    await seen.setViewportSize({ width: 320, height: 640 });
    expect(await seen.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await seen.setViewportSize({ width: 1280, height: 900 });
  }
  await seen.close();
}, 240_000);
