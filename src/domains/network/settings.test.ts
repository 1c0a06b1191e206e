import { describe, expect } from "vitest";
import { office } from "#paths/office.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { setSettings } from "./index.ts";

const filled = {
  name: "Lianes coopération",
  short_name: "Lianes",
  tagline: "Coopérer ici et là-bas",
  region_code: "32",
  brand_colour: "#1d5a3f",
  accent_colour: "#b4531d",
  version: "0",
};
const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], "logo.png");

describe("who may change the settings", () => {
  test("a stranger is sent to sign in", async ({ db }) => {
    const site = await openSite(db);
    expect((await site.request(office.settings())).headers.get("location")).toContain("/connexion");
    expect((await site.post(office.settings(), filled, { forged: true })).status).toBe(403);
  });

  test("an officer who is not administrator is refused", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    expect((await site.request(office.settings())).status).toBe(403);
    expect((await site.post(office.settings(), filled)).status).toBe(403);
  });

  test("the administrator names the network, and every page says its name at once", async ({ db }) => {
    const site = await openSite(db, "administrateur");
    await site.visit(office.settings());
    const answer = await site.post(office.settings(), filled);
    expect([answer.status, answer.to]).toEqual([303, office.settings()]);
    const page = await site.visit(office.settings());
    expect(page.querySelector(".notice")?.textContent).toContain("enregistrés");
    expect(page.title).toContain("Lianes");
    expect(page.querySelector("[name=name]")?.getAttribute("value")).toBe("Lianes coopération");
  });
});

test("a wrong colour and a missing name come back with what was typed", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const answer = await site.post(office.settings(), { ...filled, name: " ", brand_colour: "vert" });
  expect(answer.status).toBe(422);
  const page = await answer.page();
  expect(page.querySelector(".error-summary")?.textContent).toContain("2 choses sont à corriger");
  expect(page.querySelector("[name=brand_colour]")?.getAttribute("value")).toBe("vert");
});

test("of two administrators who save the same page, the second is told and loses nothing", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  await site.post(office.settings(), filled);
  const late = await site.post(office.settings(), { ...filled, tagline: "Une autre devise" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.body.textContent).toContain("Un collègue a enregistré");
  expect(page.querySelector("[name=tagline]")?.getAttribute("value")).toBe("Une autre devise");
  expect((await site.post(office.settings(), { ...filled, version: "1" })).status).toBe(303);
});

test("the logo given is the one served; an SVG is refused", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const svg = new File(["<svg/>"], "logo.png");
  const refused = await site.post(office.settings(), { ...filled, logo: svg });
  expect(refused.status).toBe(422);
  expect((await refused.page()).querySelector("#erreur-logo")?.textContent).toContain("ni un PNG");
  expect((await site.request("/logo")).status).toBe(404);
  expect((await site.post(office.settings(), { ...filled, logo: png })).status).toBe(303);
  const logo = await site.request("/logo");
  expect([logo.status, logo.headers.get("content-type")]).toEqual([200, "image/png"]);
});

test("the colours are a style sheet that may be kept, until they change", async ({ db }) => {
  const site = await openSite(db);
  const first = await site.request("/theme.css");
  expect(await first.text()).toContain("--brand:#1d5a3f");
  const tag = first.headers.get("etag") ?? "";
  expect((await site.request("/theme.css", { headers: { "if-none-match": tag } })).status).toBe(304);
  const named = await site.request(`/theme.css?v=${tag.replaceAll('"', "")}`);
  expect(named.headers.get("cache-control")).toContain("immutable");
  await setSettings(db, system, { brand_colour: "#0b3d91" });
  expect((await site.request("/theme.css")).headers.get("etag")).not.toBe(tag);
});
