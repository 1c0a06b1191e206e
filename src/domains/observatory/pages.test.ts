import { expect } from "vitest";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";
import { indicators } from "./index.ts";

test("a visitor opens a figure and reads the rows that it counts, fifty a page", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db);
  const page = await site.visit("/observatoire/indicateurs/meetings.trips?annee=2021");
  expect(page.querySelector(".total")?.textContent).toMatch(/^53\s/);
  expect(page.querySelectorAll("tbody tr")).toHaveLength(50);
  const next = await site.visit("/observatoire/indicateurs/meetings.trips?annee=2021&page=2");
  expect(next.querySelectorAll("tbody tr")).toHaveLength(3);
  expect(page.body.textContent).toContain("Grande Synthe");
  expect(page.body.textContent).not.toContain("Note interne");
});

test("a line of a breakdown opens on its own rows, with the spellings met", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db);
  const page = await site.visit("/observatoire/indicateurs/meetings.by_place?annee=2021&cle=59271");
  expect(page.querySelector("h1")?.textContent).toBe("Réunions par lieu : Grande-Synthe, 2021");
  expect(page.querySelectorAll("tbody tr")).toHaveLength(6);
  expect(page.body.textContent).toContain("Grande Synthe · Grande-Synthe");
  const all = await site.request("/observatoire/indicateurs/meetings.by_place.csv?annee=2021");
  expect((await all.text()).trim().split("\r\n")).toHaveLength(1 + 381 - 205); // online, no place
});

test("the rows are taken away as a file, all of them", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db);
  const answer = await site.request("/observatoire/indicateurs/meetings.trips.csv?annee=2021");
  expect(answer.headers.get("content-disposition")).toContain("deplacements-2021");
  expect((await answer.text()).trim().split("\r\n")).toHaveLength(54);
});

test("what does not exist is not found", async ({ db }) => {
  const site = await openSite(db);
  await site.visit("/observatoire/indicateurs/meetings.nothing?annee=2021", { status: 404 });
  await site.visit("/observatoire/indicateurs/meetings.by_type?annee=2021&cle=rien", { status: 404 });
  await site.visit("/observatoire/indicateurs/meetings.count?annee=2021&cle=rien", { status: 404 });
});

test("an internal organisation is counted without being named", async ({ db }) => {
  await db
    .insertInto("directory.organisations")
    .values({ name: "Contact discret", visibility: "internal" })
    .execute();
  const site = await openSite(db);
  const page = await site.visit("/observatoire/indicateurs/organisations.count?annee=2021");
  expect(page.body.textContent).toContain("Organisation non publiée");
  expect(page.body.textContent).not.toContain("Contact discret");
});

test("the board reads the registry with this year and the one before", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit("/gestion/indicateurs?annee=2021");
  expect(page.body.textContent).toContain("780,25");
  expect(page.querySelectorAll("section.indicator").length).toBe(indicators.length);
});

test("programs get the indicators as JSON, and a kept copy stays good while nothing moves", async ({
  db,
}) => {
  await loadLianes2021(db);
  const site = await openSite(db);
  const answer = await site.request("/api/v1/indicators?year=2021");
  const list = (await answer.json()) as Record<string, unknown>[];
  expect(list[0]).toEqual({
    id: "meetings.count",
    label: "Réunions",
    value: 381,
    unit: "réunions",
    definition: expect.stringContaining("réunions"),
    rule_version: 1,
    rows_url: "http://localhost/observatoire/indicateurs/meetings.count?annee=2021",
  });
  expect(list.find(({ id }) => id === "members.by_college")?.["value"]).toContainEqual({
    key: "association",
    label: "Associations",
    value: 57,
  });
  const tag = answer.headers.get("etag") ?? "";
  const again = await site.request("/api/v1/indicators?year=2021", { headers: { "if-none-match": tag } });
  expect(again.status).toBe(304);
});

test("a year that is none is refused with a sentence", async ({ db }) => {
  const site = await openSite(db);
  for (const query of ["", "?year=", "?year=hier", "?year=20210", "?year=2021.5"]) {
    const answer = await site.request(`/api/v1/indicators${query}`);
    expect(answer.status, query).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringContaining("année") });
  }
});

test("the API describes itself in OpenAPI 3.1", async ({ db }) => {
  const site = await openSite(db);
  const description = (await (await site.request("/api/v1/openapi.json")).json()) as Record<string, object>;
  expect(description).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://localhost/api/v1" }] });
  expect(Object.keys(description["paths"] ?? {})).toContain("/indicators");
});
