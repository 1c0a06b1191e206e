import { describe, expect } from "vitest";
import { setSettings } from "#domains/network/index.ts";
import { site as paths } from "#paths/site.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";

describe("the home page", () => {
  test("a network that has just been installed has a home that says what will come", async ({ db }) => {
    const page = await (await openSite(db)).visit("/");
    expect(page.querySelectorAll(".figure").length).toBe(0);
    expect(page.body.textContent).toContain("L’annuaire se remplit");
  });

  test("a visitor sees the year in figures, each opening on what it counts", async ({ db }) => {
    await loadLianes2021(db);
    const site = await openSite(db);
    const page = await site.visit("/");
    const figures = [...page.querySelectorAll(".home-figures .figure")];
    const said = figures.map((figure) => figure.textContent?.replace(/\s/g, " "));
    expect(said.some((text) => text?.includes("381") && text.includes("réunions tenues"))).toBe(true);
    expect(said.some((text) => text?.includes("1 517"))).toBe(true);
    for (const link of page.querySelectorAll(".home-figures a.figure-value"))
      await site.visit(link.getAttribute("href") ?? "");
  });

  test("reading leaves no cookie, so that the page may be kept by caches", async ({ db }) => {
    const answer = await (await openSite(db)).request("/");
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("it holds no third party, and little", async ({ db }) => {
    await loadLianes2021(db);
    const html = await (await (await openSite(db)).request("/")).text();
    expect(html).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost)/);
    expect(html.length).toBeLessThan(30_000);
  });
});

test("the pages that the law asks for say who answers, as the settings tell", async ({ db }) => {
  await setSettings(db, system, {
    publisher: "Association des Lianes",
    publication_director: "Claire Présidente",
    host: "Hébergeur du Nord\n1 rue du Serveur",
    privacy_contact: "donnees@exemple.fr",
    postal_address: "2 place de la Paix\n59000 Lille",
  });
  const site = await openSite(db);
  const legal = (await site.visit(paths.legal())).body.textContent;
  for (const said of [
    "Association des Lianes",
    "Claire Présidente",
    "Hébergeur du Nord",
    "2 place de la Paix",
  ])
    expect(legal).toContain(said);
  expect(
    (await site.visit(paths.privacy())).querySelector("a[href='mailto:donnees@exemple.fr']"),
  ).not.toBeNull();
  expect((await site.visit(paths.accessibility())).body.textContent).toContain("partiellement conforme");
});

test("the page of the network says its départements and its offices", async ({ db }) => {
  await loadLianes2021(db);
  const page = await (await openSite(db)).visit(paths.about());
  expect(page.body.textContent).toContain("Aisne, Nord, Oise, Pas-de-Calais, Somme");
  expect([...page.querySelectorAll(".line-title")].map((title) => title.textContent)).toEqual([
    "Amiens",
    "Lille",
  ]);
});

test("an address that leads nowhere gets a page that leads somewhere", async ({ db }) => {
  const page = await (await openSite(db)).visit("/nulle-part", { status: 404 });
  expect(page.querySelector("h1")?.textContent).toBe("Cette page n’existe pas");
  expect(page.querySelector("a.button")?.getAttribute("href")).toBe("/");
});
