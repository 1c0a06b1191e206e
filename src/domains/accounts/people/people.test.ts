import { expect } from "vitest";
import { system } from "#platform/db/index.ts";
import { test, workerDatabase } from "#test/database.ts";
import { openSession } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { closeAccount, createUser, setRoles } from "./commands.ts";
import { findPerson } from "./queries.ts";

const aPerson = { name: "Nadia Nouvelle", email: "Nadia@Exemple.fr", roles: ["officer"] as const };

test("an account is opened once for an address, however often it is asked", async ({ db }) => {
  const first = await createUser(db, system, { ...aPerson, password: "trois petits chats noirs" });
  const second = await createUser(db, system, { ...aPerson, roles: ["board"] });
  expect(second).toEqual({ id: first.id, created: false });
  expect(await findPerson(db, first.id)).toMatchObject({
    email: "nadia@exemple.fr",
    roles: ["board", "officer"],
  });
  const signIn = { email: "nadia@exemple.fr", password: "trois petits chats noirs" };
  expect((await (await openSite(db)).post("/connexion", signIn)).status).toBe(303);
  await expect(
    createUser(db, system, { ...aPerson, email: "b@exemple.fr", password: "court" }),
  ).rejects.toThrow("12");
});

test("who may see and change the accounts: the ladder", async ({ db }) => {
  const { id } = await createUser(db, system, aPerson);
  const path = `/gestion/comptes/${id}`;
  const attempt = async (persona?: Parameters<typeof openSite>[1]) =>
    (await (await openSite(db, persona)).post(path, { roles: "administrator" })).status;
  expect(await attempt()).toBe(303);
  expect((await findPerson(db, id))?.roles).toEqual(["officer"]);
  for (const persona of ["visiteuse", "membre", "jure", "administratrice_ca", "animatrice"] as const)
    expect(await attempt(persona)).toBe(403);
  const site = await openSite(db, "administrateur");
  expect((await site.post(path, { roles: "reine" })).status).toBe(422);
  expect((await site.post(path, { roles: ["officer", "board"] })).to).toBe(path);
  expect((await findPerson(db, id))?.roles).toEqual(["board", "officer"]);
  expect((await site.request("/gestion/comptes/00000000-0000-4000-8000-000000000000")).status).toBe(404);
});

test("Djamel sees everyone, with their roles, last entry and protection", async ({ db }) => {
  const { id } = await createUser(db, system, aPerson);
  await db.insertInto("accounts.sign_ins").values({ user_id: id, means: "link" }).execute();
  const site = await openSite(db, "administrateur");
  const row = [...(await site.visit("/gestion/comptes")).querySelectorAll("tbody tr")].find((line) =>
    line.textContent?.includes("Nadia"),
  );
  expect(row?.textContent).toContain("Équipe du réseau");
  expect(row?.textContent).toContain("un seul facteur");
  expect(row?.textContent).not.toContain("jamais");
  await site.visit(`/gestion/comptes/${id}`);
});

test("a closed account is out at once, and comes back with its roles", async ({ db }) => {
  const nadia = await openSite(db, "animatrice");
  await nadia.visit("/espace/compte");
  const site = await openSite(db, "administrateur");
  const path = `/gestion/comptes/${nadia.userId}`;
  expect((await site.post(`${path}/fermeture`)).to).toBe(path);
  expect((await nadia.request("/espace/compte")).status).toBe(303);
  expect((await site.visit(path)).body.textContent).toContain("fermé depuis");
  await site.post(`${path}/reouverture`);
  expect(await findPerson(db, nadia.userId ?? "")).toMatchObject({ closed_at: null, roles: ["officer"] });
});

test("the last administrator stays one, and is told why", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const path = `/gestion/comptes/${site.userId}`;
  const refused = await site.post(path, { roles: "officer" });
  expect(refused.status).toBe(409);
  expect((await refused.page()).querySelector("[role=alert]")?.textContent).toContain("seule à administrer");
  expect((await site.post(`${path}/fermeture`)).status).toBe(409);
  await createUser(db, system, { ...aPerson, roles: ["administrator"] });
  expect((await site.post(path, { roles: "officer" })).status).toBe(303);
});

test("two administrators who remove each other at once leave one", async () => {
  const db = await workerDatabase();
  const made = await Promise.all(
    ["un", "deux"].map((name) =>
      createUser(db, system, { name, email: `${name}@concurrence.fr`, roles: ["administrator"] }),
    ),
  );
  try {
    const [one, two] = made;
    const outcomes = await Promise.all([
      setRoles(db, system, one?.id ?? "", []),
      closeAccount(db, system, two?.id ?? "", new Date()),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  } finally {
    for (const { id } of made) await db.deleteFrom("accounts.users").where("id", "=", id).execute();
  }
});

test("a lost telephone is taken away, with its keys and sessions", async ({ db }) => {
  const { userId } = await openSession(db, "animatrice");
  await db
    .insertInto("accounts.second_factors")
    .values({ user_id: userId, secret: "x", backup_codes: "x" })
    .execute();
  await db.updateTable("accounts.users").set({ two_factor_enabled: true }).where("id", "=", userId).execute();
  const site = await openSite(db, "administrateur");
  await site.post(`/gestion/comptes/${userId}/protection`);
  expect(await findPerson(db, userId)).toMatchObject({ two_factor_enabled: false, keys: 0 });
});
