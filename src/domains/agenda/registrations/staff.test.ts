import { expect } from "vitest";
import { registrations } from "#paths/registrations.ts";
import { test } from "#test/database.ts";
import { anOrganisation } from "#test/people.ts";
import { anEvent, letters, listed, person, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";

test("an officer sees who comes and who waits, each counted once, and takes the list away", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 2, days: [10, 20], price_cents: 2500 });
  await registered(db, id, [person("Awa", { organisation: "Adice" }), person("Bineta"), person("Chloé")]);
  const site = await openSite(db, "animatrice");
  const page = await site.visit(registrations.all(id));
  expect([...page.querySelectorAll(".figure-value")].map((one) => one.textContent?.trim()[0])).toEqual([
    "2",
    "1",
  ]);
  expect(page.querySelectorAll("tbody tr").length).toBe(3);
  expect(
    (await site.visit(`${registrations.all(id)}?q=binéta&etat=inscrits`)).querySelectorAll("tbody tr").length,
  ).toBe(1);
  expect((await site.visit(`${registrations.all(id)}?etat=attente`)).body.textContent).toContain(
    "Attend, 1er",
  );
  const file = await (await site.request(`${registrations.all(id)}.csv`)).text();
  expect(file).toMatch(/Prénom;Nom;Courriel[\s\S]*Awa;Diop;awa@exemple\.fr/);
  await site.visit("/gestion/agenda/999999/inscriptions", { status: 404 });
});

test("the board, members and strangers do not see who comes", async ({ db }) => {
  const { id } = await anEvent(db);
  const [awa] = await registered(db, id, [person("Awa")]);
  for (const persona of ["administratrice_ca", "membre", undefined] as const) {
    const site = await openSite(db, persona);
    expect((await site.request(registrations.all(id))).status).toBe(persona ? 403 : 302 + 1);
    expect((await site.post(registrations.removal(id, awa?.id ?? 0))).status).toBe(persona ? 403 : 303);
  }
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(["confirmed"]);
});

test("the team adds someone by hand, cancels, puts back, lets one pass first; each is told", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 1 });
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.add(id));
  expect((await site.post(registrations.add(id), { prenom: "Awa", nom: "" })).status).toBe(422);
  const awa = { prenom: "Awa", nom: "Diop", courriel: "awa@exemple.fr", organisation: "", prevenir: "oui" };
  expect((await site.post(registrations.add(id), awa)).to).toBe(registrations.all(id));
  expect((await site.post(registrations.add(id), awa)).status).toBe(422);
  await site.post(registrations.add(id), { prenom: "Sans", nom: "Adresse", courriel: "", organisation: "" });
  await registered(db, id, [person("Bineta"), person("Chloé")]);
  const [first, , , last] = await listed(db, id);
  await site.post(registrations.head(id, last?.id ?? 0));
  expect((await listed(db, id)).map(({ given_name }) => given_name)).toEqual([
    "Awa",
    "Chloé",
    "Sans",
    "Bineta",
  ]);
  await site.post(registrations.removal(id, first?.id ?? 0));
  expect((await listed(db, id)).map(({ state }) => state)).toEqual([
    "cancelled",
    "confirmed",
    "waiting",
    "waiting",
  ]);
  await site.post(registrations.restoration(id, first?.id ?? 0));
  expect((await listed(db, id)).map(({ state }) => state)).toEqual([
    "waiting",
    "confirmed",
    "waiting",
    "waiting",
  ]);
  expect(
    (await letters(db)).map(
      ({ recipient, subject }) => `${recipient.split("@")[0]} ${subject.split(" : ")[0]}`,
    ),
  ).toEqual([
    "awa Votre inscription",
    "bineta Liste d’attente",
    "chloé Liste d’attente",
    "awa Inscription annulée",
    "chloé Une place pour vous",
    "awa Liste d’attente",
  ]);
});

test("an undone passing-first puts the list back as it was", async ({ db }) => {
  const { id } = await anEvent(db, { capacity: 1 });
  await registered(db, id, [person("Awa"), person("Bineta"), person("Chloé")]);
  const before = await listed(db, id);
  const site = await openSite(db, "animatrice");
  await site.post(registrations.head(id, before[2]?.id ?? 0));
  await site.post(`${registrations.head(id, before[2]?.id ?? 0)}/${before[2]?.rank}`);
  expect(await listed(db, id)).toEqual(before);
});

test("a payment is noted once, and can be taken back", async ({ db }) => {
  const { id } = await anEvent(db, { price_cents: 2500 });
  const [awa] = await registered(db, id, [person("Awa")]);
  const site = await openSite(db, "animatrice");
  await site.post(registrations.payment(id, awa?.id ?? 0), { moyen: "chèque" });
  expect((await site.visit(registrations.one(id, awa?.id ?? 0))).body.textContent).toMatch(
    /25.€, réglé le .*chèque/,
  );
  await site.post(registrations.refund(id, awa?.id ?? 0));
  expect((await site.visit(registrations.one(id, awa?.id ?? 0))).body.textContent).toContain("à régler");
  expect((await site.post(registrations.payment(id, awa?.id ?? 0), { moyen: "x".repeat(200) })).status).toBe(
    422,
  );
});

test("a mistake is mended, the organisation found, and a colleague is not overwritten", async ({ db }) => {
  const organisationId = await anOrganisation(db, "Afrique en partage");
  const { id } = await anEvent(db);
  const [awa] = await registered(db, id, [person("Awa", { organisation: "Afrique partage" })]);
  const at = registrations.one(id, awa?.id ?? 0);
  const site = await openSite(db, "animatrice");
  const page = await site.visit(at);
  expect(page.querySelectorAll("input[name=choix]").length).toBe(2);
  const form = {
    prenom: "Awa",
    nom: "Sow",
    courriel: "awa.sow@exemple.fr",
    organisation: "Afrique partage",
    version: "1",
  };
  expect((await site.post(at, { ...form, choix: String(organisationId) })).to).toBe(at);
  expect((await site.visit(at)).body.textContent).toContain("Afrique en partage");
  expect((await site.post(at, form)).status).toBe(409);
  expect((await site.post(at, { ...form, nom: "" })).status).toBe(422);
  await registered(db, id, [person("Bineta")]);
  expect((await site.post(at, { ...form, version: "2", courriel: "bineta@exemple.fr" })).status).toBe(422);
});

test("nobody enters the directory but by a click of the team; one who is there already is found by their address", async ({
  db,
}) => {
  const organisationId = await anOrganisation(db, "Adice");
  const { id } = await anEvent(db);
  const [awa] = await registered(db, id, [person("Awa", { organisation: "Adice", keep_contact: true })]);
  const count = async () => (await db.selectFrom("directory.people").select("id").execute()).length;
  expect(await count()).toBe(0);
  const site = await openSite(db, "animatrice");
  await site.post(registrations.joining(id, awa?.id ?? 0));
  await site.post(registrations.joining(id, awa?.id ?? 0));
  expect(await count()).toBe(1);
  expect(await db.selectFrom("directory.roles").select("organisation_id").execute()).toEqual([
    { organisation_id: organisationId },
  ]);
  const other = await anEvent(db, { title: "Autre" });
  const [again] = await registered(db, other.id, [person("Awa")]);
  await site.post(registrations.joining(other.id, again?.id ?? 0));
  expect(await count()).toBe(1);
  expect((await site.visit(registrations.one(other.id, again?.id ?? 0))).body.textContent).toContain(
    "Sa fiche",
  );
});
