import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { afterAll, expect, inject } from "vitest";

/** Where people install Chromium or Chrome; `CHROME_PATH` names another. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that came with npm on Linux x64, else an installed one; says how to give one when there is none. */
async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const given = process.env.CHROME_PATH;
  if (given) return { executablePath: given, args: ["--no-sandbox"] };
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: chromium } = await import("@sparticuz/chromium");
    const args = chromium.args.filter((arg) => !/single-process|zygote|headless/.test(arg)); // one process dies with its first page
    return { executablePath: await chromium.executablePath(), args };
  }
  const found = installed.find((path) => existsSync(path));
  if (found) return { executablePath: found, args: ["--no-sandbox"] };
  throw new Error(
    "No browser for the journeys: install Chromium or Chrome, or give the path of one in CHROME_PATH.",
  );
}

let browser: Promise<Browser> | undefined;

async function openBrowser(): Promise<Browser> {
  browser ??= findBrowser().then((found) => playwright.launch({ ...found, headless: true }));
  return browser;
}

afterAll(async () => {
  const leaving = browser;
  browser = undefined;
  await (await leaving)?.close();
});

/** The people of the demonstration, one a role: the account to sign in with. */
export type Persona = "visitor" | "member" | "juror" | "board" | "officer" | "administrator";

interface Options extends BrowserContextOptions {
  /** Signed in as this person of the demonstration. */
  as?: Persona;
}

/** A new page on the demonstration site, in a context of its own; paths are relative to the site. Closed by `close`. */
export async function openPage({ as, ...options }: Options = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({
    baseURL: inject("siteUrl"),
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) wrong.push(message.text());
  });
  page.once("close", () => {
    expect(wrong, "nothing goes wrong in the browser").toEqual([]);
    context.close().catch(() => {}); // closed with the browser otherwise
  });
  if (as) await signIn(page, as);
  return page;
}

/** A page where no script runs: everything must still work. */
export const openPlainPage = (options: Options = {}) => openPage({ ...options, javaScriptEnabled: false });

/** Each person signs in once, by the form; the other pages get the same session, as the next morning in one's own browser. */
async function signIn(page: Page, persona: Persona) {
  const kept = join(inject("sessions"), `${persona}.json`);
  if (existsSync(kept)) return page.context().addCookies(JSON.parse(readFileSync(kept, "utf8")));
  const { email, password } = inject("demoAccounts")[persona];
  await page.goto("/connexion");
  await page.locator("input[type=email]").first().fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("form:has(input[type=password]) [type=submit]").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  writeFileSync(kept, JSON.stringify(await page.context().cookies()));
}

/** Fails with each rule of WCAG 2.2 A and AA that the page breaks, and the elements that break it. */
export async function expectAccessible(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const lines = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} (${rule.help})`),
  );
  expect(lines, page.url()).toEqual([]);
}

/** Bytes that came over the wire for `path`, fonts and pictures aside (`interface.md`: 60 KB at most for a public page). */
export async function weigh(path: string): Promise<number> {
  const page = await openPage();
  let total = 0;
  const counting: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    if (["font", "image"].includes(request.resourceType())) return;
    counting.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
        total += responseBodySize + responseHeadersSize;
      }),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await Promise.all(counting);
  await page.context().close();
  return total;
}
