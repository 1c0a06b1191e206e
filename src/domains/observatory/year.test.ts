import { expect } from "vitest";
import { observatory } from "#paths/observatory.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aMeeting } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";
import { aTrainingOf, came } from "#test/trained.ts";
import { collectivites, loadYear2021 } from "#test/year-2021.ts";
import { computeYear } from "./queries.ts";

async function linesOf(db: Db, id: string, year = 2021) {
  const value = (await computeYear(db, year)).values[id]?.value;
  return Array.isArray(value) ? value.map(({ label, value }) => [label, value]) : value;
}

test("the supports, the events and the programme of 2021 are those of the network's documents", async ({
  db,
}) => {
  await loadYear2021(db);
  const { values } = await computeYear(db, 2021);
  expect(values["support.meetings"]?.value).toBe(145);
  expect(values["support.courses"]?.value, "55 of the first term, one without a day").toBe(54);
  expect(values["events.count"]?.value).toBe(14);
  expect(values["programme.done_share"]?.value, "14 of 41").toBe(34.15);
  expect(values["trainings.people"]?.value).toBe(170);
  expect(values["trainings.distinct_people"]?.value).toBe(108);
  expect(await linesOf(db, "events.by_kind")).toEqual([
    ["Webinaire", 7],
    ["Groupe de travail", 5],
    ["Événement", 2],
  ]);
  const months = (await linesOf(db, "support.by_month")) as unknown[];
  expect(months.slice(0, 4)).toEqual([
    ["janvier", 12],
    ["février", 25],
    ["mars", 17],
    ["avril", 0],
  ]);
  expect(await linesOf(db, "support.by_department")).toEqual([
    ["Nord", 30],
    ["Pas-de-Calais", 11],
    ["Somme", 7],
    ["Oise", 4],
    ["Aisne", 2],
  ]);
  expect(await linesOf(db, "support.by_type")).toEqual([
    ["Association locale", 17],
    ["Collectivité territoriale", 12],
    ["ONG", 5],
    ["OSIM", 5],
    ["Structure jeunesse", 4],
    ["Type non renseigné", 4],
    ["Association étudiante", 2],
    ["Entreprise, groupement d’entreprises, coopérative", 2],
    ["Établissement scolaire", 2],
    ["Jumelage", 1],
  ]);
});

test("a person of three days and of two trainings counts once; who is known by number, by the fullest day", async ({
  db,
}) => {
  const first = await aTrainingOf(db, "Mobiliser son partenaire", [
    ["2021-03-01", 180, 2],
    ["2021-03-02", 180, 1],
    ["2021-03-03", 120, 1],
  ]);
  await came(db, first.id, "Diallo", first.sessions);
  await came(db, first.id, "Petit", first.sessions.slice(0, 1));
  const second = await aTrainingOf(db, "Écrire un budget", [["2021-02-01", 60, 1]]);
  await came(db, second.id, "Diallo", second.sessions);
  await aTrainingOf(db, "Prendre la parole", [
    ["2021-05-01", 60, 5],
    ["2021-05-08", 60, 7],
  ]);
  const mixed = await aTrainingOf(db, "Tenir sa caisse", [
    ["2021-06-01", 60, 2],
    ["2021-06-08", 60, 4],
  ]);
  await came(db, mixed.id, "Diallo", mixed.sessions.slice(0, 1));
  await came(db, mixed.id, "Roux", mixed.sessions.slice(0, 1));
  const next = await aTrainingOf(db, "Écrire un bilan", [["2022-02-01", 60, 1]]);
  await came(db, next.id, "Diallo", next.sessions);
  const { values } = await computeYear(db, 2021);
  expect(values["trainings.people"]?.value).toBe(23);
  expect(values["trainings.distinct_people"]?.value, "of the last, Roux and two without a name").toBe(12);
  expect((await computeYear(db, 2022)).values["trainings.distinct_people"]?.value).toBe(1);
  const page = await (await openSite(db)).visit(observatory.rows("trainings.distinct_people", 2021));
  const cells = [...page.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].slice(1).map((cell) => cell.textContent),
  );
  expect(cells).toEqual([
    ["Écrire un budget", "1", "1", "1"],
    ["Mobiliser son partenaire", "3", "4", "1"],
    ["Prendre la parole", "2", "12", "7"],
    ["Tenir sa caisse", "2", "6", "3"],
  ]);
  expect(page.body.textContent).not.toMatch(/Diallo|Petit/);
});

test("a collectivité met twice counts once, in its class; the classes are in their order", async ({ db }) => {
  const ids = await collectivites(db, [
    "Ville de Soissons",
    "Ville de Lille",
    "Région Hauts-de-France",
    "CABS",
  ]);
  const met = (id = 0) => ({ typed: String(id), organisationId: id });
  await aMeeting(db, { organisations: ids.map(met) });
  await aMeeting(db, { organisations: [met(ids[0])] });
  await aMeeting(db, { heldOn: "2020-03-04", organisations: [met(ids[3])] });
  expect(await linesOf(db, "collectivites.met")).toBe(4);
  expect(await linesOf(db, "collectivites.met_by_class")).toEqual([
    ["1 million d’habitants et plus", 1],
    ["De 100 000 à 1 million d’habitants", 1],
    ["De 10 000 à 100 000 habitants", 1],
    ["Population inconnue", 1],
  ]);
  expect(await linesOf(db, "collectivites.met", 2020)).toBe(1);
});

test("an event counts the year of its first day, once, when it is ours and was held", async ({ db }) => {
  const add = async (title: string, facts: object, days: readonly string[]) => {
    const { id } = await db
      .insertInto("agenda.events")
      .values({ title, ...facts })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const starts_on of days)
      await db
        .insertInto("agenda.sessions")
        .values({ event_id: id, starts_on, online: true, participants: 5 })
        .execute();
  };
  await add("Forum de deux jours", {}, ["2021-12-31", "2022-01-01"]);
  await add("Rencontre de l’équipe", { visibility: "internal" }, ["2021-02-01"]);
  await add("Annulé", { cancelled_at: new Date() }, ["2021-03-01"]);
  await add("Relayé", { origin: "relayed" }, ["2021-03-01"]);
  await add("Brouillon", { status: "draft" }, ["2021-03-01"]);
  await add("Formation", { training: true }, ["2021-03-01"]);
  await add("À venir", {}, ["2999-03-01"]);
  expect(await linesOf(db, "events.count")).toBe(2);
  expect(await linesOf(db, "events.count", 2022)).toBe(0);
  expect(await linesOf(db, "events.count", 2999)).toBe(0);
  const address = observatory.rows("events.count", 2021);
  const visitor = (await (await openSite(db)).visit(address)).body.textContent;
  expect(visitor).toContain("Événement interne");
  expect(visitor).not.toContain("Rencontre de l’équipe");
  const staff = (await (await openSite(db, "animatrice")).visit(address)).body.textContent;
  expect(staff).toContain("Rencontre de l’équipe");
});

test("anyone reads how many were accompanied and where; only the team and the board read who", async ({
  db,
}) => {
  await loadYear2021(db);
  const address = observatory.rows("support.courses", 2021);
  const file = `${observatory.rowsOf("support.courses")}.csv?annee=2021`;
  for (const persona of [undefined, "membre"] as const) {
    const site = await openSite(db, persona);
    const page = await site.visit(address);
    expect(page.body.textContent).toContain("54");
    expect(page.body.textContent).not.toContain("Abidjan Humanity");
    const departments = await site.visit(observatory.rows("support.by_department", 2021));
    expect(departments.body.textContent).toContain("Pas-de-Calais");
    const one = await site.visit(observatory.rows("support.by_department", 2021, "62"));
    expect(one.body.textContent).not.toContain("Arras");
    expect((await site.request(file)).status).toBe(404);
  }
  for (const persona of ["animatrice", "administratrice_ca"] as const) {
    const site = await openSite(db, persona);
    expect((await site.visit(address)).body.textContent).toContain("Abidjan Humanity");
    expect((await (await site.request(file)).text()).trim().split("\r\n")).toHaveLength(55);
  }
});

test("a line of the programme that is not announced is counted without its title", async ({ db }) => {
  await loadYear2021(db);
  const address = observatory.rows("programme.done_share", 2021);
  const visitor = await (await openSite(db)).visit(address);
  expect(visitor.querySelectorAll("tbody tr")).toHaveLength(14);
  expect(visitor.body.textContent).toContain("Ligne non publiée");
  expect(visitor.body.textContent).not.toContain("Séminaire Franco-Malien");
  const staff = await (await openSite(db, "animatrice")).visit(address);
  expect(staff.body.textContent).toContain("Séminaire Franco-Malien");
});
