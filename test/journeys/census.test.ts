import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

const dayFrom = (days: number) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
};

test("an officer opens a campaign; an organisation corrects its card by its link, without a script; the team reads it", async () => {
  const officer = await openPage({ as: "officer" });
  officer.setDefaultTimeout(20_000);
  officer.on("dialog", (dialog) => dialog.accept());
  await officer.goto("/gestion/recensement");
  await expectAccessible(officer);
  await officer.getByRole("link", { name: "Recensement des collectivités 2021" }).click();
  await officer.waitForURL(/recensement\/\d+$/);
  const campaign = new URL(officer.url()).pathname;
  await officer.goto(`${campaign}/modifier`);
  await officer.getByLabel("Ouverture").fill(dayFrom(-1));
  await officer.getByLabel("Dernier jour pour répondre").fill(dayFrom(40));
  await officer.getByRole("button", { name: "Enregistrer" }).click();
  await officer.waitForURL(`**${campaign}`);
  await officer.getByRole("button", { name: "Ouvrir la campagne" }).click();
  await officer.getByRole("status").first().waitFor();
  for (const path of ["", "/lettres", "/reponses", "/telephone", "/couverture"]) {
    await officer.goto(campaign + path);
    await expectAccessible(officer);
  }
  await officer.goto(`${campaign}/reponses`);
  await officer.locator("main .table tbody a").first().click();
  const link = (await officer.locator("code.wrap").textContent()) ?? "";

  const answering = await openPlainPage();
  answering.setDefaultTimeout(20_000);
  await answering.goto(new URL(link).pathname);
  await answering.getByRole("button", { name: "Corriger ou compléter" }).click();
  await answering.getByRole("link", { name: "Votre organisation" }).click();
  await answering.getByLabel("Présentation").fill("Quarante ans de coopération.");
  await answering.locator("button", { hasText: "Enregistrer et continuer" }).last().click();
  await answering.goto(`${new URL(link).pathname.replace("/recensement/", "/recensement/fiche/")}/relecture`);
  await answering.getByRole("button", { name: "Envoyer ma réponse" }).click();
  expect(await answering.locator("main").textContent()).toContain("bien reçue");
  await answering.close();

  await officer.goto(new URL(link).pathname);
  await expectAccessible(officer);
  await officer.goBack();
  await officer.reload();
  expect(await officer.locator("main").textContent()).toContain("A corrigé sa fiche");
  await officer.close();
});
