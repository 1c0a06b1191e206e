import { sql } from "kysely";
import { describe, expect } from "vitest";
import { territory } from "#paths/territory.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { listOffices, matchPlaces } from "./index.ts";

const office = {
  nom: "Siège",
  commune: "Lille",
  adresse: "23 rue Gosselet",
  ouverture: "6/1/2015",
  fermeture: "",
};
const commune = async (db: Db, typed: string) =>
  (await matchPlaces(db, [typed], { regionCode: "32" })).get(typed);

describe("who may read and change the territory", () => {
  const pages = [territory.home(), territory.offices(), territory.spellings(), territory.commune("59350")];
  const forms = [territory.offices(), territory.newSpelling("59350")];

  test("a stranger is sent to sign in", async ({ db }) => {
    const site = await openSite(db);
    for (const path of pages)
      expect((await site.request(path)).headers.get("location")).toContain("/connexion");
    for (const path of forms) expect((await site.post(path, office)).to).toContain("/connexion");
  });

  test("a member is refused", async ({ db }) => {
    const site = await openSite(db, "membre");
    for (const path of [...pages, territory.suggestions()])
      expect((await site.request(path)).status).toBe(403);
    for (const path of forms) expect((await site.post(path, office)).status).toBe(403);
    expect(await listOffices(db)).toEqual([]);
  });
});

test("an officer opens an office, then closes it on a day", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await site.visit(territory.newOffice());
  expect((await site.post(territory.offices(), office)).to).toBe(territory.offices());
  const [opened] = await listOffices(db);
  expect(opened).toMatchObject({
    name: "Siège",
    commune_code: "59350",
    opened_on: "2015-01-06",
    closed_on: null,
  });
  const id = opened?.id ?? 0;
  const form = await site.visit(territory.office(id));
  expect(form.querySelector("[name=commune]")?.getAttribute("value")).toBe("Lille (Nord)");
  await site.post(territory.office(id), {
    ...office,
    commune: "Lille (Nord)",
    fermeture: "31/12/2021",
    version: "1",
  });
  expect(await listOffices(db)).toMatchObject([{ closed_on: "2021-12-31" }]);
  expect((await site.visit(territory.offices())).body.textContent).toContain("du 06/01/2015 au 31/12/2021");
});

test("an office that cannot be is refused, field by field, with what was typed", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const wrong = { nom: " ", commune: "Lille", ouverture: "31/02/2021", fermeture: "demain soir" };
  const page = await (await site.post(territory.offices(), wrong)).page();
  expect(page.querySelector(".error-summary")?.textContent).toContain("3 choses sont à corriger");
  expect(page.querySelector("[name=ouverture]")?.getAttribute("value")).toBe("31/02/2021");
  const unsure = await site.post(territory.offices(), { ...office, commune: "Dury" });
  expect(unsure.status).toBe(422);
  expect((await unsure.page()).querySelector(".error-summary")?.textContent).toContain("Dury (Somme)");
  const reversed = await site.post(territory.offices(), { ...office, fermeture: "1/1/2010" });
  expect(reversed.status).toBe(422);
  expect(await listOffices(db)).toEqual([]);
});

test("two officers change the same office: the second sees what the first wrote, and loses nothing", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  await site.post(territory.offices(), office);
  const id = (await listOffices(db))[0]?.id ?? 0;
  await site.post(territory.office(id), { ...office, nom: "Siège social", version: "1" });
  const second = await site.post(territory.office(id), { ...office, nom: "Maison", version: "1" });
  expect(second.status).toBe(409);
  const page = await second.page();
  expect(page.querySelector(".callout")?.textContent).toContain("Siège social");
  expect(page.querySelector("[name=nom]")?.getAttribute("value")).toBe("Maison");
  expect(page.querySelector("[name=version]")?.getAttribute("value")).toBe("2");
});

test("an officer teaches a spelling, and takes it back, and puts it back", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const lille = territory.commune("59350");
  expect((await site.post(territory.newSpelling("59350"), { graphie: "Chez la MRES" })).to).toBe(lille);
  expect((await site.visit(lille)).body.textContent).toContain("Chez la MRES");
  expect(await commune(db, "chez la mres")).toMatchObject({ code: "59350" });

  const { rows } = await sql<{ id: number }>`select id from territory.spellings`.execute(db);
  const id = rows[0]?.id ?? 0;
  expect((await site.visit(territory.spellings())).body.textContent).toMatch(/1\sgraphie/);
  await site.post(territory.spellingRemoval(id));
  expect(await commune(db, "chez la mres")).not.toMatchObject({ kind: "commune" });
  expect(
    (await site.visit(territory.spellings())).querySelector(".notice form")?.getAttribute("action"),
  ).toBe(territory.spellingRestoration(id));
  expect((await site.post(territory.spellingRestoration(id))).to).toBe(lille);
  expect(await commune(db, "CHEZ LA MRES")).toMatchObject({ code: "59350" });
});

test("a spelling that is empty, or another commune's, is refused", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await site.post(territory.newSpelling("59350"), { graphie: "Le local" });
  for (const graphie of ["", "!!!", "le LOCAL"]) {
    const refused = await site.post(territory.newSpelling("80021"), { graphie });
    expect(refused.status, graphie).toBe(422);
    await refused.page();
  }
  expect((await site.post(territory.newSpelling("99999"), { graphie: "Nulle part" })).status).toBe(404);
});

test("someone who types a place gets suggestions, and can search without a script", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const answer = await site.request(`${territory.suggestions()}?q=soisson`);
  expect(((await answer.json()) as { name: string }[])[0]?.name).toBe("Soissons");
  const page = await site.visit(`${territory.home()}?q=lomme`);
  expect(page.querySelector(`a[href="${territory.commune("59350")}"]`)?.textContent).toBe("Lille");
  expect(page.body.textContent).toContain("34\u202f969");
  await site.visit(`${territory.home()}?q=zzzzzz`);
  await site.visit(territory.commune("2A004"));
  await site.visit(territory.commune("99999"), { status: 404 });
});
