// npm run screenshots: every main page at 1280 and 360 pixels, into screenshots/. On the demonstration, in a temporary folder;
// or on a running site: BASE_URL=… EMAIL=… PASSWORD=… npm run screenshots. Words after the command keep the pages whose name has one.
// `-- --guide` makes the pictures of docs/guide and the README instead, into docs/images/; names after it make those only.
import { mkdirSync } from "node:fs";
import { openBrowser, openSite, signIn, visit } from "./screenshots/browser.js";
import { drawGuide } from "./screenshots/guide.js";
import { giveRegistrations } from "./screenshots/registrations.js";

const sizes = [
  { name: "1280", width: 1280, height: 900 },
  { name: "360", width: 360, height: 740 },
];
const year = 2021;
const segment =
  "c1=directory.family&c1_famille=associations&c2=directory.department&c2_departement=59&c2_departement=62&c3=membership.member&c3_annee=2021";

/** Name, address, and when the address is only known from another page, the first link there to follow. */
const outside = [
  ["accueil", "/"],
  ["acteurs", "/acteurs"],
  ["acteurs-filtres", "/acteurs?departement=59&famille=associations"],
  ["acteurs-carte", "/acteurs/carte"],
  ["acteurs-carte-nord", "/acteurs/carte?departement=59"],
  ["acteurs-integrer", "/acteurs/integrer"],
  ["integration-liste", "/integration/acteurs"],
  ["integration-carte", "/integration/acteurs/carte"],
  ["acteur", "/acteurs", "main .table tbody a"],
  ["projets", "/projets"],
  ["projets-carte", "/projets?vue=carte"],
  ["projets-graphiques", "/projets?vue=graphiques"],
  ["projet", "/projets?q=togo", "main .project-lines a"],
  ["agenda", "/agenda"],
  ["agenda-annee", `/agenda?annee=${year}`],
  ["agenda-mois", `/agenda/mois/${year}-10`],
  ["agenda-integrer", "/agenda/integrer"],
  ["integration-agenda", `/integration/agenda?annee=${year}`],
  ["evenement", `/agenda?annee=${year}`, "main .programme a.line-title"],
  ["formations", "/formations"],
  ["formation", "/formations", "main .programme a.line-title"],
  ["bilans", "/bilan"],
  ["bilan", `/bilan/${year}`],
  ["indicateur", `/observatoire/indicateurs/meetings.trips?annee=${year}`],
  ["indicateur-formes", `/observatoire/indicateurs/trainings.distinct_people?annee=${year}`],
  ["indicateur-reserve", `/observatoire/indicateurs/support.by_department?annee=${year}`],
  ["rendez-vous", "/rendez-vous"],
  ["outils", "/outils"],
  ["outil-etapes", "/outils/steps"],
  ["outil-echiquier", "/outils/chessboard"],
  ["outil-feuille", "/outils/partnership/papier"],
  ["le-reseau", "/le-reseau"],
  ["mentions-legales", "/mentions-legales"],
  ["accessibilite", "/accessibilite"],
  ["confidentialite", "/confidentialite"],
  ["connexion", "/connexion"],
  ["introuvable", "/cette-page-n-existe-pas"],
];
const inside = [
  ["gestion", "/gestion"],
  ["gestion-recherche", "/gestion/recherche?q=lille"],
  ["gestion-activite", "/gestion/activite"],
  ["gestion-reunion", "/gestion/activite", "main .table tbody a[href*='/activite/']"],
  ["gestion-reunion-nouvelle", "/gestion/activite/nouvelle"],
  ["gestion-reunions-agendas", "/gestion/activite/agendas"],
  ["gestion-activite-chiffres", `/gestion/activite/chiffres?annee=${year}`],
  ["gestion-agenda", "/gestion/agenda"],
  ["gestion-agenda-nouvel", "/gestion/agenda/nouvel"],
  ["gestion-agenda-fiche", "/gestion/agenda?genre=formation", "main .table tbody a"],
  ["gestion-programme", "/gestion/agenda/programme"],
  ["gestion-catalogue", "/gestion/agenda/catalogue"],
  ["gestion-propositions-agenda", "/gestion/agenda/propositions"],
  ["agenda-proposer", "/agenda/proposer"],
  ["gestion-annuaire", "/gestion/annuaire"],
  ["gestion-annuaire-actions", "/gestion/annuaire/actions?faire=tag&portee=toutes&departement=59"],
  ["gestion-annuaire-vue", "/gestion/annuaire/vues?departement=59"],
  ["gestion-segments", "/gestion/segments"],
  ["gestion-segment-nouveau", `/gestion/segments/nouveau?${segment}`],
  ["gestion-organisation", "/gestion/annuaire", "main .table tbody a[href*='/annuaire/']"],
  ["gestion-organisation-nouvelle", "/gestion/annuaire/nouveau"],
  ["gestion-doublons", "/gestion/annuaire/doublons"],
  ["gestion-fusion", "/gestion/annuaire/doublons?q=jumelage", "main .twin a.button"],
  ["gestion-registres", "/gestion/annuaire/registres"],
  ["gestion-organisation-modifier", "/gestion/annuaire/6/modifier"],
  ["gestion-a-reconfirmer", "/gestion/annuaire/a-reconfirmer"],
  ["gestion-champs", "/gestion/reglages/champs"],
  ["gestion-champs-reponses", "/gestion/reglages/champs/reponses"],
  ["gestion-personnes", "/gestion/personnes"],
  ["gestion-personne", "/gestion/personnes", "main .table tbody a[href*='/personnes/']"],
  ["gestion-personne-nouvelle", "/gestion/personnes/nouvelle"],
  ["gestion-partenariats", "/gestion/partenariats"],
  ["accompagnement", "/accompagnement"],
  ["accompagnement-demande", "/accompagnement/demande"],
  ["gestion-accompagnements", "/gestion/accompagnements"],
  ["gestion-accompagnements-liste", "/gestion/accompagnements/liste"],
  ["gestion-accompagnements-semaine", "/gestion/accompagnements/semaine"],
  ["gestion-cohortes", "/gestion/accompagnements/cohortes"],
  ["gestion-cohorte-nouvelle", "/gestion/accompagnements/cohortes/nouvelle"],
  ["gestion-accompagnement", "/gestion/accompagnements/liste?q=togo", "main .table tbody a"],
  ["gestion-rendez-vous", "/gestion/rendez-vous"],
  ["gestion-rendez-vous-nouveau", "/gestion/rendez-vous/nouveau"],
  ["gestion-rendez-vous-creneaux", "/gestion/rendez-vous/creneaux"],
  ["gestion-rendez-vous-offrir", "/gestion/rendez-vous/creneaux/ouvertures"],
  ["gestion-rendez-vous-reglages", "/gestion/rendez-vous/creneaux/reglages"],
  ["gestion-outils", "/gestion/outils"],
  ["gestion-outils-remplis", "/gestion/outils/fiches"],
  ["gestion-outil-nouveau", "/gestion/outils/fiches/nouvelle"],
  ["gestion-outil-texte", "/gestion/outils/chessboard/texte"],
  ["gestion-panorama", "/gestion/panorama"],
  ["gestion-projet", "/gestion/panorama?q=togo", "main .table tbody a[href*='/panorama/']"],
  ["gestion-projet-nouveau", "/gestion/panorama/nouveau"],
  ["gestion-adhesions", "/gestion/adhesions"],
  ["gestion-recensement", "/gestion/recensement"],
  ["gestion-recensement-campagne", "/gestion/recensement", "main .table tbody a"],
  ["gestion-recensement-lettres", "/gestion/recensement/1/lettres"],
  ["gestion-recensement-couverture", "/gestion/recensement/1/couverture"],
  ["gestion-bilan", `/gestion/bilan/${year}`],
  ["gestion-reconciliation", `/gestion/bilan/${year}/reconciliation`],
  ["gestion-indicateurs", "/gestion/indicateurs"],
  ["gestion-imports", "/gestion/imports"],
  ["gestion-import", "/gestion/imports", "main .table tbody a[href*='/imports/']"],
  ["gestion-territoire", "/gestion/territoire"],
  ["gestion-bureaux", "/gestion/territoire/bureaux"],
  ["gestion-vocabulaires", "/gestion/vocabulaires"],
  ["gestion-vocabulaire", "/gestion/vocabulaires", "main .table tbody a"],
  ["gestion-comptes", "/gestion/comptes"],
  ["gestion-journal", "/gestion/journal"],
  ["gestion-courrier", "/gestion/courrier"],
  ["gestion-taches", "/gestion/taches"],
  ["gestion-reglages", "/gestion/reglages"],
  ["espace-compte", "/espace/compte"],
  ["espace-donnees", "/espace/mes-donnees"],
];

const guide = process.argv.includes("--guide");
const kept = process.argv.slice(2).filter((word) => word !== "--guide");
const wanted = ([name]) => kept.length === 0 || kept.some((word) => name.includes(word));
/** Draws one page, at one size, by day or by night; says when it scrolls sideways or answers badly. */
async function draw(context, baseUrl, shown, suffix) {
  const [name] = shown;
  const page = await context.newPage();
  const answer = await visit(page, baseUrl, shown);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  await page.screenshot({ path: `screenshots/${name}-${suffix}.png`, fullPage: true });
  const remark = [answer?.status() === 200 ? "" : answer?.status(), overflow > 0 ? "trop large" : ""];
  console.log(`${name}-${suffix}`, ...remark.filter(Boolean));
  await page.close();
}

/** The pages of registrations, once somebody has registered; none on a site that is not ours to write in. */
async function registrationPages(browser, { baseUrl, ours }) {
  if (!ours || !["inscription", "presence", "attestation"].some((name) => wanted([name]))) return [[], []];
  const context = await browser.newContext({ viewport: sizes[0], locale: "fr-FR", reducedMotion: "reduce" });
  await signIn(context, baseUrl);
  const at = await giveRegistrations(context, baseUrl);
  await context.close();
  return [
    [
      ["inscription-evenement", at.event],
      ["inscription-formulaire", at.form],
      ["inscription-lien", at.mine],
      ["attestation", at.certificate],
    ],
    [
      ["gestion-inscriptions", at.list],
      ["gestion-presences", at.attendance],
      ["gestion-attestations", at.certificates],
      ["gestion-inscription-lettres", at.letters],
      ["gestion-inscription-questions", at.questions],
    ],
  ];
}

async function drawAll(browser, site) {
  const { baseUrl } = site;
  mkdirSync("screenshots", { recursive: true });
  const [publicly, inTheOffice] = await registrationPages(browser, site);
  for (const { name: suffix, ...viewport } of sizes) {
    for (const [pages, signed] of [
      [[...outside, ...publicly], false],
      [[...inside, ...inTheOffice], true],
    ]) {
      const context = await browser.newContext({ viewport, locale: "fr-FR", reducedMotion: "reduce" });
      if (signed) await signIn(context, baseUrl);
      for (const page of pages.filter(wanted)) await draw(context, baseUrl, page, suffix);
      await context.close();
    }
  }
  const night = await browser.newContext({
    viewport: sizes[0],
    colorScheme: "dark",
    locale: "fr-FR",
    reducedMotion: "reduce",
  });
  for (const page of outside.filter(([name]) => name === "accueil" || name === "bilan").filter(wanted))
    await draw(night, baseUrl, page, "nuit");
  await night.close();
}

const site = await openSite();
const browser = await openBrowser();
try {
  await (guide ? drawGuide : drawAll)(browser, site, wanted);
} finally {
  await browser.close();
  await site.stop();
}
