import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

const sheet = (lines: readonly string[]) => ({
  name: "reunions-2023.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    ["Date;Sujet;Durée;Type de réunion;Localisation;Nombre de participants", ...lines].join("\r\n"),
    "latin1", // as Excel in French writes it
  ),
});

test("a spreadsheet comes in, what is wrong is told by row, column and reason, and the whole can be undone", async () => {
  const page = await openPage({ as: "officer" });
  await page.goto("/gestion/imports");
  await expectAccessible(page);
  await page
    .getByLabel("Fichiers à importer")
    .setInputFiles(
      sheet(
        [
          "6/1/2023;Préparation de l’année;1,5;Réunion de réseau;Lille;5",
          "31/02/2023;Journée impossible;2;Réunion de réseau;Amiens;3",
          "7/1/2023;Rencontre à la mairie;2;Rendez-vous partenaire;Grande Synthe;2",
          "7/1/2023;Rencontre à la mairie;2;Rendez-vous partenaire;Grande Synthe;2",
        ].map((line) => line.replaceAll("’", "'")),
      ),
    );
  await page.getByRole("button", { name: "Lire les fichiers" }).click();
  const launch = page.getByRole("button", { name: /^Enregistrer \d/ });
  await launch.waitFor({ timeout: 30_000 });
  const preview = await page.locator("main").textContent();
  expect(preview).toContain("31/02/2023");
  expect(preview).toMatch(/double/);
  await expectAccessible(page);
  await launch.click();
  const undo = page.getByRole("button", { name: "Annuler cet import" });
  await undo.waitFor({ timeout: 30_000 });
  await page.goto("/gestion/activite?annee=2023");
  expect(await page.locator("main").textContent()).toContain("Rencontre à la mairie");
  await page.goBack();
  page.on("dialog", (dialog) => dialog.accept());
  await undo.click();
  await page
    .getByText(/^Cet import est annulé/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.goto("/gestion/activite?annee=2023");
  expect(await page.locator("main").textContent()).not.toContain("Rencontre à la mairie");
  await page.close();
});

test("without a script, a file that is no spreadsheet and an empty one are refused in a sentence", async () => {
  const page = await openPlainPage({ as: "officer" });
  for (const [name, bytes] of [
    ["photo.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ["vide.csv", Buffer.alloc(0)],
  ] as const) {
    await page.goto("/gestion/imports");
    await page.getByLabel("Fichiers à importer").setInputFiles({ name, mimeType: "text/csv", buffer: bytes });
    await page.getByRole("button", { name: "Lire les fichiers" }).click();
    const refusal = page.locator("main", { hasText: /est vide|est une image/ });
    for (const until = Date.now() + 20_000; Date.now() < until && !(await refusal.count()); ) {
      await page.waitForTimeout(300);
      await page
        .getByRole("link", { name: "Actualiser" })
        .click({ timeout: 1000 })
        .catch(() => {});
    }
    expect(await refusal.count(), name).toBe(1);
  }
  await page.close();
});
