/** A cohort of organisations that do not exist, such as a network follows one: two diagnoses, milestones, a budget. */
const names = [
  "Le Puits partagé (exemple)",
  "Échanges du Haut-Fleuve (exemple)",
  "Cantines sans frontière (exemple)",
];

const thisYear = new Date().getFullYear();
/** A day typed as people do, so many months ago. */
const monthsAgo = (count) => {
  const day = new Date();
  day.setDate(1);
  day.setMonth(day.getMonth() - count);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
};

/** Opens what is folded, so that its fields can be filled, and has forms sent as without script: a whole page answers. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    for (const form of document.querySelectorAll("main form")) form.dataset.turbo = "false";
  });

/** Fills the fields of the form of this name and sends it. */
async function send(page, form, fields, button) {
  await unfold(page);
  const sent = form ? page.getByRole("form", { name: form }) : page.locator("main");
  for (const [name, value] of Object.entries(fields)) {
    const field = sent.locator(`[name="${name}"]`);
    if ((await field.first().evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.first().fill(value);
  }
  await Promise.all([page.waitForEvent("load"), sent.getByRole("button", { name: button }).click()]);
}

async function answer(page, place, day, lean) {
  await page.goto(place);
  await send(page, "Faire le point", { point: day }, "Ouvrir les questions");
  await page.evaluate((level) => {
    const questions = [
      ...new Set([...document.querySelectorAll("main input[type=radio]")].map(({ name }) => name)),
    ];
    questions.forEach((name, index) => {
      const axis = Math.floor(index / 3);
      const grade =
        [1, 2, 0, 1, 1, 2, 0, 1][axis] + (index % 3 === 1 ? 1 : 0) + level * [1, 0, 2, 1, -1, 1, 1, 0][axis];
      const shown = Math.max(0, Math.min(3, grade));
      document.querySelector(`main input[name="${name}"][value="${shown}"]`).checked = true;
    });
  }, lean);
  await unfold(page);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Enregistrer" }).click()]);
}

/** Makes the cohort from the page of cohorts, and ends on its page; `place`: on that of its first organisation. */
export async function makeCohort(page, { place = false } = {}) {
  const origin = new URL(page.url()).origin;
  const list = `${origin}/gestion/accompagnements/cohortes`;
  await page.goto(list);
  const made = page.getByRole("link", { name: `Élan ${thisYear - 1}` });
  if ((await made.count()) === 0) await fillCohort(page, origin, list);
  else await follow(page, made);
  if (place) await follow(page, page.getByRole("link", { name: names[0] }));
}

const follow = async (page, links) =>
  page.goto(new URL(await links.first().getAttribute("href"), page.url()).href, { waitUntil: "networkidle" });

async function fillCohort(page, origin, list) {
  for (const name of names) {
    await page.goto(`${origin}/gestion/annuaire?q=${encodeURIComponent(name)}`);
    if (await page.locator("main .table tbody a", { hasText: name }).count()) continue;
    await page.goto(`${origin}/gestion/annuaire/nouveau`);
    await send(page, "", { nom: name }, "Enregistrer");
  }
  await page.goto(`${list}/nouvelle`);
  const cohort = {
    nom: `Élan ${thisYear - 1}`,
    de: String(thisYear - 1),
    a: String(thisYear + 2),
    objet:
      "Accompagnement renforcé d’un groupe d’acteurs : trois ans pour consolider leur projet et leur équipe.",
  };
  await send(page, "", cohort, "Enregistrer");
  const here = page.url();
  const entering = { organisations: names.join("\n"), entree: monthsAgo(14) };
  await send(page, "Faire entrer des organisations", entering, "Les faire entrer");
  for (const [titre, mois] of [
    ["Diagnostic partagé en conseil d’administration", "3"],
    ["Plan d’action sur trois ans", "9"],
    ["Premier bilan public", "18"],
  ])
    await send(page, "Ajouter un jalon", { titre, mois }, "Ajouter ce jalon");
  for (const line of [
    { genre: "expense", intitule: "Formations et intervenants", prevu: "6 000", realise: "2 450,50" },
    { genre: "expense", intitule: "Déplacements", prevu: "1 200", realise: "380" },
    {
      genre: "income",
      intitule: "Subvention",
      prevu: "5 000",
      realise: "5 000",
      financeur: "Fondation d’exemple",
    },
  ])
    await send(page, "Ajouter une ligne de budget", line, "Ajouter cette ligne");
  for (const [line, column] of [
    [0, 0],
    [1, 0],
    [0, 1],
  ]) {
    const cell = page.locator(".cohort-grid tbody tr").nth(line).locator("td").nth(column);
    await unfold(page);
    await Promise.all([page.waitForEvent("load"), cell.getByRole("button").click()]);
  }
  const places = await page
    .locator("#organisations tbody a[href*='/suivis/']")
    .evaluateAll((links) => links.map(({ href }) => href));
  await answer(page, places[places.length - 1], monthsAgo(14), 0);
  await answer(page, places[places.length - 1], monthsAgo(2), 1);
  await answer(page, places[0], monthsAgo(13), 0);
  await page.goto(here);
}
