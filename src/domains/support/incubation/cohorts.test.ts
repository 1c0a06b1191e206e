import { expect } from "vitest";
import { mergeOrganisations } from "#domains/directory/merging/commands.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aCohort, aMilestone, aStay, theCohort } from "#test/incubation.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { setStayRemoved } from "./commands.stays.ts";
import { findStay } from "./queries.stay.ts";

const said = { nom: "Élan 2025", de: "2025", a: "2030", objet: "Aller plus loin ensemble" };

test("an officer opens a cohort, has organisations enter, and finds it in the list", async ({ db }) => {
  const [adice, lycee] = [await anOrganisation(db, "Adice"), await anOrganisation(db, "Lycée Baggio")];
  const site = await openSite(db, "animatrice");
  await site.visit(incubation.add());
  const path = (await site.post(incubation.add(), said)).to ?? "";
  const id = Number(path.split("/").at(-1));
  const entering = { organisations: "adice\nLycée Baggio", entree: "1/9/2025" };
  expect((await site.post(incubation.organisations(id), entering)).status).toBe(303);
  expect((await site.visit(path)).body.textContent).toContain("2\u00a0organisations entrées");
  // Sent again, nobody is in it twice.
  await site.post(incubation.organisations(id), entering);
  expect((await site.visit(path)).body.textContent).toContain("2 y étaient déjà");
  const { stays } = await theCohort(db, id);
  expect(stays.map(({ organisation_id, entered_on }) => [organisation_id, entered_on])).toEqual([
    [adice, "2025-09-01"],
    [lycee, "2025-09-01"],
  ]);
  const list = await site.visit(incubation.all());
  expect(list.querySelector("tbody")?.textContent).toMatch(/Élan 2025.*2025\s–\s2030.*2/);
  expect((await site.visit(support.ofOrganisation(adice))).body.textContent).toMatch(/En cohorte.*Élan 2025/);
  const record = await site.visit(`/gestion/annuaire/${adice}/chronologie`);
  expect(record.body.textContent).toMatch(/Entre dans la cohorte «\sÉlan 2025\s»/);
});

test("of two officers on one cohort, the second is told and loses nothing", async ({ db }) => {
  const id = await aCohort(db);
  const site = await openSite(db, "animatrice");
  await site.visit(incubation.edit(id));
  expect((await site.post(incubation.edit(id), { ...said, version: "1" })).status).toBe(303);
  const late = await site.post(incubation.edit(id), { ...said, nom: "La seconde", version: "1" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.body.textContent).toContain("Un collègue a enregistré");
  const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
  expect((await site.post(incubation.edit(id), { ...said, nom: "La seconde", version })).status).toBe(303);
  expect((await theCohort(db, id)).name).toBe("La seconde");
});

test("a cohort closes with its story and is taken up again, goes and comes back", async ({ db }) => {
  const id = await aCohort(db);
  const site = await openSite(db, "animatrice");
  expect((await site.post(incubation.closing(id), { version: "1", cloture: "1/1/2030" })).status).toBe(422);
  await site.post(incubation.closing(id), { version: "1", cloture: "1/6/2026", mots: "Six associations." });
  expect((await site.visit(incubation.one(id))).body.textContent).toMatch(/Close[\s\S]*Six associations/);
  await anOrganisation(db, "Adice");
  const entering = await site.post(incubation.organisations(id), {
    ...{ organisations: "Adice", entree: "1/9/2025" },
  });
  expect(entering.status).toBe(422);
  expect((await entering.page()).querySelector("#erreurs")?.textContent).toContain("La cohorte est close");
  const late = await site.post(incubation.closing(id), { version: "1", mots: "Mon bilan" });
  expect(late.status).toBe(409);
  await site.post(incubation.reopening(id));
  expect((await theCohort(db, id)).closed_on).toBeNull();
  await site.post(incubation.removal(id));
  expect((await site.visit(incubation.all())).body.textContent).toContain("Aucune cohorte pour l’instant");
  expect((await site.visit(`${incubation.all()}?etat=supprimees`)).body.textContent).toContain("Élan");
  expect((await site.visit(incubation.one(id))).body.textContent).toContain("Cette cohorte est supprimée");
  expect((await site.post(incubation.edit(id), said)).status).toBe(404);
  await site.post(incubation.restoration(id));
  expect((await site.visit(incubation.all())).body.textContent).toContain("Élan");
});

test("the organisations of a cohort are taken away, a column a milestone", async ({ db }) => {
  const id = await aCohort(db);
  const { stay } = await aStay(db, id);
  const milestone = await aMilestone(db, id);
  const site = await openSite(db, "animatrice");
  await site.post(incubation.reached(id, milestone, stay, "2026-01-05"));
  const file = await (await site.request(`${incubation.organisations(id)}.csv`)).text();
  expect(file).toMatch(/Jalons atteints;Jalons en retard;Statuts à jour/);
  expect(file).toMatch(/Adice;2025-09-01;.*;1;0;2026-01-05/);
});

test("one put in by mistake is taken out and put back, unless it entered again meanwhile", async ({ db }) => {
  const id = await aCohort(db);
  const { organisation, stay } = await aStay(db, id);
  const site = await openSite(db, "animatrice");
  await site.post(incubation.stayRemoval(stay));
  expect((await theCohort(db, id)).stays).toEqual([]);
  await site.visit(incubation.stay(stay));
  await site.post(incubation.stayRestoration(stay));
  expect((await theCohort(db, id)).stays).toHaveLength(1);
  await site.post(incubation.stayRemoval(stay));
  await site.post(incubation.organisations(id), { organisations: "Adice", entree: "1/9/2026" });
  await site.post(incubation.stayRestoration(stay));
  const { stays } = await theCohort(db, id);
  expect(stays.map(({ organisation_id, entered_on }) => [organisation_id, entered_on])).toEqual([
    [organisation, "2026-09-01"],
  ]);
  const gone = await findStay(db, stay);
  expect(gone && (await setStayRemoved(db, system, gone, null))).toBe(false);
});

test("when two cards become one, the place in the cohort and the funding follow", async ({ db }) => {
  const id = await aCohort(db);
  const { organisation: loser, stay } = await aStay(db, id, "GDCAM");
  const winner = await anOrganisation(db, "Groupement de coopératives");
  const site = await openSite(db, "animatrice");
  await site.post(incubation.budget(id), {
    ...{ genre: "income", intitule: "Don", prevu: "100", financeur: "GDCAM" },
  });
  const versions = { winner: 1, loser: 1 };
  const order = { winnerId: winner, loserId: loser, versions, chosen: () => "winner" as const };
  expect(await mergeOrganisations(db, system, { ...order, visibility: "listed" })).toMatchObject({
    ok: true,
  });
  const { stays, lines } = await theCohort(db, id);
  expect(stays.map((one) => [one.id, one.organisation_id])).toEqual([[stay, winner]]);
  expect(lines.map((one) => one.organisation_id)).toEqual([winner]);
});
