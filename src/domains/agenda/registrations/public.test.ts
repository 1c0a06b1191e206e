import { expect } from "vitest";
import { registrations } from "#paths/registrations.ts";

import { test } from "#test/database.ts";
import { anOrganisation } from "#test/people.ts";
import { anEvent, letters, listed, person, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";

const awa = { prenom: "Awa", nom: "Diop", courriel: "Awa@Exemple.fr", organisation: "", personnes: "1" };
const at = (id: number) => `/agenda/${id}-monter-un-projet-au-mali/inscription`;

test("a visitor registers without an account, and sees it by the link of the letter", async ({ db }) => {
  const { id } = await anEvent(db, { capacity: 2 });
  const site = await openSite(db);
  expect((await site.visit(at(id))).body.textContent).toContain("2 places restent libres");
  const sent = await site.post(at(id), awa);
  expect(sent.status).toBe(303);
  expect(sent.to).toMatch(/^\/agenda\/inscription\/[0-9a-z]{9}-[\w-]{22}$/);
  const page = await site.visit(sent.to ?? "");
  expect(page.body.textContent).toContain("Inscription confirmée");
  expect(page.querySelector("svg[role=img]")?.getAttribute("aria-label")).toBe("Code à présenter à l’entrée");
  const [letter] = await letters(db);
  expect(letter).toMatchObject({
    recipient: "awa@exemple.fr",
    subject: "Votre inscription : Monter un projet au Mali",
  });
  expect(letter?.text).toContain(sent.to);
  const calendar = await (await site.request(`${sent.to}/agenda.ics`)).text();
  expect(calendar).toMatch(/BEGIN:VCALENDAR[\s\S]*SUMMARY:Monter un projet au Mali/);
  const { uid } = await db
    .selectFrom("agenda.sessions")
    .select("uid")
    .where("event_id", "=", id)
    .executeTakeFirstOrThrow();
  expect(calendar, "the same as in the public calendars").toContain(`UID:${uid}`);
});

test("several people of one organisation register at once: the last one waits when places are short", async ({
  db,
}) => {
  const organisationId = await anOrganisation(db, "Adice");
  const { id } = await anEvent(db, { capacity: 2 });
  const site = await openSite(db);
  const two = await (await site.post(at(id), { ...awa, geste: "ajouter" })).page();
  expect(two.querySelectorAll("fieldset").length).toBe(2);
  expect(two.querySelector<HTMLInputElement>("#champ-prenom")?.getAttribute("value")).toBe("Awa");
  const three = {
    ...awa,
    ...{
      personnes: "3",
      organisation: "adice",
      "prenom-2": "Bineta",
      "nom-2": "Sow",
      "courriel-2": "b@exemple.fr",
    },
    ...{ "prenom-3": "Chloé", "nom-3": "Roy", "courriel-3": "c@exemple.fr" },
  };
  await site.post(at(id), three);
  expect((await listed(db, id)).map(({ given_name, state }) => `${given_name} ${state}`)).toEqual([
    "Awa confirmed",
    "Bineta confirmed",
    "Chloé waiting",
  ]);
  expect((await letters(db)).map(({ recipient }) => recipient)).toEqual([
    "awa@exemple.fr",
    "b@exemple.fr",
    "c@exemple.fr",
  ]);
  const rows = await db.selectFrom("agenda.shared_registrations").select("organisation_id").execute();
  expect(rows.map(({ organisation_id }) => organisation_id)).toEqual(Array(3).fill(organisationId));
});

test("who registers twice keeps one place, is told so, and gets the link again, once an hour", async ({
  db,
}) => {
  const { id } = await anEvent(db);
  const site = await openSite(db);
  await site.post(at(id), awa);
  const again = await site.post(at(id), awa);
  expect(again.to).toBe(registrations.known());
  await site.visit(registrations.known());
  await site.post(at(id), awa);
  expect(await listed(db, id)).toHaveLength(1);
  expect((await letters(db)).map(({ subject }) => subject.slice(0, 12))).toEqual([
    "Votre inscri",
    "Le lien de v",
  ]);
});

test("a double click registers once and leads to the same page", async ({ db }) => {
  const { id } = await anEvent(db);
  const site = await openSite(db);
  const once = "7b6d1f0a-1f5e-4a51-9d55-0c8a3f6c2b11";
  const first = await site.post(at(id), { ...awa, once });
  const second = await site.post(at(id), { ...awa, once });
  expect(second.to).toBe(first.to);
  expect(await letters(db)).toHaveLength(1);
});

test("a form with mistakes comes back with what was typed, and says how to mend each", async ({ db }) => {
  const { id } = await anEvent(db);
  const site = await openSite(db);
  const refused = await site.post(at(id), { ...awa, nom: "", courriel: "awa@exemple", telephone: "12" });
  expect(refused.status).toBe(422);
  const page = await refused.page();
  expect(page.querySelectorAll("#erreurs li").length).toBe(3);
  expect(page.querySelector("#champ-courriel")?.getAttribute("value")).toBe("awa@exemple");
  const twice = {
    ...awa,
    personnes: "2",
    "prenom-2": "Bineta",
    "nom-2": "Sow",
    "courriel-2": "awa@exemple.fr",
  };
  const page2 = await (await site.post(at(id), twice)).page();
  expect(page2.querySelector("#erreurs")?.textContent).toContain("donnée deux fois");
  expect((await site.post(at(id), awa, { forged: true })).status).toBe(403);
  expect(await listed(db, id)).toEqual([]);
});

test("by their link a person corrects, cancels, and the place goes to who waits", async ({ db }) => {
  const { id } = await anEvent(db, { capacity: 1 });
  const site = await openSite(db);
  const mine = (await site.post(at(id), awa)).to ?? "";
  await registered(db, id, [person("Bineta")]);
  await site.visit(`${mine}/modifier`);
  const changed = {
    prenom: "Awa",
    nom: "Diop-Ba",
    organisation: "",
    besoins: "Boucle magnétique",
    version: "1",
  };
  expect((await site.post(`${mine}/modifier`, changed)).to).toBe(mine);
  expect((await site.visit(mine)).body.textContent).toContain("Boucle magnétique");
  expect((await site.post(`${mine}/modifier`, changed)).status).toBe(409);
  expect((await site.post(`${mine}/modifier`, { ...changed, nom: "" })).status).toBe(422);
  await site.post(`${mine}/annulation`);
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(["cancelled", "confirmed"]);
  expect((await letters(db)).slice(2).map(({ recipient, subject }) => `${recipient} ${subject}`)).toEqual([
    "awa@exemple.fr Inscription annulée : Monter un projet au Mali",
    "bineta@exemple.fr Une place pour vous : Monter un projet au Mali",
  ]);
  const page = await site.visit(mine);
  expect(page.body.textContent).toContain("Cette inscription est annulée");
});

test("a link that is not ours, or was replaced, opens nothing", async ({ db }) => {
  const { id } = await anEvent(db);
  const site = await openSite(db);
  const mine = (await site.post(at(id), awa)).to ?? "";
  const forged = `${mine.slice(0, -1)}${mine.endsWith("A") ? "B" : "A"}`;
  for (const path of [forged, `${forged}/modifier`]) await site.visit(path, { status: 404 });
  expect((await site.post(`${forged}/annulation`)).status).toBe(404);
  await db.updateTable("agenda.registrations").set({ link: 2 }).execute();
  await site.visit(mine, { status: 404 });
});

test("the form is there only when registrations are open, and says why when they are not", async ({ db }) => {
  const site = await openSite(db);
  const past = await anEvent(db, { days: [-3] });
  expect((await site.visit(at(past.id))).body.textContent).toContain("Cet événement a commencé");
  expect((await site.post(at(past.id), awa)).status).toBe(422);
  const none = await anEvent(db, { registration: "none" });
  expect((await site.visit(at(none.id))).body.textContent).toContain("ne demande pas d’inscription");
  const { id } = await anEvent(db);
  await db.updateTable("agenda.events").set({ cancelled_at: new Date() }).where("id", "=", id).execute();
  expect((await site.visit(at(id))).body.textContent).toContain("annulé");
  await db.updateTable("agenda.events").set({ visibility: "internal" }).where("id", "=", id).execute();
  await site.visit(at(id), { status: 404 });
});

test("when sessions are apart, one chooses a date, each with its own places", async ({ db }) => {
  const { id, sessions } = await anEvent(db, { series: false, capacity: 1, days: [10, 20, -2] });
  const site = await openSite(db);
  const page = await site.visit(at(id));
  expect(page.querySelectorAll("input[type=radio]").length).toBe(2);
  expect((await site.post(at(id), awa)).status).toBe(422);
  const chosen = { ...awa, session: String(sessions[0]) };
  await site.post(at(id), chosen);
  await registered(db, id, [person("Bineta")], { sessionId: sessions[0] ?? 0 });
  await registered(db, id, [person("Chloé")], { sessionId: sessions[1] ?? 0 });
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(["confirmed", "waiting", "confirmed"]);
});

test("an address whose number is too great for anything is not found", async ({ db }) => {
  const site = await openSite(db);
  for (const path of [
    "/agenda/99999999999999999999",
    "/agenda/99999999999999999999/inscription",
    "/projets/99999999999999999999",
    "/acteurs/99999999999999999999",
  ])
    await site.visit(path, { status: 404 });
});
