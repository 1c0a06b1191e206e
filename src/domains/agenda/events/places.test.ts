import { expect, test as plain } from "vitest";
import { agenda } from "#paths/agenda.ts";
import { connect, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { ownDatabase } from "#test/own-database.ts";
import { anEvent, letters, listed, person, post, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";
import { register } from "../registrations/commands.register.ts";
import { changeEvent } from "./commands.ts";
import { blankEvent } from "./entry.ts";
import { findEvent } from "./queries.ts";

const now = new Date();
const people = (...names: string[]) => names.map((name) => person(name));
const form = { titre: "Monter un projet au Mali", inscription: "here", seances: "serie", rappels: "7, 1" };

test("the form refuses fewer places than people who are in, and says what to do; one more and who waits is called", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 2 });
  await registered(db, id, people("Awa", "Bineta", "Chloé"));
  const site = await openSite(db, "animatrice");
  const change = async (fields: Record<string, string>) =>
    site.post(agenda.edit(id), { ...form, version: String((await findEvent(db, id))?.version), ...fields });
  const refused = await change({ places: "1" });
  expect(refused.status).toBe(422);
  expect((await refused.page()).querySelector("main")?.textContent).toContain(
    "2\u00a0personnes ont déjà une place : gardez au moins 2\u00a0places",
  );
  expect((await findEvent(db, id))?.capacity).toBe(2);
  expect((await change({ places: "2", seances: "choix" })).status).toBe(422);

  await db.deleteFrom("platform.letters").execute();
  const more = await change({ places: "3" });
  expect(more.to).toBe(agenda.one(id));
  expect((await site.visit(agenda.one(id))).body.textContent).toContain("Une personne de la liste d’attente");
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(Array(3).fill("confirmed"));
  expect((await letters(db)).map(({ recipient, subject }) => [recipient, subject.split(" : ")[0]])).toEqual([
    ["chloé@exemple.fr", "Une place pour vous"],
  ]);
  expect((await change({ places: "" })).status).toBe(303);
});

test("places chosen date by date are counted date by date", async ({ db }) => {
  const { id, sessions } = await anEvent(db, { capacity: 3, series: false, days: [10, 20] });
  const [first = 0, second = 0] = sessions;
  await registered(db, id, people("Awa", "Bineta"), { sessionId: first });
  await registered(db, id, people("Awa", "Bineta"), { sessionId: second });
  const site = await openSite(db, "animatrice");
  const version = String((await findEvent(db, id))?.version);
  const said = { ...form, seances: "choix", version };
  expect((await site.post(agenda.edit(id), { ...said, places: "1" })).status).toBe(422);
  expect((await site.post(agenda.edit(id), { ...said, places: "2" })).status).toBe(303);
});

test("what people are to come to is cancelled, not deleted: they would know nothing of it", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { days: [10, 20], series: false });
  const [first = 0, second = 0] = sessions;
  await registered(db, id, people("Awa"), { sessionId: first });
  const site = await openSite(db, "animatrice");
  const isThere = async (session: number) =>
    (await findEvent(db, id))?.sessions.some((one) => one.id === session && !one.removed_at);
  expect((await site.post(agenda.removal(id))).to).toBe(agenda.one(id));
  expect((await site.visit(agenda.one(id))).body.textContent).toContain("Annulez l’événement plutôt");
  await site.post(agenda.withdrawal(id));
  expect((await findEvent(db, id))?.status).toBe("published");
  expect((await site.visit(agenda.one(id))).body.textContent).toContain("Rien n’est remis en brouillon");
  await site.post(agenda.sessionRemoval(id, first));
  await site.post(agenda.sessionRemoval(id, second));
  expect([await isThere(first), await isThere(second)]).toEqual([true, false]);
  await site.post(agenda.cancelling(id), { raison: "Salle fermée." });
  expect((await site.post(agenda.removal(id))).to).toBe(agenda.all());
});

plain("places lowered as people register: never more people than places, whoever comes first", async () => {
  await using own = await ownDatabase();
  const { id } = await anEvent(own.db, { capacity: 12 });
  const { version = 0 } = (await findEvent(own.db, id)) ?? {};
  const { db } = connect(own.url, 12);
  const entry = { ...blankEvent, title: "Monter un projet au Mali", registration: "here" as const };
  const wish = { eventId: id, sessionId: null, by: "form" as const };
  const coming = (n: number) => register(db, system, post(), { ...wish, people: [person(`p${n}`)] }, now);
  const [outcome] = await Promise.all([
    changeEvent(db, system, post(), { id, version, entry: { ...entry, capacity: 6 }, now }),
    ...Array.from({ length: 20 }, (_, n) => coming(n)),
  ]);
  await db.destroy();
  const places = outcome.ok ? 6 : 12;
  expect((await findEvent(own.db, id))?.capacity).toBe(places);
  expect((await listed(own.db, id)).filter(({ state }) => state === "confirmed")).toHaveLength(places);
  await expect(
    own.db.updateTable("agenda.events").set({ capacity: 5 }).where("id", "=", id).execute(),
  ).rejects.toThrow("More people have a place");
});
