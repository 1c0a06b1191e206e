import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite } from "#test/site.ts";
import { hashPassword } from "../passwords.ts";
import { localPath } from "./input.ts";

const password = "trois petits chats noirs";

async function anAccount(db: Db) {
  const user = await db
    .insertInto("accounts.users")
    .values({ name: "Aminata Animatrice", email: "aminata@exemple.fr", email_verified: true })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("accounts.roles").values({ user_id: user.id, role: "officer" }).execute();
  await db
    .insertInto("accounts.credentials")
    .values({
      user_id: user.id,
      account_id: user.id,
      provider_id: "credential",
      password: await hashPassword(password),
    })
    .execute();
  return user.id;
}

const lastLetter = (db: Db) =>
  db.selectFrom("platform.letters").selectAll().orderBy("id", "desc").executeTakeFirstOrThrow();

test("the door opens to all, and keeps the page that was asked for", async ({ db }) => {
  const site = await openSite(db);
  const { to } = await redirected(site, "/gestion/comptes?page=2");
  expect(to).toBe("/connexion?suite=%2Fgestion%2Fcomptes%3Fpage%3D2");
  const page = await site.visit(to);
  expect(page.querySelector("[name=suite]")?.getAttribute("value")).toBe("/gestion/comptes?page=2");
  for (const path of [
    "/connexion/lien",
    "/connexion/lien?envoye=1",
    "/connexion/arrivee?jeton=x",
    "/connexion/code",
  ])
    await site.visit(path);
});

async function redirected(site: Awaited<ReturnType<typeof openSite>>, path: string) {
  const response = await site.request(path);
  return { status: response.status, to: response.headers.get("location") ?? "" };
}

test("Aminata signs in by password and finds her page", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db);
  const sent = { email: " Aminata@Exemple.fr ", password, suite: "/espace/compte" };
  expect(await site.post("/connexion", sent)).toMatchObject({ status: 303, to: "/espace/compte" });
  const page = await site.visit("/espace?ici");
  expect(page.body.textContent).toContain("Bonjour Aminata Animatrice");
  const entries = await db.selectFrom("accounts.sign_ins").select("means").execute();
  expect(entries).toEqual([{ means: "password" }]);
});

test("a wrong password and an unknown address get the same answer", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db);
  const words = async (email: string) => {
    const answer = await site.post("/connexion", { email, password: "autre chose, longue" });
    expect(answer.status).toBe(422);
    return (await answer.page()).querySelector("[role=alert]")?.textContent;
  };
  expect(await words("aminata@exemple.fr")).toBe(await words("inconnue@exemple.fr"));
});

test("guessing is stopped, and the right password waits too", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db);
  const guess = (password: string) => site.post("/connexion", { email: "aminata@exemple.fr", password });
  for (let attempt = 0; attempt < 10; attempt++) expect((await guess("au hasard")).status).toBe(422);
  const stopped = await guess(password);
  expect(stopped.status).toBe(429);
  expect((await stopped.page()).body.textContent).toMatch(/Attendez \d+\u00a0minutes, puis recommencez/);
  expect(stopped.response.headers.get("retry-after")).toBeTruthy();
});

test("a form that did not come from us opens nothing", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db);
  const sent = { email: "aminata@exemple.fr", password };
  expect((await site.post("/connexion", sent, { forged: true })).status).toBe(403);
});

test("a session given in advance is not the one that opens", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db, "membre");
  const before = await db.selectFrom("accounts.sessions").select("token").executeTakeFirstOrThrow();
  await site.post("/connexion", { email: "aminata@exemple.fr", password });
  const after = await db.selectFrom("accounts.sessions").select("token").execute();
  expect(after).toHaveLength(1);
  expect(after[0]?.token).not.toBe(before.token);
});

test("signing out closes the session, not only the cookie", async ({ db }) => {
  const site = await openSite(db, "membre");
  expect(await site.post("/deconnexion")).toMatchObject({ status: 303, to: "/" });
  expect(await db.selectFrom("accounts.sessions").select("id").execute()).toEqual([]);
  expect(await redirected(site, "/espace")).toMatchObject({ status: 303 });
});

test("a link by mail opens once, and only when its button is pressed", async ({ db }) => {
  await anAccount(db);
  const jobs = rememberedJobs();
  const site = await openSite(db, undefined, { jobs });
  const sent = { email: "aminata@exemple.fr", moyen: "lien", suite: "/espace/compte" };
  expect(await site.post("/connexion", sent)).toMatchObject({ to: "/connexion/lien?envoye=1" });
  expect(jobs.asked).toMatchObject([{ name: "mail.send" }]);
  const href = /http:\S+/.exec((await lastLetter(db)).text)?.[0] ?? "";
  const { pathname, search, searchParams } = new URL(href);
  const arrival = await site.visit(pathname + search);
  const fields = { jeton: searchParams.get("jeton") ?? "", suite: "/espace/compte" };
  expect(arrival.querySelector("[name=jeton]")?.getAttribute("value")).toBe(fields.jeton);
  expect(await site.post(pathname, fields)).toMatchObject({ status: 303, to: "/espace/compte" });
  const again = await (await openSite(db)).post(pathname, fields);
  expect(again.status).toBe(422);
  expect((await again.page()).body.textContent).toContain("Ce lien a déjà servi ou a expiré");
});

test("a link by mail is of no use after a quarter of an hour", async ({ db }) => {
  await anAccount(db);
  const site = await openSite(db);
  await site.post("/connexion/lien", { email: "aminata@exemple.fr" });
  const jeton = /jeton=(\w+)/.exec((await lastLetter(db)).text)?.[1] ?? "";
  await db
    .updateTable("accounts.verifications")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();
  expect((await site.post("/connexion/arrivee", { jeton })).status).toBe(422);
});

test("an unknown address gets no letter, and the same page", async ({ db }) => {
  const site = await openSite(db);
  const answer = await site.post("/connexion/lien", { email: "inconnue@exemple.fr" });
  expect(answer.to).toBe("/connexion/lien?envoye=1");
  expect(await db.selectFrom("platform.letters").select("id").execute()).toEqual([]);
});

test("an incomplete form says what is missing and keeps what was typed", async ({ db }) => {
  const site = await openSite(db);
  const page = await (await site.post("/connexion", { email: "aminata", password: "" })).page();
  expect(page.querySelector("#erreur-email")?.textContent).toContain("n’est pas complète");
  expect(page.querySelector("#champ-email")?.getAttribute("value")).toBe("aminata");
});

test("a closed account opens no more, by password or by link", async ({ db }) => {
  const id = await anAccount(db);
  await db.updateTable("accounts.users").set({ closed_at: new Date() }).where("id", "=", id).execute();
  const site = await openSite(db);
  expect((await site.post("/connexion", { email: "aminata@exemple.fr", password })).status).toBe(422);
  await site.post("/connexion/lien", { email: "aminata@exemple.fr" });
  expect(await db.selectFrom("platform.letters").select("id").execute()).toEqual([]);
});

test("the challenge of a key is given to who asks, and a false answer opens nothing", async ({ db }) => {
  const site = await openSite(db);
  const options = await site.post("/connexion/cle/options");
  expect(await options.response.json()).toMatchObject({ rpId: "localhost", challenge: expect.any(String) });
  const bytes = "AAAA";
  const response = {
    id: bytes,
    rawId: bytes,
    type: "public-key",
    clientExtensionResults: {},
    response: { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes },
  };
  expect((await site.post("/connexion/cle", { response: "pas du JSON" })).status).toBe(422);
  expect((await site.post("/connexion/cle", { response: JSON.stringify(response) })).status).toBe(422);
});

test("one returns to a page of this site only", () => {
  expect(localPath("/gestion?a=1#b")).toBe("/gestion?a=1#b");
  for (const elsewhere of [
    "https://ailleurs.fr",
    "//ailleurs.fr",
    "/\\ailleurs.fr",
    "ailleurs",
    "",
    undefined,
  ])
    expect(localPath(elsewhere)).toBeUndefined();
});
