import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as browsers } from "playwright-core";

const account = {
  email: process.env.EMAIL ?? "directeur@demo.invalid",
  password: process.env.PASSWORD ?? "lianes-demonstration-2021",
};

/** The site of `BASE_URL`, else the demonstration in a temporary folder, where one may write (`ours`); `stop` ends what was started. */
export async function openSite() {
  const given = process.env.BASE_URL?.replace(/\/$/, "");
  return given ? { baseUrl: given, ours: false, stop: async () => {} } : await startDemo();
}

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
    if ((await fetch(`${baseUrl}/ready`).catch(() => undefined))?.ok) return { baseUrl, ours: true, stop };
    await new Promise((done) => setTimeout(done, 200));
  }
  await stop();
  throw new Error("The demonstration was not ready after two minutes.");
}

export async function openBrowser() {
  // Single process, the default of this build, dies with its first page.
  const args = [...chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)), "--no-sandbox"];
  return browsers.launch({ args, executablePath: await chromium.executablePath() });
}

export async function signIn(context, baseUrl) {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/connexion`);
  await page.getByLabel("Adresse électronique").first().fill(account.email);
  await page.getByLabel("Mot de passe").fill(account.password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  await page.close();
}

/** Opens a page; `follow`: the first link of it to open then, when the address is only known from there. */
export async function visit(page, baseUrl, [, path, follow]) {
  const answer = await page.goto(baseUrl + path, { waitUntil: "networkidle" });
  if (typeof follow !== "string") return answer;
  const link = await page
    .locator(follow)
    .first()
    .getAttribute("href", { timeout: 3000 })
    .catch(() => null);
  return link ? page.goto(new URL(link, baseUrl).href, { waitUntil: "networkidle" }) : answer;
}
