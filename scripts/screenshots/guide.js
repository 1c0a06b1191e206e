import { mkdirSync, statSync } from "node:fs";
import { signIn, visit } from "./browser.js";
import { giveCalendar } from "./calendar.js";
import { makeCohort } from "./cohort.js";
import { giveRegistrations } from "./registrations.js";
import { addAppointment, fillSteps, offerSlots, searchPartners } from "./support.js";

const folder = "docs/images";
const screenful = { width: 1280, height: 800 };
const tall = { width: 1280, height: 1000 };
const heaviest = 150_000;
const year = 2021;

/** A log of meetings such as a spreadsheet holds it: a place and a type that are not sure, and a row to mend. */
const log = `Sujet;Type de réunion;Localisation;Date;Durée;Nombre de participants
Point d’étape du projet Mali;Réunion de réseau;En ligne;11/01/2022;1,5;9
Comité de pilotage ODD;Accompagnement;Lille;13/01/2022;2;14
Visite du lycée agricole;Accompagnement;Boulogne;18/01/2022;1h30;6
Atelier solidarité internationale;Formations;Amiens;20/01/2022;7;12
Journée des acteurs de l’Aisne;Réunion de réseau;Soisson;32/01/2022;6;31
`;

async function writeMeeting(page) {
  await page.getByLabel("Sujet").fill("Préparation du projet Mali avec le lycée");
  await page.getByLabel("Type", { exact: false }).first().selectOption({ label: "Accompagnement" });
  await page.getByLabel("Date").fill("hier");
  await page.getByLabel("Durée").fill("1h30");
  await page.getByLabel("Participants").fill("6");
  await page.setViewportSize(tall);
  await page.getByLabel("Lieux").pressSequentially("Soiss", { delay: 40 });
  await page.locator("[role=listbox] li").first().waitFor();
}

async function giveFile(page) {
  await page.setViewportSize(tall);
  const file = { name: "reunions-2022.csv", mimeType: "text/csv", buffer: Buffer.from(log) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Lire les fichiers" }).click();
  await page.getByRole("heading", { name: "Ce qui n’est pas sûr" }).waitFor({ timeout: 30_000 });
}

async function checkRows(page) {
  const boxes = page.locator("input[name=choix]");
  await boxes.nth(1).check();
  await boxes.nth(3).click({ modifiers: ["Shift"] });
}

const segment =
  "c1=directory.family&c1_famille=associations&c2=directory.department&c2_departement=59&c2_departement=62&c3=membership.member&c3_annee=2021";

/** Two fields of the network's own, such as a network adds them. */
async function addFields(page) {
  const fields = [
    ["Nombre de bénévoles", "number", ""],
    ["Publics", "choices", "Jeunes\nFemmes\nÉcoles"],
  ];
  for (const [name, kind, answers] of fields) {
    await page.getByLabel("Nom du champ").fill(name);
    await page.getByLabel("Ce qu’il contient").selectOption(kind);
    await page.getByLabel("Réponses à ajouter").fill(answers);
    await page.getByRole("button", { name: "Ajouter le champ" }).click();
    await page.getByRole("link", { name }).waitFor();
  }
}

/** The questionnaire of a campaign, as it is being changed, with its preview. */
async function writeQuestionnaire(page) {
  await page
    .getByRole("link", { name: /^Recensement des / })
    .first()
    .click();
  await page.waitForURL(/recensement\/\d+$/);
  await page.goto(`${page.url()}/questionnaire`);
  const revise = page.getByRole("button", { name: "Modifier dans une nouvelle révision" });
  if (await revise.isVisible()) await revise.click();
  await page.locator(".asking").waitFor();
}

/** Name, address, then the link to follow there or what to do there. */
const outside = [
  ["accueil", "/"],
  ["acteurs", "/acteurs"],
  ["carte-acteurs", "/acteurs/carte?departement=59#carte-titre"],
  ["integrer", "/acteurs/integrer?departement=59"],
  ["agenda-liste", `/agenda?annee=${year}`],
  ["agenda-mois", `/agenda/mois/${year}-10`],
  ["projets-carte", "/projets?vue=carte"],
  ["bilan", `/bilan/${year}`],
  ["carte", `/bilan/${year}#deplacements`],
  ["bilan-accompagnement", `/bilan/${year}#accompagnement`],
];
const inside = [
  ["gestion", "/gestion"],
  ["activite", "/gestion/activite"],
  ["reunion", "/gestion/activite/nouvelle", writeMeeting],
  ["reunions-agenda", "/gestion/activite/agendas", giveCalendar],
  ["activite-chiffres", `/gestion/activite/chiffres?annee=${year}`],
  ["agenda", "/gestion/agenda?genre=formation"],
  ["agenda-nouvel", "/gestion/agenda/nouvel"],
  ["programme", "/gestion/agenda/programme"],
  ["organisation", "/gestion/annuaire?q=adice", "main .table tbody a"],
  ["doublons", "/gestion/annuaire/doublons"],
  ["fusion", "/gestion/annuaire/doublons?q=brel", "main .twin a.button"],
  ["champs", "/gestion/reglages/champs", addFields],
  ["questionnaire", "/gestion/recensement", writeQuestionnaire],
  ["adhesions", "/gestion/adhesions"],
  ["annuaire", "/gestion/annuaire", checkRows],
  ["segment", `/gestion/segments/nouveau?${segment}`],
  ["accompagnement-tableau", "/gestion/accompagnements"],
  ["accompagnement-fiche", "/gestion/accompagnements/liste?q=togo", "main .table tbody a"],
  ["panorama", "/gestion/panorama"],
  ["projet-nouveau", "/gestion/panorama/nouveau"],
  ["recensement", "/gestion/recensement"],
  ["import", "/gestion/imports", giveFile],
  ["brouillon", `/gestion/bilan/${year}`],
  ["reconciliation", `/gestion/bilan/${year}/reconciliation`],
  ["indicateur", `/observatoire/indicateurs/meetings.trips?annee=${year}`],
  ["territoire", "/gestion/territoire?q=saint-omer"],
  ["reglages", "/gestion/reglages"],
  ["rendez-vous-creneaux", "/gestion/rendez-vous/creneaux/ouvertures", offerSlots],
  ["rendez-vous-public", "/rendez-vous", "main .lines a"],
  ["rendez-vous", "/gestion/accompagnements/liste?q=togo", addAppointment],
  ["outils", "/gestion/outils"],
  ["outil-etapes", "/gestion/outils/fiches/nouvelle?outil=steps", fillSteps],
  ["outil-echiquier", "/outils/chessboard", searchPartners],
  // Last: it adds organisations that do not exist to the directory.
  ["cohorte", "/gestion/accompagnements/cohortes", makeCohort],
  ["cohorte-progression", "/gestion/accompagnements/cohortes", (page) => makeCohort(page, { place: true })],
];

/** The pictures of the guide and of the README: the first screenful of a dozen pages, light enough for a repository; `wanted` keeps some. */
export async function drawGuide(browser, { baseUrl, ours }, wanted) {
  mkdirSync(folder, { recursive: true });
  const drawAll = async (pages, signed) => {
    const context = await browser.newContext({
      viewport: screenful,
      locale: "fr-FR",
      reducedMotion: "reduce",
    });
    if (signed) await signIn(context, baseUrl);
    for (const shown of pages.filter(wanted)) await drawOne(context, baseUrl, shown);
    await context.close();
  };
  await drawAll(outside, false);
  await drawAll(inside, true);
  // Last: what these add to the demonstration is in no other picture.
  if (!ours || !["inscription", "presence", "attestation"].some((name) => wanted([name]))) return;
  const [publicly, inTheOffice] = await registrationPages(browser, baseUrl);
  await drawAll(publicly, false);
  await drawAll(inTheOffice, true);
}

/** Somebody registered, came, and has a certificate. */
async function registrationPages(browser, baseUrl) {
  const context = await browser.newContext({ viewport: screenful, locale: "fr-FR", reducedMotion: "reduce" });
  await signIn(context, baseUrl);
  const at = await giveRegistrations(context, baseUrl);
  await context.close();
  return [
    [
      ["inscription", at.form],
      ["attestation", at.certificate],
    ],
    [
      ["inscriptions", at.list],
      ["presences", at.attendance],
    ],
  ];
}

async function drawOne(context, baseUrl, shown) {
  const [name, , prepare] = shown;
  const path = `${folder}/${name}.jpg`;
  const page = await context.newPage();
  await visit(page, baseUrl, shown);
  if (typeof prepare === "function") await prepare(page);
  for (const quality of [78, 64, 50, 40]) {
    await page.screenshot({ path, type: "jpeg", quality });
    if (statSync(path).size < heaviest) break;
  }
  console.log(path, `${Math.round(statSync(path).size / 1000)} ko`);
  await page.close();
}
