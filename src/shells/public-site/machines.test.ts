import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { setSettings } from "#domains/network/index.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";

test("a search engine finds every public page and is kept out of the rest", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db);
  const robots = await (await site.request("/robots.txt")).text();
  expect(robots).toContain("Disallow: /gestion");
  expect(robots).toContain("Sitemap: http://localhost/sitemap.xml");
  const { document } = parseHTML(await (await site.request("/sitemap.xml")).text());
  const pages = [...document.querySelectorAll("loc")].map((loc) => loc.textContent ?? "");
  expect(pages).toContain("http://localhost/le-reseau");
  expect(pages.filter((page) => /\/acteurs\/\d/.test(page)).length).toBe(72);
  expect(pages.filter((page) => page.includes("/formations/")).length).toBeGreaterThan(0);
  expect(pages.filter((page) => page.includes("/gestion")).length).toBe(0);
  for (const page of [pages.at(-1), pages.find((one) => one.includes("/formations/"))])
    await site.visit(new URL(page ?? "").pathname);
});

test("the icon and the manifest have the network's name and colours", async ({ db }) => {
  await setSettings(db, system, { name: "Réseau Bleu", short_name: "Bleu", brand_colour: "#0b3d91" });
  const site = await openSite(db);
  const icon = await site.request("/icone.svg");
  expect(icon.headers.get("content-type")).toBe("image/svg+xml");
  expect(await icon.text()).toContain("#0b3d91");
  expect(await (await site.request("/site.webmanifest")).json()).toMatchObject({
    name: "Réseau Bleu",
    short_name: "Bleu",
    theme_color: "#0b3d91",
  });
});
