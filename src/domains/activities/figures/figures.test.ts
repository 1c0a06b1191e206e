import { expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { ensureTerm, findTermByWord } from "#domains/vocabularies/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aMeeting } from "#test/meetings.ts";
import { openSession } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { readLogFigures } from "./queries.ts";

const at = (commune: string, typed: string) => ({
  online: false,
  places: [{ typed, communeCode: commune, countryCode: null }],
});

/** A small year: two meetings of a pole, a trip, a town and a region met, a colleague present. */
async function aYear(db: Db) {
  await db.insertInto("territory.offices").values({ name: "Lille", commune_code: "59350" }).execute();
  const { userId } = await openSession(db, "animatrice");
  const colleague = await openSession(db, "administrateur");
  const poleId = await ensureTerm(db, system, "poles", "Jeunesse");
  const types = await findTermByWord(db, "actor_types", ["Collectivité territoriale"]);
  const actorTypeId = types.get("Collectivité territoriale")?.id ?? 0;
  const ids = await addOrganisations(db, system, [
    { name: "Ville de Soissons" },
    { name: "Région Hauts-de-France" },
    { name: "CABS" },
  ]);
  await db
    .updateTable("directory.organisations")
    .set({ actor_type_id: actorTypeId })
    .where("id", "in", ids)
    .execute();
  const [soissons = 0, region = 0, unknown = 0] = ids;
  const met = (id: number) => ({ typed: String(id), organisationId: id });
  await aMeeting(db, {
    poleId,
    durationMinutes: 60,
    staff: [userId, colleague.userId],
    organisations: [met(soissons), met(region)],
  });
  await aMeeting(db, {
    poleId,
    durationMinutes: 30,
    staff: [userId],
    organisations: [met(soissons), met(unknown)],
    ...at("02722", "Soissons"),
  });
  await aMeeting(db, { durationMinutes: 15, ...at("59350", "Lille") });
  await aMeeting(db, { heldOn: "2020-06-01", organisations: [met(unknown)] });
  return { userId, colleague: colleague.userId, poleId };
}

test("time by pole and by person, trips, and collectivités by population, each opening on its rows", async ({
  db,
}) => {
  const { userId, colleague, poleId } = await aYear(db);
  const figures = await readLogFigures(db, 2021);
  expect(figures).toMatchObject({ year: 2021, meetings: 3, minutes: 105, without_staff: 1 });
  expect(figures.poles).toMatchObject([
    { value: String(poleId), label: "Jeunesse", meetings: 2, minutes: 90 },
    { value: "aucun", meetings: 1, minutes: 15 },
  ]);
  expect(figures.team).toMatchObject([
    { value: userId, meetings: 2, minutes: 90 },
    { value: colleague, meetings: 1, minutes: 60 },
  ]);
  expect(figures.trips).toMatchObject([{ label: "Soissons", meetings: 1 }]);
  expect(figures.trips[0]?.longitude).toBeGreaterThan(2);
  expect(
    figures.classes.map(({ code, meetings, collectivites }) => [
      code,
      meetings,
      collectivites.map(({ name }) => name),
    ]),
  ).toEqual([
    ["1000000", 1, ["Région Hauts-de-France"]],
    ["10000", 2, ["Ville de Soissons"]],
    [null, 1, ["CABS"]],
  ]);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit("/gestion/activite/chiffres?annee=2021");
  const links = [...page.querySelectorAll("main table a[href*='/gestion/activite?']")];
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) {
    const row = link.closest("tr");
    const counted =
      row?.querySelector("td[data-label=Réunions]")?.textContent ??
      (link.closest("td.numeric") ? link.textContent : undefined);
    const list = await site.visit(link.getAttribute("href") ?? "");
    expect(list.querySelector(".figure-value")?.textContent, link.getAttribute("href") ?? "").toBe(
      counted?.trim(),
    );
  }
});

test("a year without meetings says so; an absurd one is another", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  expect((await site.visit("/gestion/activite/chiffres")).body.textContent).toContain("Aucune réunion");
  await aYear(db);
  expect((await site.visit("/gestion/activite/chiffres?annee=1999")).body.textContent).toContain(
    "Aucune réunion en 1999",
  );
  await site.visit("/gestion/activite/chiffres?annee=zzz");
  expect((await (await openSite(db, "membre")).request("/gestion/activite/chiffres")).status).toBe(403);
});
