import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation, aPerson, aRole, role } from "#test/people.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { slugOf } from "../rules.ts";
import { addRole } from "./commands.roles.ts";
import { archivePerson } from "./commands.ts";
import { shownRoles } from "./queries.roles.ts";

type Fields = Record<string, string>;

const roles = (db: Db) => db.selectFrom("directory.roles").selectAll().orderBy("id").execute();

describe("each writing route of roles climbs the ladder", () => {
  const said = { titre: "Trésorier", genre: "elected", depuis: "1/1/2020" };
  const routes: { path: (id: number) => string; good: Fields; bad?: Fields }[] = [
    { path: people.addTo, good: { ...said, nom: "Traoré" }, bad: { ...said, nom: "" } },
    { path: people.role, good: { ...said, version: "1" }, bad: { ...said, jusqua: "1/1/2019" } },
    { path: people.mainContact, good: {} },
    { path: people.roleEnd, good: {}, bad: { le: "32/1/2021" } },
    { path: people.roleReopening, good: {} },
  ];
  for (const { path, good, bad } of routes)
    test(`POST ${path(7)}`, async ({ db }) => {
      const adice = await anOrganisation(db);
      const { roleId } = await aRole(db, adice);
      const to = path(path === people.addTo ? adice : roleId);
      const status = async (who: Persona | undefined, fields: Fields) =>
        (await (await openSite(db, who)).post(to, fields)).status;
      const before = await roles(db);
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      if (bad) expect(await status("animatrice", bad), "malformed").toBe(422);
      expect(await roles(db)).toEqual(before);
      expect(await status("animatrice", good), "allowed").toBe(303);
    });
});

test("somebody new and their role come in one form; somebody known is picked by a search, without a script", async ({
  db,
}) => {
  const adice = await anOrganisation(db);
  const known = await aPerson(db);
  const site = await openSite(db, "animatrice");
  await site.post(people.addTo(adice), {
    ...{ prenom: "Ibrahim", nom: "Keïta", courriel: "ibrahim@adice.fr" },
    ...{ titre: "Directeur", genre: "employed", interlocuteur: "oui" },
  });
  const search = await site.visit(`${people.addTo(adice)}?q=awa`);
  const pick = search.querySelector(`a[href*="personne=${known}"]`)?.getAttribute("href") ?? "";
  const form = await site.visit(pick);
  expect(form.querySelector("[name=nom]")).toBeNull();
  await site.post(people.addTo(adice), { personne: String(known), titre: "Présidente", genre: "elected" });
  const panel = await site.visit(people.ofOrganisation(adice));
  expect([...panel.querySelectorAll(".line-title")].map((line) => line.textContent)).toEqual([
    "Ibrahim Keïta Interlocuteur principal",
    "Awa Diop",
  ]);
  const record = await site.visit(directory.one(adice));
  expect(record.querySelector("turbo-frame#personnes")?.getAttribute("src")).toBe(
    people.ofOrganisation(adice),
  );
  const again = await site.post(people.addTo(adice), { prenom: "Awa", nom: "Diop", titre: "Marraine" });
  expect(again.status).toBe(422);
  expect((await again.page()).querySelector(`a[href*="personne=${known}"]`)).not.toBeNull();
  const forged = await site.post(people.addTo(adice), { personne: "999999", titre: "Fantôme" });
  expect(forged.status).toBe(404);
});

test("choosing another main contact moves it, and who leaves is it no more", async ({ db }) => {
  const adice = await anOrganisation(db);
  const one = await aRole(db, adice, { interlocuteur: true });
  const two = await aRole(db, adice, {}, { given_name: "Binta", email: null });
  const site = await openSite(db, "animatrice");
  const main = async () =>
    (await roles(db)).filter(({ main_contact }) => main_contact).map(({ person_id }) => person_id);
  expect(await main()).toEqual([one.personId]);
  await site.post(people.mainContact(two.roleId));
  expect(await main()).toEqual([two.personId]);
  await site.post(people.roleEnd(two.roleId));
  expect(await main()).toEqual([]);
  const after = await site.visit(people.ofOrganisation(adice));
  expect(after.querySelector("main details")?.textContent).toContain("Binta");
  await site.post(people.mainContact(two.roleId));
  expect(await main()).toEqual([]);
  const undo = after.querySelector(".notice form")?.getAttribute("action") ?? "";
  expect(undo).toBe(people.roleReopening(two.roleId));
  await site.post(undo);
  await site.post(people.mainContact(two.roleId));
  expect(await main()).toEqual([two.personId]);
});

test("a role that has not begun cannot end, and a colleague's change is not written over", async ({ db }) => {
  const adice = await anOrganisation(db);
  const { roleId } = await aRole(db, adice, { depuis: "2021-06-01" });
  const site = await openSite(db, "animatrice");
  expect((await site.post(people.roleEnd(roleId), { le: "1/5/2021" })).status).toBe(422);
  await site.post(people.role(roleId), { titre: "Vice-présidente", version: "1" });
  const late = await site.post(people.role(roleId), { titre: "Secrétaire", version: "1" });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector(".callout")?.textContent).toContain("Vice-présidente");
});

test("the public card says only who is shown to all, members see those shown to them too", async ({ db }) => {
  const adice = await anOrganisation(db);
  await aRole(db, adice, { vue: "public", titre: "Présidente" }, { given_name: "Publique", email: "p@x.fr" });
  await aRole(db, adice, { vue: "members", titre: "PDG" }, { given_name: "Membre", email: null });
  await aRole(db, adice, { vue: "staff" }, { given_name: "Equipe", email: null });
  const read = async (who?: Persona) =>
    (await (await openSite(db, who)).visit(directory.publicCard(adice, slugOf("Adice")))).body.textContent ??
    "";
  expect(await read()).toContain("Publique Diop, présidente");
  expect(await read()).not.toMatch(/Membre Diop|Equipe|p@x\.fr/);
  expect(await read("membre")).toContain("Membre Diop, PDG");
  expect(await read("membre")).not.toContain("Equipe");
});

test("whatever is said of roles, nobody sees one that its visibility, its dates or its person do not show", async ({
  db,
}) => {
  const visibility = fc.constantFrom("public", "members", "staff");
  const day = fc.option(fc.constantFrom("2000-01-01", "2020-01-01", "2999-01-01"), { nil: null });
  const said = fc.record({
    vue: visibility as fc.Arbitrary<"public" | "members" | "staff">,
    depuis: day,
    jusqua: day,
    away: fc.boolean(),
    listed: fc.boolean(),
    published: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(said, async ({ vue, depuis, jusqua, away, listed, published }) => {
      fc.pre(!depuis || !jusqua || jusqua >= depuis);
      const organisationId = await anOrganisation(db, "Essai");
      await db
        .updateTable("directory.organisations")
        .set({ visibility: listed ? "listed" : "internal", status: published ? "published" : "proposed" })
        .where("id", "=", organisationId)
        .execute();
      const personId = await aPerson(db);
      await addRole(db, system, { personId, organisationId }, role({ vue, depuis, jusqua }));
      if (away) await archivePerson(db, system, personId, true);
      const today = new Date().toISOString().slice(0, 10);
      const acts = (!depuis || depuis <= today) && (!jusqua || jusqua > today) && !away && published;
      const shown = async (audience: "public" | "members") =>
        (await shownRoles(sql`${organisationId}`, audience).execute(db)).rows.length === 1;
      expect(await shown("public")).toBe(acts && listed && vue === "public");
      expect(await shown("members")).toBe(acts && vue !== "staff");
    }),
    { numRuns: 60 },
  );
});
