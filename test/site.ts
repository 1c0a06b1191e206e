import { serializeSigned } from "hono/utils/cookie";
import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { createApp } from "#app/app.tsx";
import { criteria } from "#app/criteria.ts";
import { sessionCookie } from "#domains/accounts/index.ts";
import { readConfig } from "#platform/config.ts";
import type { Db } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import type { Services } from "#platform/web/env.ts";
import { openSession, type Persona } from "./personas.ts";
import { memoryFiles, rememberedJobs } from "./services.ts";

export const testConfig = readConfig(
  {
    BASE_URL: "http://localhost",
    SECRET: "un secret de test, assez long pour la règle",
    DATA_DIR: "/tmp/maillage-test",
    LOG_LEVEL: "silent",
  },
  {},
);

type Fields = Record<string, string | readonly string[] | File>;

/** The site in memory on the test's transaction, as one person's browser sees it: cookies kept, forms signed. */
export async function openSite(db: Db, as?: Persona, services: Partial<Services> = {}) {
  const app = createApp({
    config: testConfig,
    db,
    replica: db,
    log: openLog("silent"),
    jobs: rememberedJobs(),
    files: memoryFiles(),
    criteria,
    ...services,
  });
  const cookies = new Map<string, string>();
  const session = as ? await openSession(db, as) : undefined;
  if (session) keep(await serializeSigned(sessionCookie, session.token, testConfig.secret));
  let csrf = "";

  function keep(setCookie: string) {
    const [pair = "", ...facts] = setCookie.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (facts.some((fact) => fact === "Max-Age=0")) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }

  async function request(path: string, init: RequestInit = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.request(`http://localhost${path}`, {
      ...init,
      headers: { cookie, ...init.headers },
    });
    response.headers.getSetCookie().forEach(keep);
    return response;
  }

  /** Opens a page and inspects it: whatever the test looks for, every page also keeps our promises. */
  async function visit(path: string, expected: { status?: number } = {}) {
    return inspect(path, await request(path), expected.status ?? 200);
  }

  /** Sends a form: to the address of the redirection (`to`), or the page that answers a refusal (`page`). */
  async function post(path: string, fields: Fields = {}, { forged = false } = {}) {
    if (!csrf && !forged) await readToken();
    const form = new FormData();
    if (!forged) form.set("csrf", csrf);
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string | File);
    const response = await request(path, { method: "POST", body: form });
    const to = response.headers.get("location") ?? undefined;
    return { status: response.status, to, response, page: () => inspect(path, response, response.status) };
  }

  async function readToken() {
    const { document } = parseHTML(await (await request("/connexion")).text());
    csrf = document.querySelector("[name=csrf]")?.getAttribute("value") ?? "";
  }

  return { app, request, visit, post, userId: session?.userId ?? null };
}

export async function inspect(path: string, response: Response, status: number) {
  const html = await response.text();
  expect(response.status, `${path}\n${html.slice(0, 2000)}`).toBe(status);
  const { document } = parseHTML(html);
  const heading = document.querySelector("h1")?.textContent?.trim();
  expect(document.title, "the tab says what the heading says").toContain(heading ?? "(no h1)");
  expect(document.querySelectorAll("h1").length, "one h1").toBe(1);
  expect(document.documentElement.getAttribute("lang")).toBe("fr");
  for (const form of document.querySelectorAll("form")) {
    expect(form.getAttribute("action"), "a form says where it goes").toBeTruthy();
    if (form.getAttribute("method") === "post")
      expect(form.querySelector("[name=csrf]")?.getAttribute("value"), "a form is signed").toBeTruthy();
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    expect(
      document.querySelector(`label[for="${field.id}"]`),
      `${path}: ${field.outerHTML} has a label`,
    ).not.toBeNull();
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    `${path}: no id twice`,
  ).toEqual([]);
  expect(html, "no inline style or script").not.toMatch(
    /\sstyle="|\son[a-z]+="|<script(?![^>]*(src|ld\+json))/,
  );
  expect(document.body.textContent ?? "", path).not.toMatch(/undefined|\bNaN\b|\[object Object\]/);
  return document;
}
