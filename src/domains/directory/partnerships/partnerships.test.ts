import { sql } from "kysely";
import { describe, expect } from "vitest";
import { criteria } from "#app/criteria.ts";
import { moveImport } from "#domains/imports/commands.ts";
import { importFile } from "#domains/imports/index.ts";
import { findImport } from "#domains/imports/queries.ts";
import { undoImport } from "#domains/imports/running/undo.ts";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import type { Asked } from "#platform/criterion.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { anOrganisation, aRole } from "#test/people.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { addLink } from "../links/commands.ts";
import { slugOf } from "../rules.ts";
import { addPartnership } from "./commands.ts";

const segou = {
  ...({ kind: "twinning", partner: "Ségou", country_code: "ML", since_year: 1998 } as const),
  ...({ state: "active", visibility: "public", note: "Entre nous" } as const),
};
const rows = (db: Db) =>
  db
    .selectFrom("directory.partnerships")
    .select(["partner", "country_code", "since_year", "state", "version"])
    .orderBy("id")
    .execute();

async function angouleme(db: Db) {
  const id = await anOrganisation(db, "Ville d’Angoulême");
  const outcome = await addPartnership(db, system, id, segou);
  return { id, row: outcome.ok ? outcome.id : 0 };
}

describe("each writing route climbs the ladder", () => {
  for (const route of ["add", "one", "removal", "restoration"] as const)
    test(route, async ({ db }) => {
      const { id, row } = await angouleme(db);
      const path =
        route === "restoration"
          ? partnerships.restoration("x")
          : partnerships[route](route === "add" ? id : row);
      const good = { genre: "other", partenaire: "Bamako", pays: "ML", annee: "2001", version: "1" };
      const status = async (who: Persona | undefined, fields: Record<string, string>) =>
        (await (await openSite(db, who)).post(path, fields)).status;
      const before = await rows(db);
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      if (route === "add" || route === "one")
        expect(await status("animatrice", { ...good, pays: "XX", annee: "98" }), "malformed").toBe(422);
      expect(await rows(db)).toEqual(before);
      expect(await status("animatrice", good), "allowed").toBe(303);
    });
});

test("a partnership is noted once, shown where it may be, removed and put back", async ({ db }) => {
  const { id, row } = await angouleme(db);
  const site = await openSite(db, "animatrice");
  const again = { genre: "twinning", partenaire: "SEGOU", pays: "ML" };
  expect((await site.post(partnerships.add(id), again)).status).toBe(422);
  await site.post(partnerships.add(id), { ...again, partenaire: "Secret", vue: "members" });
  const card = async (who?: Persona) =>
    (await (await openSite(db, who)).visit(directory.publicCard(id, slugOf("Ville d’Angoulême")))).body
      .textContent;
  expect(await card()).toContain("Ségou (Jumelage, Mali, depuis 1998)");
  expect(await card()).not.toMatch(/Secret|Entre nous/);
  expect(await card("membre")).toContain("Secret");
  await site.post(partnerships.one(row), { ...again, partenaire: "Ségou", etat: "dormant", version: "1" });
  const late = await site.post(partnerships.one(row), { ...again, partenaire: "Mopti", version: "1" });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector(".callout")?.textContent).toContain("En sommeil");
  await site.post(partnerships.removal(row));
  expect(await rows(db)).toHaveLength(1);
  const undo =
    (await site.visit(directory.one(id))).querySelector(".notice form")?.getAttribute("action") ?? "";
  await site.post(undo);
  await site.post(undo);
  expect(await rows(db)).toHaveLength(2);
});

test("the list is narrowed by country, kind, state and département, and taken away", async ({ db }) => {
  const { id } = await angouleme(db);
  await db
    .updateTable("directory.organisations")
    .set({ department_code: "59" })
    .where("id", "=", id)
    .execute();
  await addPartnership(db, system, id, {
    ...segou,
    kind: "other",
    partner: "Herten",
    country_code: "DE",
    state: "ended",
  });
  const site = await openSite(db, "administratrice_ca");
  const total = async (query: string) =>
    (await site.visit(partnerships.all() + query)).querySelector(".total")?.textContent;
  for (const query of ["?pays=ML", "?genre=twinning", "?etat=active", "?q=sego", "?q=mali", "?q=angou%20seg"])
    expect(await total(query), query).toBe("1\u00a0partenariat");
  for (const query of ["", "?departement=59", "?q=angouleme"])
    expect(await total(query)).toBe("2\u00a0partenariats");
  const facets = [...(await site.visit(`${partnerships.all()}?pays=ML`)).querySelectorAll(".facet a")].map(
    (a) => a.textContent,
  );
  expect(facets).toEqual(["Allemagne1", "Mali1", "Jumelage1", "Actif1", "Nord1"]);
  const csv = (await (await site.request("/gestion/partenariats.csv?pays=ML")).text()).split("\r\n");
  expect(csv[1]).toBe("Ville d’Angoulême;Ségou;Mali;ML;Jumelage;1998;Actif;Nord");
});

test("a spreadsheet of partnerships comes in, is recognised, changes what it knows better, and can be taken back", async ({
  db,
}) => {
  await angouleme(db);
  const { services } = importServices(db);
  const text =
    "Collectivité;Ville jumelle;Pays;Genre de partenariat;Depuis;État\n" +
    "Ville d’Angoulême;SÉGOU;Mali;jumelage;1998;En sommeil\n" +
    "Ville de Denain;Herten;Allemagne;Jumelage;12/05/1984;actif\n" +
    "Ville de Denain;herten;allemagne;Jumelage;;\n" +
    "Ville de Denain;Ouaga;Pays imaginaire;Coopération décentralisée;;\n" +
    "Ville de Denain;Ouaga;BF;mariage;;\n";
  const done = await importFile(services, system, {
    name: "jumelages.csv",
    bytes: new TextEncoder().encode(text),
  });
  expect(done).toMatchObject({ kind: "partnerships", counts: { create: 1, change: 1, same: 1, problem: 2 } });
  expect(await rows(db)).toMatchObject([
    { partner: "Ségou", state: "dormant", version: 2 },
    { partner: "Herten", country_code: "DE", since_year: 1984, state: "active" },
  ]);
  await moveImport(db, system, done.importId, { from: ["done"], to: "undoing" });
  await undoImport(services, done.importId);
  expect((await findImport(db, done.importId))?.counts).toMatchObject({ restored: 1, kept: [] });
  expect(await rows(db)).toMatchObject([{ partner: "Ségou", state: "active" }]);
  expect((await db.selectFrom("directory.organisations").select("name").execute()).length).toBe(1);
});

test("segments read partnerships, links and people, and say so in French", async ({ db }) => {
  const { id } = await angouleme(db);
  const adice = await anOrganisation(db, "Adice");
  await addLink(db, system, {
    kind: "member_of",
    from_id: adice,
    to_id: id,
    since: null,
    until: null,
    note: "",
  });
  await aRole(db, adice, { interlocuteur: true, genre: "elected", titre: "Présidente" });
  const ask = async (criterionId: string, asked: Asked, labels: readonly string[] = []) => {
    const criterion = criteria.find((one) => one.id === criterionId);
    const { rows } = await sql<{ name: string }>`select name from directory.organisations organisation
      where ${criterion?.condition(sql.ref("organisation.id"), asked)} order by id`.execute(db);
    return [criterion?.phrase(asked, () => labels), ...rows.map(({ name }) => name)];
  };
  expect(
    await ask("partnerships.abroad", { pays: ["ML", "BJ"], genre: ["twinning"] }, ["Mali", "Bénin"]),
  ).toEqual(["qui ont un jumelage au Mali ou au Bénin", "Ville d’Angoulême"]);
  expect(await ask("partnerships.abroad", { etat: ["ended"] })).toEqual([
    "qui ont un partenariat à l’étranger (terminé)",
  ]);
  expect(await ask("links.linked", { lien: ["member_of"], organisation: ["ville d'angouleme"] })).toEqual([
    "dont on dit : est membre de « ville d'angouleme »",
    "Adice",
  ]);
  expect(await ask("links.linked", { lien: ["member_of.in"] })).toContain("Ville d’Angoulême");
  expect(await ask("people.main_contact", { connu: ["oui"] })).toEqual([
    "dont l’interlocuteur principal est connu",
    "Adice",
  ]);
  expect(await ask("people.main_contact", { connu: ["non"] })).toContain("Ville d’Angoulême");
  expect(await ask("people.role", { genre: ["elected"], titre: ["president"] })).toEqual([
    "où nous connaissons une élue ou un élu (« president »)",
    "Adice",
  ]);
});
