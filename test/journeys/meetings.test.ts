import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

test("an officer notes a meeting by keyboard alone, in well under thirty seconds", async () => {
  const page = await openPage({ as: "officer" });
  await page.goto("/gestion/activite");
  const started = Date.now();
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/activite/nouvelle");
  await page.keyboard.type("Point sur le voyage au Bénin");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Acc");
  await page.keyboard.press("Tab");
  await page.keyboard.type("6/1/22");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1h30");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4");
  await page.getByLabel("En ligne").uncheck();
  await page.getByLabel("Lieux").fill("Soisson");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Réunion notée.").waitFor();
  expect(Date.now() - started).toBeLessThan(30_000);
  const said = (await page.locator("main").textContent()) ?? "";
  for (const fact of [
    "Point sur le voyage au Bénin",
    "Accompagnement",
    "6 janvier 2022",
    "1 h 30",
    "Soissons",
  ])
    expect(said.replaceAll(/\u00a0|\u202f/g, " ")).toContain(fact);
  await expectAccessible(page);
  await page.close();
});

test("without a script, what is wrong is said field by field, nothing typed is lost, and a deletion is undone", async () => {
  const page = await openPlainPage({ as: "officer", viewport: { width: 360, height: 740 } });
  await page.goto("/gestion/activite/nouvelle");
  await page.getByLabel("Sujet").fill("Comité du 31 février");
  await page.getByLabel("Type").selectOption({ label: "Comité de pilotage" });
  await page.getByLabel("Date").fill("31/02/2022");
  await page.getByLabel("Durée").fill("-2");
  await page.getByLabel("Participants").fill("3");
  await page.getByLabel("Lieux").fill("Amiens");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  expect(await page.getByRole("alert").textContent()).toContain("2 choses sont à corriger");
  expect(await page.getByLabel("Sujet").inputValue()).toBe("Comité du 31 février");
  await page.getByLabel("Date").fill("28/02/2022");
  await page.getByLabel("Durée").fill("2");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByText("Réunion notée.").waitFor();
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("button", { name: "Annuler la suppression" }).click();
  expect(await page.locator("h1").textContent()).toContain("Comité du 31 février");
  await page.close();
});

test("two colleagues change the same meeting: the second is told, and loses nothing", async () => {
  const [first, second] = [await openPage({ as: "officer" }), await openPage({ as: "administrator" })];
  for (const page of [first, second]) {
    await page.goto("/gestion/activite?annee=2021&q=Franco-Malien");
    await page
      .getByRole("link", { name: /Séminaire Franco-Malien/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Modifier" }).click();
    await page.getByLabel("Notes").waitFor();
  }
  await first.getByLabel("Notes").fill("Vu avec la mairie.");
  await first.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await first.getByText("Modifications enregistrées.").waitFor();
  await second.getByLabel("Notes").fill("À revoir en équipe.");
  await second.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await second.getByText("Vu avec la mairie.").first().waitFor();
  expect(await second.getByLabel("Notes").inputValue()).toBe("À revoir en équipe.");
  await Promise.all([first.close(), second.close()]);
});
