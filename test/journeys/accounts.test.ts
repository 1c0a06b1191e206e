import { expect, test } from "vitest";
import { expectAccessible, openPage } from "../browser.ts";

test("an administrator invites a colleague, who opens an account, adds a key, and comes back with it", async () => {
  const administrator = await openPage({ as: "administrator" });
  await administrator.goto("/gestion/comptes/invitations");
  await administrator.getByLabel("Nom", { exact: true }).fill("Nora Nouvelle");
  await administrator.getByLabel("Adresse électronique").fill("nora@exemple.fr");
  await administrator
    .getByLabel(/Animatrice|Animateur|Équipe/i)
    .first()
    .check();
  await expectAccessible(administrator);
  await administrator.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await administrator.getByRole("status").first().waitFor();
  await administrator.goto("/gestion/courrier");
  await administrator
    .locator("main table a", { hasText: /Votre accès/ })
    .first()
    .click();
  const letter = (await administrator.locator("pre").textContent()) ?? "";
  const [link = ""] = /\/invitation\/[\w-]+/.exec(letter) ?? [];
  expect(link).not.toBe("");
  await administrator.close();

  const page = await openPage();
  await page.goto(link);
  await page.getByLabel(/^Mot de passe/).fill("une phrase assez longue");
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invitation"));

  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto("/espace/compte");
  await expectAccessible(page);
  await page.getByLabel("Nom de la clé").fill("Ordinateur du bureau");
  await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
  await page.locator("main", { hasText: "Ordinateur du bureau" }).waitFor();
  await page.getByRole("button", { name: "Se déconnecter" }).first().click();
  await page.goto("/connexion?suite=%2Fgestion%2Factivite");
  await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
  await page.waitForURL("**/gestion/activite");
  await page.close();
});

test("a letter's link opens the page asked for before signing in", async () => {
  const page = await openPage();
  await page.goto("/gestion/bilan/2021");
  expect(new URL(page.url()).pathname).toBe("/connexion");
  await page.locator("input[type=email]").first().fill("animatrice@demo.invalid");
  await page.locator("input[type=password]").fill("lianes-demonstration-2021");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL("**/gestion/bilan/2021");
  await page.close();
});
