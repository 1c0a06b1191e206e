import { expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";

const said = {
  titre: "Écoles jumelles",
  resume: "Deux écoles s’écrivent et jardinent.",
  etape: "under_way",
  debut: "mars 2021",
  fin: "2023",
  pays: "Mali",
  "acteur-0-role": "carrier",
  "acteur-0-nom": "Kabé",
  "acteur-0-pays": "",
  "acteur-1-role": "partner_there",
  "acteur-1-nom": "École de Gao",
  "acteur-1-pays": "Mali",
  "ici-0-lieu": "Lille",
  "la-0-pays": "Bénin",
  "la-0-lieu": "Ouidah",
  "la-0-position": "6,36 ; 2,09",
  "budget-0-financeur": "AFD",
  "budget-0-prevu": "12 000,50 €",
  "budget-0-recu": "5 000",
};

test("Aminata writes a project down, publishes it and finds it in the list", async ({ db }) => {
  await addOrganisations(db, system, [{ name: "Kabé", visibility: "listed" }]);
  const site = await openSite(db, "animatrice");
  await site.visit("/gestion/panorama");
  await site.visit("/gestion/panorama/nouveau");
  const sent = await site.post("/gestion/panorama/nouveau", said);
  expect(sent.status).toBe(303);
  const page = await site.visit(sent.to ?? "");
  expect(page.body.textContent).toContain("Ouidah, Bénin");
  expect(page.body.textContent).toContain("de mars 2021 à 2023");
  await site.visit(`${sent.to}/modifier`);
  await site.visit(`${sent.to}/marqueurs`);
  await site.visit("/gestion/panorama?q=kab&pays=ML&odd=4");
  await site.visit("/gestion/panorama?q=kab&pays=ML&annee=2022&tri=-montant");
});
