/** What the pictures of support need: slots, an appointment, tools filled, with names that are nobody's. */

/** Presses a button of the page and waits for what it leads to. */
async function press(page, name) {
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("main").getByRole("button", { name, exact: true }).first().click(),
  ]);
  await page.waitForLoadState("networkidle");
  await page.locator("main h1").waitFor();
}

/** Offers the mornings of Tuesday at the office, once. */
export async function offerSlots(page) {
  await page.getByLabel("Jour de la semaine").selectOption({ label: "mardi" });
  await page.getByLabel("De", { exact: true }).fill("9h");
  await page.getByLabel("À", { exact: true }).fill("12h");
  await page.getByLabel("Comment").selectOption({ label: "Au bureau" });
  await page.locator("[name=bureau]").selectOption({ index: 1 });
  await press(page, "Enregistrer");
  await page.getByRole("heading", { name: "Mes créneaux" }).waitFor();
}

/** Takes an appointment for the first course of the list, from its own page. */
export async function addAppointment(page) {
  const course = await page.locator("main .table tbody a").first().getAttribute("href");
  await page.goto(new URL(course, page.url()).href);
  const form = await page.locator("#rendez-vous a.button").getAttribute("href");
  await page.goto(new URL(form, page.url()).href);
  await page.getByLabel("Date").fill("mardi prochain");
  await page.getByLabel("Heure").fill("14h");
  await page.locator("[name=bureau]").selectOption({ index: 1 });
  await page.getByLabel("Qui vient").fill("Awa Koffi");
  await page.getByLabel("Adresse électronique").fill("awa.koffi@exemple.invalid");
  await press(page, "Enregistrer");
  await page.getByRole("link", { name: "Déplacer" }).waitFor();
}

/** The steps of a project that is half way. */
export async function fillSteps(page) {
  await page.getByLabel("Intitulé").fill("Un forage à Kara : où nous en sommes");
  await press(page, "Commencer");
  const questions = page.locator(".tool-choice");
  await questions.first().waitFor();
  for (let rank = 0; rank < 14; rank++)
    await questions
      .nth(rank)
      .locator("input")
      .nth(rank < 8 ? 2 : 1)
      .check();
  await press(page, "Enregistrer");
  await page.getByText("du chemin").waitFor();
  await page.reload({ waitUntil: "networkidle" });
}

/** Who could be a partner in the Nord for a project in Bénin. */
export async function searchPartners(page) {
  await page.getByLabel("Département").selectOption({ label: "Nord" });
  await page.getByLabel("Pays d’action").fill("Bénin");
  await press(page, "Chercher");
  await page.locator(".tool-partners li").first().waitFor();
  await page.setViewportSize({ width: 1280, height: 1300 });
}
