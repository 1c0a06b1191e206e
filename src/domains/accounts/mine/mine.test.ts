import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite, testConfig } from "#test/site.ts";
import { nameOfBrowser } from "./texts.ts";

const page = "/espace/compte/double-verification";
const password = "trois petits chats noirs";

async function codeOfTelephone(db: Db) {
  const { secret } = await db
    .selectFrom("accounts.second_factors")
    .select("secret")
    .executeTakeFirstOrThrow();
  return createOTP(await symmetricDecrypt({ key: testConfig.secret, data: secret })).totp();
}

/** Aminata has a password and the double check; she is signed in. */
async function protectedSite(db: Db) {
  const site = await openSite(db, "animatrice");
  await site.post("/espace/compte/mot-de-passe", { password });
  await site.post(page, { password });
  await site.post(`${page}/confirmation`, { code: await codeOfTelephone(db) });
  return site;
}

test("a stranger is sent to the door, and back", async ({ db }) => {
  const site = await openSite(db);
  for (const path of ["/espace/compte", "/espace/compte/mot-de-passe", page]) {
    const response = await site.request(path);
    expect(response.headers.get("location")).toBe(`/connexion?suite=${encodeURIComponent(path)}`);
  }
  expect((await site.post("/espace/compte/mot-de-passe", { password })).to).toBe("/connexion");
});

test("Malik sees his account, and is not reminded of what is asked of staff", async ({ db }) => {
  const malik = await (await openSite(db, "membre")).visit("/espace/compte");
  expect(malik.body.textContent).toContain("membre@exemple.fr");
  expect(malik.body.textContent).not.toContain("données de tout le réseau");
  const aminata = await (await openSite(db, "animatrice")).visit("/espace/compte");
  expect(aminata.body.textContent).toContain("données de tout le réseau");
});

test("a first password is chosen, then changed against the one before; other sessions are closed", async ({
  db,
}) => {
  const site = await openSite(db, "membre");
  const elsewhere = await openSite(db, "membre");
  expect((await site.post("/espace/compte/mot-de-passe", { password: "court" })).status).toBe(422);
  expect((await site.post("/espace/compte/mot-de-passe", { password })).to).toBe("/espace/compte");
  expect((await elsewhere.request("/espace/compte")).status).toBe(303);
  const other = "un autre, tout aussi long";
  const wrong = await site.post("/espace/compte/mot-de-passe", { current: "non", password: other });
  expect((await wrong.page()).querySelector("#erreur-current")?.textContent).toContain("ne convient pas");
  const right = { current: password, password: other };
  expect((await site.post("/espace/compte/mot-de-passe", right)).status).toBe(303);
  const letters = await db.selectFrom("platform.letters").select(["recipient", "text"]).execute();
  expect(letters).toMatchObject([
    { recipient: "membre@exemple.fr", text: expect.stringContaining("mot de passe") },
  ]);
  const signIn = { email: "membre@exemple.fr", password: other };
  expect((await (await openSite(db)).post("/connexion", signIn)).status).toBe(303);
});

test("the double check is set up with a drawing and a secret in words, and its codes are shown once", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  await site.post("/espace/compte/mot-de-passe", { password });
  const refused = await site.post(page, { password: "faux" });
  expect((await refused.page()).querySelector("#erreur-password")).not.toBeNull();
  expect((await site.post(page, { password })).to).toBe(page);
  const setUp = await site.visit(page);
  expect(setUp.querySelector("svg.qr-code path")).not.toBeNull();
  expect(setUp.querySelector("figcaption code")?.textContent).toMatch(/^([A-Z2-7]{4} ?)+/);
  expect((await site.post(`${page}/confirmation`, { code: "000000" })).status).toBe(422);
  const code = await codeOfTelephone(db);
  expect((await site.post(`${page}/confirmation`, { code })).to).toBe(page);
  expect((await site.visit(page)).querySelectorAll(".codes li")).toHaveLength(10);
  expect((await site.post(`${page}/codes/gardes`)).to).toBe("/espace/compte");
  expect((await site.visit(page)).querySelectorAll(".codes li")).toHaveLength(0);
});

test("the password alone no longer opens; a code does, and serves once", async ({ db }) => {
  await protectedSite(db);
  await db.deleteFrom("accounts.used_codes").execute();
  const signIn = { email: "animatrice@exemple.fr", password, suite: "/espace/compte" };
  const knocking = await openSite(db);
  expect((await knocking.post("/connexion", signIn)).to).toBe("/connexion/code?suite=%2Fespace%2Fcompte");
  expect((await knocking.request("/espace/compte")).status).toBe(303);
  expect((await knocking.post("/connexion/code", { code: "000000" })).status).toBe(422);
  const code = await codeOfTelephone(db);
  expect(await knocking.post("/connexion/code", { code, suite: "/espace/compte" })).toMatchObject({
    status: 303,
    to: "/espace/compte",
  });
  await knocking.visit("/espace/compte");

  const overTheShoulder = await openSite(db);
  await overTheShoulder.post("/connexion", signIn);
  const replayed = await overTheShoulder.post("/connexion/code", { code });
  expect(replayed.status).toBe(422);
  expect((await replayed.page()).body.textContent).toContain("a déjà servi");
  expect((await overTheShoulder.request("/espace/compte")).status).toBe(303);
});

test("a backup code opens once", async ({ db }) => {
  const site = await protectedSite(db);
  const shown = await site.visit(page);
  const code = shown.querySelector(".codes code")?.textContent ?? "";
  const signIn = { email: "animatrice@exemple.fr", password };
  const first = await openSite(db);
  await first.post("/connexion", signIn);
  expect((await first.post("/connexion/code", { code })).status).toBe(303);
  const second = await openSite(db);
  await second.post("/connexion", signIn);
  expect((await second.post("/connexion/code", { code })).status).toBe(422);
});

test("a link by mail asks for the second code too", async ({ db }) => {
  await protectedSite(db);
  const site = await openSite(db);
  await site.post("/connexion/lien", { email: "animatrice@exemple.fr" });
  const letter = await db.selectFrom("platform.letters").select("text").executeTakeFirstOrThrow();
  const jeton = /jeton=(\w+)/.exec(letter.text)?.[1] ?? "";
  expect((await site.post("/connexion/arrivee", { jeton })).to).toBe("/connexion/code");
  expect((await site.request("/espace/compte")).status).toBe(303);
});

test("the double check is taken off against the password, by a choice said aloud", async ({ db }) => {
  const site = await protectedSite(db);
  expect((await site.post(`${page}/codes`, { password: "faux", retirer: "oui" })).status).toBe(422);
  expect((await site.post(`${page}/codes`, { password, retirer: "oui" })).status).toBe(303);
  const user = await db.selectFrom("accounts.users").select("two_factor_enabled").executeTakeFirstOrThrow();
  expect(user.two_factor_enabled).toBe(false);
});

test("one closes one's own sessions, never another's", async ({ db }) => {
  const malik = await openSite(db, "membre");
  const aminata = await openSite(db, "animatrice");
  const { id } = await db
    .selectFrom("accounts.sessions")
    .select("id")
    .where("user_id", "=", malik.userId ?? "")
    .executeTakeFirstOrThrow();
  await aminata.post(`/espace/compte/connexions/${id}/fermeture`);
  await malik.visit("/espace/compte");
  await openSite(db, "membre");
  expect((await malik.visit("/espace/compte")).querySelectorAll("[action$=fermeture]").length).toBe(2);
  await malik.post("/espace/compte/connexions/fermeture");
  expect((await malik.visit("/espace/compte")).querySelectorAll("[action$=fermeture]").length).toBe(0);
});

test("the challenge for a new key is given to who is signed in", async ({ db }) => {
  expect((await (await openSite(db)).post("/espace/compte/cles/options")).status).toBe(303);
  const site = await openSite(db, "membre");
  const options = await (await site.post("/espace/compte/cles/options")).response.json();
  expect(options).toMatchObject({
    rp: { id: "localhost" },
    authenticatorSelection: { residentKey: "required" },
  });
  expect((await site.post("/espace/compte/cles", { response: "{}", key: "" })).status).toBe(422);
});

test("one's name is kept as one writes it", async ({ db }) => {
  const site = await openSite(db, "membre");
  expect((await site.post("/espace/compte", { name: " " })).status).toBe(422);
  await site.post("/espace/compte", { name: "Malik M." });
  expect((await site.visit("/espace")).body.textContent).toContain("Bonjour Malik M.");
});

test("a browser is named so that one knows it", () => {
  expect(nameOfBrowser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
    "Firefox sous Linux",
  );
  expect(nameOfBrowser(null)).toBe("Navigateur inconnu");
});
