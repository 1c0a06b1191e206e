import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { plural } from "#ui/format.ts";
import { addOrganisations } from "../matching/commands.ts";

const hidden = "canari";

/** Three public actors of the Nord and the Somme, one of nowhere known, one internal. */
async function network(db: Db) {
  await addOrganisations(db, system, [
    { name: "Élan du Mali", commune_code: "59350", visibility: "listed" },
    { name: "Puits du Togo", commune_code: "59512", visibility: "listed" },
    { name: "Amis du Bénin", commune_code: "80021", visibility: "listed" },
    { name: "Sans lieu", visibility: "listed" },
    { name: `${hidden} interne`, commune_code: "59350" },
  ]);
}

test("a visitor reads in words who is counted, and takes away what was chosen", async ({ db }) => {
  await network(db);
  const site = await openSite(db);
  const all = await site.visit("/acteurs");
  expect(all.body.textContent).toContain(plural(4, "acteur publié", "acteurs publiés"));
  expect(all.body.textContent).toContain("Les fiches internes ne sont pas montrées.");
  const chosen = await site.visit("/acteurs?departement=59&q=mali");
  expect(chosen.querySelector(".total")?.textContent).toContain(
    `${plural(1, "acteur publié")} pour « mali », Nord`,
  );
  expect(chosen.querySelector(".chosen a[href='/acteurs?q=mali']")?.textContent).toContain("Nord");
  const empty = await site.visit("/acteurs?q=mali&departement=80&famille=associations");
  expect(empty.querySelector(".empty a[href='/acteurs?q=mali&departement=80']")).not.toBeNull();
});

test("a misspelt word gives the nearest one, and says so", async ({ db }) => {
  await network(db);
  const page = await (await openSite(db)).visit("/acteurs?q=togoo");
  expect(page.body.textContent).toContain("Aucun résultat pour « togoo », voici ceux pour « togo ».");
  expect(page.body.textContent).toContain("Puits du Togo");
});

test("the map goes from the région to the actors of a commune by addresses alone, with its list", async ({
  db,
}) => {
  await network(db);
  const site = await openSite(db);
  const region = await site.visit("/acteurs/carte");
  const nord = region.querySelector(".cluster[href='/acteurs/carte?departement=59']");
  expect(nord?.querySelector("title")?.textContent).toBe(`Nord : ${plural(2, "acteur")}`);
  expect(region.querySelector(".cluster-list a[href='/acteurs/carte?departement=59']")).not.toBeNull();
  expect(region.querySelector(".cluster-list")?.textContent).toContain("Lieu non précisé");
  const closer = await site.visit("/acteurs/carte?departement=59");
  const epci = closer.querySelector(".cluster")?.getAttribute("href") ?? "";
  expect(epci).toContain("epci=200093201");
  const communes = await site.visit(epci);
  expect(communes.querySelectorAll(".cluster").length).toBe(2);
  const lille = await site.visit(`${epci}&commune=59350`);
  expect(lille.querySelector(".cluster-list")?.textContent).toContain("Élan du Mali");
  expect(lille.querySelector("[aria-label='Du plus large au plus proche']")?.textContent).toContain("Nord");
  expect(lille.body.textContent?.toLowerCase()).not.toContain(hidden);
});

test("another site may frame the embedded pages, and no other", async ({ db }) => {
  await network(db);
  const site = await openSite(db);
  for (const path of ["/integration/acteurs?departement=59", "/integration/acteurs/carte"]) {
    const response = await site.request(path);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
    const page = await site.visit(path);
    expect(page.querySelector("header.site-bar, footer")).toBeNull();
    expect(page.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
    expect(page.body.textContent?.toLowerCase()).not.toContain(hidden);
  }
  const list = await site.visit("/integration/acteurs");
  expect(list.querySelector("td a")?.getAttribute("target")).toBe("_parent");
  const usual = await site.request("/acteurs");
  expect(usual.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const how = await site.visit("/acteurs/integrer?departement=59");
  expect(how.querySelector("pre")?.textContent).toContain(
    '<iframe src="http://localhost/integration/acteurs?departement=59"',
  );
});

test("places are taken away as GeoJSON, at the commune and never at the address", async ({ db }) => {
  await network(db);
  await db
    .updateTable("directory.organisations")
    .set({ longitude: 3.123456, latitude: 50.654321, address: "1 rue du Puits" })
    .where("name", "=", "Élan du Mali")
    .execute();
  const response = await (await openSite(db)).request("/acteurs.geojson?q=mali");
  expect(response.headers.get("content-type")).toContain("application/geo+json");
  const text = await response.text();
  expect(text).not.toContain("3.123456");
  const { features } = JSON.parse(text);
  expect(features).toHaveLength(1);
  expect(features[0]).toMatchObject({
    geometry: { type: "Point" },
    properties: { name: "Élan du Mali", commune: "Lille", precision: "commune" },
  });
  const none = await (await openSite(db)).request("/acteurs.geojson?q=zzzz");
  expect(JSON.parse(await none.text())).toEqual({ type: "FeatureCollection", features: [] });
});
