import { describe, expect } from "vitest";
import { segments } from "#paths/segments.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations } from "../matching/commands.ts";
import { addSegment } from "./commands.ts";

const somme = {
  name: "La Somme",
  definition: [[{ criterion: "directory.department", asked: { departement: ["80"] } }]],
  sentence: "les organisations de la Somme",
  shared: true,
};

const network = (db: Db) =>
  addOrganisations(db, system, [
    { name: "Amis du Mali", commune_code: "80021" },
    { name: "Lille Togo", commune_code: "59350" },
  ]);

const line = { c1: "directory.department", c1_departement: "80", faire: "enregistrer" };

describe("each writing route climbs the ladder", () => {
  const good = { ...line, nom: "La Somme", version: "1" };
  const routes = [
    { path: () => segments.add(), good, bad: { ...good, nom: "" } },
    { path: (id: number) => segments.edit(id), good, bad: { ...good, c1_departement: "" } },
    { path: (id: number) => segments.removal(id), good: {}, bad: undefined },
    { path: (id: number) => segments.restoration(id), good: {}, bad: undefined },
  ];
  for (const { path, good, bad } of routes)
    test(`POST ${path(7)}`, async ({ db }) => {
      const id = await addSegment(db, system, somme);
      const status = async (who: Persona | undefined, fields: Record<string, string>) =>
        (await (await openSite(db, who)).post(path(id), fields)).status;
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      if (bad) expect(await status("animatrice", bad), "malformed").toBe(422);
      expect(await status("animatrice", good)).toBe(303);
    });
});

test("Aminata writes a segment one criterion at a time, without a script, and keeps it", async ({ db }) => {
  await network(db);
  const site = await openSite(db, "animatrice");
  const first = await site.visit(segments.add());
  expect(first.querySelector("#apercu")?.textContent).toContain("Toutes les organisations.");
  const added = await site.post(segments.add(), { critere: "directory.department", faire: "ajouter" });
  expect(added.to).toBe(`${segments.add()}?c1=directory.department`);
  const waiting = await site.visit(added.to ?? "");
  expect(waiting.querySelector("#apercu")?.textContent).toContain("attend encore une réponse");
  const told = await site.post(segments.add(), {
    c1: "directory.department",
    "c1_departement[]": "80",
    critere: "directory.commune",
    faire: "ajouter",
    nom: "Somme et Amiens",
  });
  const two = await site.visit(told.to ?? "");
  expect(two.querySelectorAll(".segment-line")).toHaveLength(2);
  expect(two.querySelector("[name=nom]")?.getAttribute("value")).toBe("Somme et Amiens");
  expect(two.querySelector("#apercu")?.textContent).toMatch(/de la Somme\.\s*1\s+organisation/);
  const unsure = await site.post(segments.add(), {
    ...line,
    c2: "directory.commune",
    c2_commune: "Xyzzy",
    nom: "X",
  });
  expect(unsure.status).toBe(422);
  expect((await unsure.page()).querySelector("#erreur-c2_commune")?.textContent).toContain(
    "n’est pas connue",
  );
  const saved = await site.post(segments.add(), {
    ...line,
    c2: "directory.commune",
    c2_commune: "amiens, Lille",
    c2_lien: "ou",
    nom: "Somme ou villes",
  });
  const page = await site.visit(saved.to ?? "");
  expect(page.querySelector(".segment-sentence")?.textContent).toBe(
    "Les organisations, soit de la Somme, soit d’Amiens ou de Lille.",
  );
  expect(page.querySelector("main")?.textContent).toContain("Lille Togo");
  const list = await site.visit(segments.all());
  expect(list.querySelector("table")?.textContent).toMatch(/Somme ou villes.*2.*Aminata/s);
  const again = await site.visit(segments.edit(Number(saved.to?.split("/").at(-1))));
  expect(again.querySelector("[name=c2_commune]")?.getAttribute("value")).toBe(
    "Amiens (Somme), Lille (Nord)",
  );
});

test("a criterion is taken away; the preview of the others is a page of its own", async ({ db }) => {
  await network(db);
  const site = await openSite(db, "animatrice");
  const { to } = await site.post(segments.add(), {
    ...line,
    c2: "directory.has",
    c2_quoi: "website",
    faire: "retirer-1",
  });
  expect(to).toBe(`${segments.add()}?c1=directory.has&c1_quoi=website`);
  const preview = await site.visit(
    `${segments.preview()}?c1=directory.department&c1_departement%5B%5D=80&c1_non=oui`,
  );
  expect(preview.querySelector("turbo-frame#apercu")?.textContent).toMatch(
    /hors de la Somme.*1\s+organisation.*Lille Togo/s,
  );
});

test("two officers change one segment: the second is told, and loses nothing", async ({ db }) => {
  const id = await addSegment(db, system, somme);
  const site = await openSite(db, "animatrice");
  const colleague = await openSite(db, "administrateur");
  const first = await colleague.post(segments.edit(id), { ...line, nom: "Celle de Djamel", version: "1" });
  expect(first.status).toBe(303);
  const second = await site.post(segments.edit(id), {
    c1: "directory.department",
    c1_departement: "59",
    faire: "enregistrer",
    nom: "Celle d’Aminata",
    version: "1",
  });
  expect(second.status).toBe(409);
  const page = await second.page();
  expect(page.querySelector("[role=alert]")?.textContent).toContain("Celle de Djamel");
  expect(page.querySelector("[name=nom]")?.getAttribute("value")).toBe("Celle d’Aminata");
  expect(page.querySelector("[name=version]")?.getAttribute("value")).toBe("2");
  const decided = await site.post(segments.edit(id), { ...line, nom: "Celle d’Aminata", version: "2" });
  const versions = await site.visit(decided.to ?? "");
  expect(versions.querySelector("main")?.textContent).toMatch(
    /Ce qu’il était.*Celle d’Aminata.*Celle de Djamel/s,
  );
});

test("a segment of one’s own is seen by nobody else; one deleted comes back", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const mine = await site.post(segments.add(), { ...line, nom: "À moi", partage: "moi" });
  const other = await openSite(db, "administrateur");
  await other.visit(mine.to ?? "", { status: 404 });
  expect((await other.visit(segments.all())).querySelector("main")?.textContent).not.toContain("À moi");
  const id = Number(mine.to?.split("/").at(-1));
  const removed = await site.post(segments.removal(id));
  const page = await site.visit(removed.to ?? "");
  expect(page.querySelector("main table")).toBeNull();
  await site.post(page.querySelector(".notice form")?.getAttribute("action") ?? "");
  expect((await site.visit(segments.all())).querySelector("main")?.textContent).toContain("À moi");
});

test("a segment opens in the list, with its facets, its search and its files", async ({ db }) => {
  await network(db);
  const id = await addSegment(db, system, somme);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit(`/gestion/annuaire?segment=${id}`);
  expect(page.querySelector("main")?.textContent).toContain("Les organisations de la Somme.");
  expect([...page.querySelectorAll("tbody tr")]).toHaveLength(1);
  expect(page.querySelector(".facet-count")?.textContent).toBe("1");
  expect(page.querySelector(".exports a")?.getAttribute("href")).toBe(`/gestion/annuaire.csv?segment=${id}`);
  const file = await site.request(`/gestion/annuaire.json?segment=${id}`);
  expect(await file.json()).toMatchObject([{ name: "Amis du Mali" }]);
  expect(await (await site.request(`/gestion/annuaire.json?segment=${id}&q=togo`)).json()).toEqual([]);
  await site.visit("/gestion/annuaire?segment=999999");
  const { used_on } = await db
    .selectFrom("directory.segments")
    .select("used_on")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(used_on).not.toBeNull();
});
