/** A training of today with people who exist nowhere: the demonstration has no registrations, as nobody may be shown in one. */
const title = "Monter un projet de solidarité";
const people = [
  ["Awa", "Diop", "Adice"],
  ["Yann", "Le Goff", "Lycée Gaston Berger"],
  ["Inès", "Martin", "Ville de Soissons"],
  ["Codjo", "Agbo", "Comité de jumelage de Wingles"],
  ["Nadia", "Leroy", ""],
  ["Paul", "Durand", "France volontaires"],
  ["Jeanne", "Petit", ""],
  ["Karim", "Benali", "Adice"],
];

const boxOf = ([given, family]) =>
  `${given}.${family}`
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z.]/g, "")
    .toLowerCase();

const today = () => new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" });

/** Announces it, from the back office; its number. */
async function announce(page) {
  await page.goto(`${new URL(page.url()).origin}/gestion/agenda/nouvel`);
  await page.locator("[name=titre]").fill(title);
  await page.locator("[name=genre]").selectOption({ label: "Formation" });
  await page.locator("[name=debut]").fill(today());
  await page.locator("[name=duree]").fill("3h");
  await page.locator("[name=lieu]").fill("Lille");
  await page.getByText("Inscription et prix").click();
  await page.locator("[name=inscription][value=here]").check();
  await page.locator("[name=places]").fill("6");
  await page.getByText("Si c’est une formation").click();
  await page
    .locator("[name=objectifs]")
    .fill("Décrire un besoin avec ceux qui le vivent, bâtir un budget, trouver ses partenaires.");
  await page.getByRole("button", { name: "Annoncer" }).click();
  await page.waitForURL(/agenda\/\d+$/);
  return Number(page.url().split("/").at(-1));
}

/** Registers one of them, as anyone does. */
async function register(page, origin, id, person) {
  const [given, family, organisation] = person;
  await page.goto(`${origin}/agenda/${id}/inscription`);
  await page.getByLabel("Prénom").fill(given);
  await page.getByLabel("Nom", { exact: true }).fill(family);
  await page.getByLabel("Adresse électronique").fill(`${boxOf(person)}@exemple.invalid`);
  await page.getByLabel("Organisation").fill(organisation);
  await page.getByRole("button", { name: "S’inscrire" }).click();
  await page.getByRole("heading", { name: "Vos données" }).waitFor();
}

/** Who was there, and their certificates. */
async function attend(page, origin, id) {
  await page.goto(`${origin}/gestion/agenda/${id}/presences`);
  const boxes = page.locator("input[name='present[]']");
  for (const place of [0, 1, 2, 4]) await boxes.nth(place).check();
  await page.getByRole("button", { name: "Enregistrer les présences" }).click();
  await page.getByText("Présences enregistrées.").waitFor();
  await page.goto(`${origin}/gestion/agenda/${id}/attestations`);
  await page.getByLabel("Qui signe").fill("La présidente du réseau");
  await page.getByRole("button", { name: /^Faire/ }).click();
  await page.getByText("Les attestations sont faites.").waitFor();
}

/**
 * The addresses that show registrations, once there are some: the page of the event, the form, the list, the screen of
 * attendance, the certificates, and one as anyone verifies it.
 */
export async function giveRegistrations(context, origin) {
  const page = await context.newPage();
  await page.goto(`${origin}/gestion`);
  const id = await announce(page);
  const visitor = await context.browser().newContext({ locale: "fr-FR", reducedMotion: "reduce" });
  const form = await visitor.newPage();
  for (const person of people) await register(form, origin, id, person);
  const mine = new URL(form.url()).pathname;
  await visitor.close();
  await attend(page, origin, id);
  const certificate = await page
    .locator("main .table a[href^='/attestations/']")
    .first()
    .getAttribute("href");
  await page.close();
  const office = `/gestion/agenda/${id}`;
  return {
    event: `/agenda/${id}`,
    form: `/agenda/${id}/inscription`,
    mine,
    list: `${office}/inscriptions`,
    attendance: `${office}/presences`,
    certificates: `${office}/attestations`,
    letters: `${office}/lettres?a=present`,
    questions: `${office}/questions/ajout`,
    certificate,
  };
}
