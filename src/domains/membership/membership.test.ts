import { describe, expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { addMemberships } from "./index.ts";

async function network(db: Db) {
  const colleges = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "code"])
    .where("list_id", "=", "colleges")
    .execute();
  const college = (code: string) => colleges.find((one) => one.code === code)?.id ?? 0;
  const [adice = 0, arras = 0, cdsi = 0] = await addOrganisations(db, system, [
    { name: "Adice" },
    { name: "Ville d’Arras" },
    { name: "C.D.S.I" },
  ]);
  const added = await addMemberships(db, system, [
    { organisation_id: adice, year: 2020, college_id: college("association") },
    { organisation_id: adice, year: 2021, college_id: college("association"), joined_on: "2021-03-01" },
    { organisation_id: arras, year: 2021, college_id: college("collectivite") },
    { organisation_id: arras, year: 2021, college_id: college("association") },
  ]);
  expect(added).toEqual({ added: 3, already: 1 });
  const [first] = await db
    .selectFrom("membership.memberships")
    .select("id")
    .where("organisation_id", "=", adice)
    .where("year", "=", 2021)
    .execute();
  return { adice, arras, cdsi, college, id: first?.id ?? 0 };
}

const members = async (db: Db, year: number) =>
  (
    await db
      .selectFrom("membership.shared_memberships")
      .select(["organisation", "college_code"])
      .where("year", "=", year)
      .orderBy("organisation")
      .execute()
  ).map((row) => `${row.organisation}: ${row.college_code}`);

describe("each writing route climbs the ladder", () => {
  for (const route of ["add", "one", "removal", "restoration"] as const)
    test(route, async ({ db }) => {
      const { id, college } = await network(db);
      const path = route === "add" ? membership.add() : membership[route](id);
      const good = {
        organisation: "C.D.S.I",
        annee: "2021",
        college: String(college("association")),
        version: "1",
      };
      const status = async (who: Persona | undefined, fields: Record<string, string>) =>
        (await (await openSite(db, who)).post(path, fields)).status;
      const before = await members(db, 2021);
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      if (route === "add" || route === "one")
        expect(await status("animatrice", { ...good, college: "7" }), "malformed").toBe(422);
      expect(await members(db, 2021)).toEqual(before);
      expect(await status("animatrice", good), "allowed").toBe(303);
    });
});

test("the members of a year stand by college beside the year before, and can be taken away", async ({
  db,
}) => {
  await network(db);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit(membership.all());
  expect(page.title).toContain("Adhérents 2021");
  const lines = [...page.querySelectorAll("table tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim()).join(" | "),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "Associations | 1 | 1 | 0",
      "Collectivités | 1 | 0 | +1",
      "Ensemble | 2 | 1 | +1",
    ]),
  );
  const taken = await (await site.request("/gestion/adhesions.csv?annee=2021")).text();
  expect(taken.split("\r\n").slice(1, 3)).toEqual([
    "2021;Adice;Associations;2021-03-01;;",
    "2021;Ville d’Arras;Collectivités;;;",
  ]);
  expect((await site.visit("/gestion/adhesions?annee=1999")).body.textContent).toContain("Aucun adhérent");
});

test("a member is added by a name that is sure; another is asked, with what it may be", async ({ db }) => {
  const { arras, cdsi, college } = await network(db);
  const site = await openSite(db, "animatrice");
  const fields = { annee: "2022", college: String(college("association")) };
  await site.post(membership.add(), { ...fields, organisation: "ville d'arras" });
  const asked = await site.post(membership.add(), { ...fields, organisation: "CDSI" });
  expect(asked.status).toBe(422);
  expect((await asked.page()).querySelector(`[name=choix][value='${cdsi}']`)).not.toBeNull();
  await site.post(membership.add(), { ...fields, organisation: "CDSI", choix: String(cdsi) });
  expect(await members(db, 2022)).toEqual(["C.D.S.I: association", "Ville d’Arras: association"]);
  const forged = await site.post(membership.add(), {
    ...fields,
    organisation: "Zzyzx",
    choix: String(arras),
  });
  expect((await forged.page()).body.textContent).toContain("n’est pas dans l’annuaire");
  const again = await site.post(membership.add(), { ...fields, organisation: "Ville d’Arras" });
  expect((await again.page()).body.textContent).toContain("déjà parmi les adhérents 2022");
});

test("a college changed by two colleagues: the second is told", async ({ db }) => {
  const { id, college } = await network(db);
  const site = await openSite(db, "animatrice");
  await site.visit(membership.one(id));
  await site.post(membership.one(id), { college: String(college("entreprise")), version: "1" });
  const late = await site.post(membership.one(id), {
    college: String(college("collectivite")),
    version: "1",
  });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector(".callout")?.textContent).toContain("Entreprises");
  expect(await members(db, 2021)).toContain("Adice: entreprise");
});

test("a member taken off the year is put back, unless it was added again meanwhile", async ({ db }) => {
  const { id, adice, college } = await network(db);
  const site = await openSite(db, "animatrice");
  await site.post(membership.removal(id));
  const list = await site.visit(membership.all(2021));
  expect(await members(db, 2021)).toEqual(["Ville d’Arras: collectivite"]);
  expect((await site.request(membership.one(id))).status).toBe(404);
  await addMemberships(db, system, [
    { organisation_id: adice, year: 2021, college_id: college("entreprise") },
  ]);
  const undo = list.querySelector(".notice form")?.getAttribute("action") ?? "";
  await site.post(undo);
  expect(await members(db, 2021)).toEqual(["Adice: entreprise", "Ville d’Arras: collectivite"]);
});

test("the directory shows who is a member, and the record opens on its years", async ({ db }) => {
  const { adice } = await network(db);
  const site = await openSite(db, "animatrice");
  expect((await site.visit(directory.all())).querySelector(".tag-good")?.textContent).toBe("Adhérent 2021");
  const record = await site.visit(directory.one(adice));
  const frame = record.querySelector("turbo-frame#adhesions");
  const panel = await site.visit(frame?.getAttribute("src") ?? "");
  expect(panel.querySelector("turbo-frame#adhesions")?.textContent).toMatch(/2021.*Associations.*2020/s);
});
