import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

/** The questionnaire of a campaign, its draft opened. */
async function openEditor(page: Awaited<ReturnType<typeof openPage>>, campaign: string) {
  await page.goto("/gestion/recensement");
  await page.getByRole("link", { name: campaign }).first().click();
  await page.waitForURL(/recensement\/\d+$/);
  await page.goto(`${page.url()}/questionnaire`);
  const revise = page.getByRole("button", { name: "Modifier dans une nouvelle révision" });
  if (await revise.isVisible()) await revise.click();
  await page.locator(".asking").waitFor();
}

test("an officer adds a question without a script, and takes its removal back", async () => {
  const page = await openPlainPage({ as: "officer" });
  await openEditor(page, "Recensement des jumelages 2021");
  await page.getByRole("button", { name: "Ajouter une question" }).first().click();
  await page.getByLabel("Intitulé", { exact: true }).fill("Votre jumelage a-t-il un comité ?");
  await page.getByLabel("Type de réponse").selectOption({ label: "Oui ou non" });
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("button", { name: "Retirer « Votre jumelage a-t-il un comité ? »" }).click();
  expect(await page.getByRole("link", { name: "Votre jumelage a-t-il un comité ?" }).count()).toBe(0);
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("link", { name: "Votre jumelage a-t-il un comité ?" }).waitFor();
  await page.close();
});

test("sees at once what is being written, on a phone too", async () => {
  const page = await openPage({ as: "officer" });
  await openEditor(page, "Recensement des collectivités 2021");
  await expectAccessible(page);
  await page.locator(".asking-questions a").first().click();
  await page.getByLabel("Intitulé", { exact: true }).fill("Le nom de la collectivité");
  await page.locator("#apercu-du-questionnaire").getByText("Le nom de la collectivité").waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  await page.close();
});
