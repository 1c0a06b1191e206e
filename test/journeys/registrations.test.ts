import { expect, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

type Page = Awaited<ReturnType<typeof openPage>>;

const today = () => new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" });
const said = async (page: Page) =>
  ((await page.locator("main").textContent()) ?? "").replaceAll(/\u00a0|\u202f/g, " ");

/** A training held today with two places; its number. */
async function announce(officer: Page): Promise<number> {
  await officer.goto("/gestion/agenda/nouvel");
  await officer.locator("[name=titre]").fill("Bâtir le budget d’un projet");
  await officer.locator("[name=genre]").selectOption({ label: "Formation" });
  await officer.locator("[name=debut]").fill(today());
  await officer.locator("[name=duree]").fill("3h");
  await officer.locator("[name=lieu]").fill("Lille");
  await officer.getByText("Inscription et prix").click();
  await officer.locator("[name=inscription][value=here]").check();
  await officer.locator("[name=places]").fill("2");
  await officer.getByRole("button", { name: "Annoncer" }).click();
  await officer.waitForURL(/agenda\/\d+$/);
  return Number(officer.url().split("/").at(-1));
}

/** What is asked before, and after: the first draft of each, published as it is. */
async function ask(officer: Page, office: string) {
  for (const button of ["Poser des questions", "Demander leur avis"]) {
    await officer.goto(`${office}/questions/ajout`);
    await officer.getByRole("button", { name: button }).click();
    await officer.locator(".asking").waitFor();
    await officer.getByRole("button", { name: "Publier le questionnaire" }).click();
    await officer
      .getByText(/publié/)
      .first()
      .waitFor();
  }
}

/** People register together, without a script, on a phone; the address of the page of the first. */
async function register(event: string, people: readonly string[], organisation = ""): Promise<string> {
  const page = await openPlainPage({ viewport: { width: 360, height: 740 } });
  await page.goto(event);
  await page.getByRole("link", { name: /S’inscrire|Rejoindre la liste/ }).click();
  for (const _ of people.slice(1)) await page.getByRole("button", { name: "Ajouter une personne" }).click();
  for (const [place, name] of people.entries()) {
    const mark = place === 0 ? "" : `-${place + 1}`;
    await page.locator(`[name=prenom${mark}]`).fill(name);
    await page.locator(`[name=nom${mark}]`).fill("Essai");
    await page.locator(`[name=courriel${mark}]`).fill(`${name.toLowerCase()}@exemple.invalid`);
  }
  await page.getByLabel("Organisation").fill(organisation);
  await page.getByRole("button", { name: /^(S’inscrire|Inscrire)/ }).click();
  await page.getByRole("heading", { name: "Vos données" }).waitFor();
  const { pathname } = new URL(page.url());
  await page.close();
  return pathname;
}

/** By the link of a letter, the questions asked: filled as `fill` says, read again, sent. */
async function answer(mine: string, link: string, fill: (page: Page) => Promise<void>) {
  const page = await openPlainPage();
  await page.goto(mine);
  await page.getByRole("link", { name: link }).click();
  await page.getByRole("link", { name: "Commencer" }).click();
  await fill(page);
  await page.locator("button", { hasText: "Enregistrer et continuer" }).last().click();
  await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await page
    .getByText(/bien reçue|Merci/)
    .first()
    .waitFor();
  await page.close();
}

test("two places, three people: who waits is called, who came has a certificate that anyone verifies, and the log has its hours", async () => {
  const officer = await openPage({ as: "officer" });
  officer.setDefaultTimeout(20_000);
  officer.on("dialog", (dialog) => dialog.accept());
  const id = await announce(officer);
  const office = `/gestion/agenda/${id}`;
  await ask(officer, office);

  const awa = await register(`/agenda/${id}`, ["Awa"]);
  const yann = await register(`/agenda/${id}`, ["Yann", "Inès"], "Lycée d’essai");
  await answer(awa, "Répondre aux questions", (page) =>
    page.locator("main textarea").first().fill("Apprendre."),
  );
  const leaving = await openPlainPage();
  await leaving.goto(awa);
  await leaving.getByRole("button", { name: "Annuler mon inscription" }).click();
  expect(await said(leaving)).toContain("Cette inscription est annulée");
  await leaving.close();

  await officer.goto(`${office}/inscriptions`);
  await expectAccessible(officer);
  await officer.getByRole("link", { name: "Inès Essai" }).click();
  await officer
    .getByText(/Une place pour vous/)
    .first()
    .waitFor();
  await expectAccessible(officer);
  await officer.goto(`${office}/questions/ajout`);
  await officer.getByRole("link", { name: "Lire les réponses" }).click();
  await officer
    .getByText(/^1.réponse envoyée/)
    .first()
    .waitFor();
  await expectAccessible(officer);

  // Attendance by the keyboard alone.
  await officer.goto(`${office}/presences`);
  await expectAccessible(officer);
  await officer.getByRole("checkbox", { name: /^Yann/ }).focus();
  await officer.keyboard.press("Space");
  await officer.keyboard.press("Enter");
  await officer.getByText("Présences enregistrées.").waitFor();
  expect(await officer.getByRole("checkbox", { name: /^Yann/ }).isChecked()).toBe(true);
  await officer.setViewportSize({ width: 320, height: 640 });
  expect(await officer.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  await officer.setViewportSize({ width: 1280, height: 900 });
  const sheet = await officer.request.get(`${office}/presences/emargement.pdf`);
  expect(sheet.headers()["content-type"]).toBe("application/pdf");

  await officer.goto(`${office}/lettres?a=present`);
  await officer.getByLabel("L’attestation de chacun").check();
  await officer.getByLabel("Le questionnaire de satisfaction").check();
  await officer.getByRole("button", { name: "Voir la lettre" }).click();
  await expectAccessible(officer);
  await officer.getByRole("button", { name: "Envoyer à 1 personne" }).click();
  await officer.getByText("La lettre part dans deux minutes").waitFor();
  await officer.getByRole("button", { name: "L’envoyer sans attendre" }).click();
  await officer.getByText("La lettre part.").waitFor();

  // Meanwhile, the session enters the log: nothing is typed again.
  await officer.goto(office);
  await officer.getByRole("link", { name: /^Noter la séance/ }).click();
  await officer.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await officer.getByText("Réunion notée.").waitFor();
  const meeting = await said(officer);
  for (const fact of ["Bâtir le budget d’un projet", "Formation", "3 h", "Lille"])
    expect(meeting).toContain(fact);
  await expectAccessible(officer);

  const person = await openPlainPage();
  await expect
    .poll(
      async () => {
        await person.goto(yann);
        return said(person);
      },
      { timeout: 60_000, interval: 500 },
    )
    .toContain("Votre avis nous aide");
  const certificate = await person.getByRole("link", { name: "la télécharger (PDF)" }).getAttribute("href");
  expect((await person.request.get(certificate ?? "")).headers()["content-type"]).toBe("application/pdf");
  await answer(yann, "Donner mon avis", (page) => page.locator("main input[type=radio]").first().check());

  await officer.goto(`${office}/attestations`);
  await expectAccessible(officer);
  const code = (await officer.locator("main .table a[href^='/attestations/']").textContent()) ?? "";
  await person.goto("/attestations");
  await person.getByLabel("Code de vérification").fill(code.toLowerCase());
  await person.getByRole("button", { name: "Vérifier" }).click();
  expect(await said(person)).toMatch(/Authentique[\s\S]*Yann Essai[\s\S]*3 h/);
  await person.close();
  await officer.goto(`${office}/questions/ajout`);
  await officer.getByRole("link", { name: "Lire les avis" }).click();
  await officer
    .getByText(/^1.réponse envoyée/)
    .first()
    .waitFor();
  await expectAccessible(officer);
  await officer.close();
}, 240_000);
