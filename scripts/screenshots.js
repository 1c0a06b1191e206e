// npm run screenshots: every main page at 1280 and 360 pixels, into screenshots/. On the demonstration, in a temporary folder;
// or on a running site: BASE_URL=… EMAIL=… PASSWORD=… npm run screenshots. Words after the command keep the pages whose name has one.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as browsers } from "playwright-core";

const sizes = [
  { name: "1280", width: 1280, height: 900 },
  { name: "360", width: 360, height: 740 },
];
const year = 2021;

/** Name, address, and when the address is only known from another page, the first link there to follow. */
const outside = [
  ["accueil", "/"],
  ["acteurs", "/acteurs"],
  ["acteur", "/acteurs", "main .table a"],
  ["formations", "/formations"],
  ["formation", "/formations", "main .lines a"],
  ["bilans", "/bilan"],
  ["bilan", `/bilan/${year}`],
  ["indicateur", `/observatoire/indicateurs/meetings.trips?annee=${year}`],
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
  ["gestion-reunion", "/gestion/activite", "main .table a[href*='/activite/']"],
  ["gestion-reunion-nouvelle", "/gestion/activite/nouvelle"],
  ["gestion-formations", "/gestion/formations"],
  ["gestion-annuaire", "/gestion/annuaire"],
  ["gestion-organisation", "/gestion/annuaire", "main .table a[href*='/annuaire/']"],
  ["gestion-organisation-nouvelle", "/gestion/annuaire/nouveau"],
  ["gestion-adhesions", "/gestion/adhesions"],
  ["gestion-bilan", `/gestion/bilan/${year}`],
  ["gestion-reconciliation", `/gestion/bilan/${year}/reconciliation`],
  ["gestion-indicateurs", "/gestion/indicateurs"],
  ["gestion-imports", "/gestion/imports"],
  ["gestion-import", "/gestion/imports", "main .table a[href*='/imports/']"],
  ["gestion-territoire", "/gestion/territoire"],
  ["gestion-bureaux", "/gestion/territoire/bureaux"],
  ["gestion-vocabulaires", "/gestion/vocabulaires"],
  ["gestion-vocabulaire", "/gestion/vocabulaires", "main .table a"],
  ["gestion-comptes", "/gestion/comptes"],
  ["gestion-journal", "/gestion/journal"],
  ["gestion-courrier", "/gestion/courrier"],
  ["gestion-taches", "/gestion/taches"],
  ["gestion-reglages", "/gestion/reglages"],
  ["espace-compte", "/espace/compte"],
];

const kept = process.argv.slice(2);
const wanted = ([name]) => kept.length === 0 || kept.some((word) => name.includes(word));
const account = {
  email: process.env.EMAIL ?? "directeur@demo.invalid",
  password: process.env.PASSWORD ?? "lianes-demonstration-2021",
};

/** The demonstration on a port of its own, ready; `stop` ends it and removes its data. */
async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), "maillage-screenshots-"));
  const port = 4200 + Math.floor(Math.random() * 800);
  const baseUrl = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["dist/server/maillage.js", "demo"], {
    env: { ...process.env, PORT: String(port), BASE_URL: baseUrl, DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((done) => server.once("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error("The demonstration stopped before it was ready.");
    if ((await fetch(`${baseUrl}/ready`).catch(() => undefined))?.ok) return { baseUrl, stop };
    await new Promise((done) => setTimeout(done, 200));
  }
  await stop();
  throw new Error("The demonstration was not ready after two minutes.");
}

async function signIn(context, baseUrl) {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/connexion`);
  await page.getByLabel("Adresse électronique").first().fill(account.email);
  await page.getByLabel("Mot de passe").fill(account.password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  await page.close();
}

/** Draws one page, at one size, by day or by night; says when it scrolls sideways or answers badly. */
async function draw(context, baseUrl, [name, path, follow], suffix) {
  const page = await context.newPage();
  let answer = await page.goto(baseUrl + path, { waitUntil: "networkidle" });
  if (follow) {
    const link = await page
      .locator(follow)
      .first()
      .getAttribute("href", { timeout: 3000 })
      .catch(() => null);
    if (link) answer = await page.goto(new URL(link, baseUrl).href, { waitUntil: "networkidle" });
  }
  const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  await page.screenshot({ path: `screenshots/${name}-${suffix}.png`, fullPage: true });
  const remark = [answer?.status() === 200 ? "" : answer?.status(), overflow > 0 ? "trop large" : ""];
  console.log(`${name}-${suffix}`, ...remark.filter(Boolean));
  await page.close();
}

const given = process.env.BASE_URL?.replace(/\/$/, "");
const site = given ? { baseUrl: given, stop: async () => {} } : await startDemo();
mkdirSync("screenshots", { recursive: true });
// Single process, the default of this build, dies with its first page.
const args = [...chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)), "--no-sandbox"];
const browser = await browsers.launch({ args, executablePath: await chromium.executablePath() });
try {
  for (const { name: suffix, ...viewport } of sizes) {
    for (const [pages, signed] of [
      [outside, false],
      [inside, true],
    ]) {
      const context = await browser.newContext({ viewport, locale: "fr-FR" });
      if (signed) await signIn(context, site.baseUrl);
      for (const page of pages.filter(wanted)) await draw(context, site.baseUrl, page, suffix);
      await context.close();
    }
  }
  const night = await browser.newContext({ viewport: sizes[0], colorScheme: "dark", locale: "fr-FR" });
  for (const page of outside.filter(([name]) => name === "accueil" || name === "bilan").filter(wanted))
    await draw(night, site.baseUrl, page, "nuit");
  await night.close();
} finally {
  await browser.close();
  await site.stop();
}
