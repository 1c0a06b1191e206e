import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

const phone = { width: 360, height: 740 };
const said = async (page: Page) =>
  ((await page.locator("main").textContent()) ?? "").replaceAll(/\u00a0|\u202f/g, " ");
const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;

/** Who asks, on a telephone and without a script: their personal link. */
async function asks(requester: Page): Promise<string> {
  await requester.goto("/");
  await requester.getByRole("link", { name: "Demander un accompagnement" }).click();
  await requester.getByRole("link", { name: "Demander un accompagnement" }).click();
  await requester.getByRole("button", { name: "Envoyer ma demande" }).click();
  expect(await requester.getByRole("alert").textContent()).toContain("à corriger");
  await requester.getByLabel("Sujet, en quelques mots").fill("Un puits à Kara");
  await requester.getByLabel("Ce qui vous amène").fill("Nous cherchons des fonds et un partenaire.");
  await requester.getByLabel("Son nom").fill("Les Puits de Kara");
  await requester.getByLabel("Votre nom").fill("Awa Koffi");
  await requester.getByLabel("Votre adresse électronique").fill("awa@exemple.invalid");
  await requester.getByRole("button", { name: "Envoyer ma demande" }).click();
  await requester.waitForURL("**/accompagnement/suivi/**");
  expect(await said(requester)).toContain("Au plus tard le");
  return pathOf(requester.url());
}

/** Takes the request as a referent, with a goal and what comes next. */
async function takes(officer: Page): Promise<string> {
  await officer.goto("/gestion/accompagnements");
  await expectAccessible(officer);
  const course =
    (await officer.getByRole("link", { name: "Un puits à Kara" }).first().getAttribute("href")) ?? "";
  await officer.goto(`${course}/modifier`);
  await officer.locator("[name=referent]").selectOption({ label: "Aminata Animatrice" });
  await officer.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await officer.getByText("Les modifications sont enregistrées.").waitFor();
  await officer.getByText("Fixer un objectif").click();
  await officer.getByRole("textbox", { name: "Objectif" }).fill("Trouver 10 000 €");
  await officer.getByRole("button", { name: "Fixer l’objectif" }).click();
  await officer.locator("strong", { hasText: "Trouver 10 000 €" }).waitFor();
  await officer.getByText("Dire ce qui vient ensuite").click();
  await officer.getByRole("textbox", { name: "Prochaine étape" }).fill("Relire le budget");
  await officer.getByLabel("Pour le").fill("lundi prochain");
  await officer.getByRole("button", { name: "Enregistrer l’étape" }).click();
  await officer.getByText("La prochaine étape est notée.").waitFor();
  return course;
}

async function meets(officer: Page, course: string) {
  await officer.goto(`${course}/reunion`);
  await expectAccessible(officer);
  await officer.getByLabel("Sujet").fill("Premier échange");
  await officer.getByLabel("Durée").fill("45 min");
  await officer.getByLabel("Trouver 10 000 €").first().check();
  await officer.getByRole("button", { name: "Noter la réunion" }).click();
  await officer.getByText("La réunion est notée").waitFor();
  expect(await said(officer)).toContain("Premier échange");
}

async function fillsTool(officer: Page, course: string) {
  await officer.locator("#outils a.button").click();
  await officer.waitForURL("**/outils/fiches/nouvelle**");
  await officer.locator("[name=outil]").selectOption({ label: "Étapes de projet" });
  await officer.getByLabel("Intitulé").fill("Où en est le puits");
  await officer.getByRole("button", { name: "Commencer" }).click();
  await officer.waitForURL(/outils\/fiches\/\d+$/);
  for (const rank of [0, 1, 2]) await officer.locator(".tool-choice").nth(rank).getByLabel("Fait").check();
  await officer.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await officer.getByText("3 réponses").waitFor();
  await expectAccessible(officer);
  await officer.goto(course);
  expect(await officer.locator("#outils").textContent()).toContain("Où en est le puits");
}

/** Offers slots; the link to give for this course. */
async function offers(officer: Page, course: string): Promise<string> {
  await officer.goto("/gestion/rendez-vous/creneaux/ouvertures");
  await officer.getByLabel("Jour de la semaine").selectOption({ label: "jeudi" });
  await officer.getByLabel("De", { exact: true }).fill("9h");
  await officer.getByLabel("À", { exact: true }).fill("12h");
  await officer.getByLabel("Comment").selectOption({ label: "Par téléphone" });
  await officer.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await officer.getByText("Ces créneaux sont offerts.").waitFor();
  await expectAccessible(officer);
  await officer.goto(course);
  return pathOf((await officer.locator("#rendez-vous a.long").getAttribute("href")) ?? "");
}

async function books(requester: Page, link: string) {
  await requester.goto(link);
  await requester.locator("a.slot").last().click();
  expect(await requester.getByLabel("Sujet").inputValue()).toBe("Un puits à Kara");
  await requester.getByLabel("Votre nom").fill("Awa Koffi");
  await requester.getByLabel("Votre adresse électronique").fill("awa@exemple.invalid");
  await requester.getByLabel("Votre téléphone").fill("06 12 34 56 78");
  await requester.getByRole("button", { name: "Confirmer le rendez-vous" }).click();
  await requester.waitForURL("**/rendez-vous/mien/**");
}

test("someone asks for support without a script; it is taken, met, booked, and passed on; they know who answers", async () => {
  const requester = await openPlainPage({ viewport: phone });
  const officer = await openPage({ as: "officer" });
  for (const page of [requester, officer]) page.setDefaultTimeout(20_000);
  const follow = await asks(requester);
  const course = await takes(officer);
  await meets(officer, course);
  await fillsTool(officer, course);
  const link = await offers(officer, course);
  await books(requester, link);
  await officer.goto(course);
  expect(await officer.locator("#rendez-vous").textContent()).toContain("Awa Koffi");
  await expectAccessible(officer);
  await officer.locator("#rendez-vous a.line-title").click();
  await officer.getByText("Ce rendez-vous sert à").waitFor();
  await expectAccessible(officer);

  await officer.goto(`${course}/relais`);
  await officer.getByLabel("Passer à").selectOption({ label: "Djamel Directeur" });
  await officer.getByLabel("Un mot pour qui reprend").fill("Le chef du village attend un appel.");
  await expectAccessible(officer);
  await officer.getByRole("button", { name: "Passer le relais" }).click();
  await officer.getByText("le relais est passé").waitFor();
  await requester.goto(follow);
  expect(await said(requester)).toContain("Djamel Directeur");

  for (const path of [
    "/accompagnement",
    "/accompagnement/demande",
    follow,
    link,
    "/outils/chessboard",
    "/outils/goals/papier",
  ]) {
    await officer.goto(path);
    await expectAccessible(officer);
  }
  await requester.close();
  await officer.close();
});
