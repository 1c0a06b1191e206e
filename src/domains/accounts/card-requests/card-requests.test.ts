import { describe, expect } from "vitest";
import { cardRequests } from "#paths/card-requests.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { forgetCardRequests } from "./commands.ts";

async function kabe(db: Db, courriel?: string) {
  const { id } = await db
    .insertInto("directory.organisations")
    .values({ name: "Kabé Bénin", visibility: "listed", status: "published" })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (courriel)
    await db
      .insertInto("directory.contact_points")
      .values({ organisation_id: id, kind: "email", value: courriel })
      .execute();
  return id;
}
const fatou = { votre_nom: "Fatou Diop", votre_courriel: "fatou@kabe.fr", votre_fonction: "Présidente" };
const lettersTo = (db: Db, recipient: string) =>
  db
    .selectFrom("platform.letters")
    .select(["subject", "text"])
    .where("recipient", "=", recipient)
    .orderBy("id")
    .execute();

/** Sends the form, and opens the address that the letter holds. */
async function askAndOpen(db: Db, id: number) {
  const site = await openSite(db);
  expect(await site.post(cardRequests.ask(id), fatou)).toMatchObject({
    status: 303,
    to: cardRequests.sent(),
  });
  const [letter] = await lettersTo(db, fatou.votre_courriel);
  const link = /http:\/\/localhost(\/acteurs\/demande\/\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
  return { site, link };
}
const speakers = (db: Db, id: number) =>
  db.selectFrom("directory.speakers").select("user_id").where("organisation_id", "=", id).execute();

test("an address that the network knows gives the card at once, and lets its holder in", async ({ db }) => {
  const id = await kabe(db, "Fatou@Kabe.fr");
  const { site, link } = await askAndOpen(db, id);
  const page = await site.visit(link);
  expect(page.querySelector("h1")?.textContent).toBe("Confirmer votre demande");
  expect(await speakers(db, id)).toEqual([]);
  const answer = await site.post(link);
  expect(answer.to).toMatch(/^\/connexion\/arrivee\?jeton=.+&suite=%2Fespace/);
  expect(await speakers(db, id)).toHaveLength(1);
  const token = new URL(answer.to ?? "", "http://localhost").searchParams.get("jeton") ?? "";
  expect(await site.post("/connexion/arrivee", { jeton: token, suite: "/espace" })).toMatchObject({
    status: 303,
  });
  const space = await site.visit("/espace");
  expect(space.body.textContent).toContain("Kabé Bénin");
  await site.visit(link, { status: 404 });
});

test("another address waits for the team, whose yes opens the space and whose no is explained", async ({
  db,
}) => {
  const id = await kabe(db, "contact@kabe.fr");
  const { site, link } = await askAndOpen(db, id);
  expect(await site.post(link)).toMatchObject({ to: link });
  expect((await site.visit(link)).querySelector("h1")?.textContent).toBe("Votre demande est chez nous");
  expect(await speakers(db, id)).toEqual([]);
  const staff = await openSite(db, "animatrice");
  const list = await staff.visit(cardRequests.all());
  expect(list.body.textContent).toContain("Fatou Diop, Présidente");
  const cardRequest = await db.selectFrom("accounts.card_requests").select("id").executeTakeFirstOrThrow();
  expect(await staff.post(cardRequests.refuse(cardRequest.id), {})).toMatchObject({ status: 422 });
  await staff.post(cardRequests.accept(cardRequest.id));
  await staff.post(cardRequests.accept(cardRequest.id));
  expect(await speakers(db, id)).toHaveLength(1);
  expect((await lettersTo(db, fatou.votre_courriel)).map(({ subject }) => subject)).toEqual([
    "Votre demande pour Kabé Bénin",
    "La fiche de Kabé Bénin est à vous",
  ]);
});

test("a refusal writes its reason, and gives nothing", async ({ db }) => {
  const id = await kabe(db);
  const { site, link } = await askAndOpen(db, id);
  await site.post(link);
  const staff = await openSite(db, "animatrice");
  const cardRequest = await db.selectFrom("accounts.card_requests").select("id").executeTakeFirstOrThrow();
  await staff.post(cardRequests.refuse(cardRequest.id), {
    [`raison-${cardRequest.id}`]: "La présidente tient déjà la fiche.",
  });
  expect(await speakers(db, id)).toEqual([]);
  expect((await lettersTo(db, fatou.votre_courriel)).at(-1)?.text).toContain(
    "La présidente tient déjà la fiche.",
  );
});

test("the form answers the same whether the address is known or not", async ({ db }) => {
  const known = await askAndOpen(db, await kabe(db, "fatou@kabe.fr"));
  const [letter] = await lettersTo(db, fatou.votre_courriel);
  await db.deleteFrom("platform.letters").execute();
  await askAndOpen(db, await kabe(db));
  const [other] = await lettersTo(db, fatou.votre_courriel);
  const plain = (text = "") => text.replace(/demande\/\S+/, "");
  expect(plain(other?.text)).toBe(plain(letter?.text));
  expect(known.link).not.toBe("");
});

describe("what is bad is answered in French", () => {
  test("a form without a name nor an address", async ({ db }) => {
    const id = await kabe(db);
    const site = await openSite(db);
    const answer = await site.post(cardRequests.ask(id), { votre_courriel: "pas une adresse" });
    expect(answer.status).toBe(422);
    expect((await answer.page()).querySelector("#erreurs")?.textContent).toMatch(/nom.*adresse/is);
    await site.visit("/acteurs/demande/nimporte-quoi", { status: 404 });
  });

  test("an internal card cannot be asked for", async ({ db }) => {
    const id = await kabe(db);
    await db
      .updateTable("directory.organisations")
      .set({ visibility: "internal" })
      .where("id", "=", id)
      .execute();
    const site = await openSite(db);
    expect((await site.post(cardRequests.ask(id), fatou)).status).toBe(404);
  });
});

test("a request never proven goes with its link", async ({ db }) => {
  await askAndOpen(db, await kabe(db));
  const in8days = new Date(Date.now() + 8 * 86_400_000);
  await forgetCardRequests(db, new Date());
  expect(await db.selectFrom("accounts.card_requests").select("id").execute()).toHaveLength(1);
  await forgetCardRequests(db, in8days);
  expect(await db.selectFrom("accounts.card_requests").select("id").execute()).toEqual([]);
});
