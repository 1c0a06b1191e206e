import { expect } from "vitest";
import { cardRequests } from "#paths/card-requests.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";

const fatou = { votre_nom: "Fatou Diop", votre_courriel: "fatou@puits.fr" };
const linkOf = async (db: Db) => {
  const letter = await db
    .selectFrom("platform.letters")
    .select("text")
    .where("recipient", "=", fatou.votre_courriel)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return /http:\/\/localhost(\/acteurs\/demande\/\S+)/.exec(letter.text)?.[1] ?? "";
};

test("an unknown organisation presents itself, and is public once the team says yes", async ({ db }) => {
  const site = await openSite(db);
  const form = await site.visit(cardRequests.propose());
  expect(form.querySelectorAll("fieldset").length).toBeGreaterThan(1);
  const said = { ...fatou, nom: "Des puits pour Kita", pays: "Mali", commune: "Roubaix" };
  expect(await site.post(cardRequests.propose(), said)).toMatchObject({
    status: 303,
    to: cardRequests.sent(),
  });
  const known = () => db.selectFrom("directory.organisations").select(["id", "name", "status"]).execute();
  expect(await known()).toEqual([]);
  await site.post(await linkOf(db));
  expect(await known()).toMatchObject([{ name: "Des puits pour Kita", status: "proposed" }]);
  const publicList = await site.visit("/acteurs");
  expect(publicList.body.textContent).not.toContain("Des puits pour Kita");

  const staff = await openSite(db, "animatrice");
  const page = await staff.visit(cardRequests.all());
  expect(page.body.textContent).toContain("Nouvelle organisation");
  const cardRequest = await db.selectFrom("accounts.card_requests").select("id").executeTakeFirstOrThrow();
  await staff.post(cardRequests.accept(cardRequest.id));
  expect(await known()).toMatchObject([{ status: "published" }]);
  expect((await site.visit("/acteurs")).body.textContent).toContain("Des puits pour Kita");
});

test("who may already be in the directory sees it first; internal cards are not told", async ({ db }) => {
  await db
    .insertInto("directory.organisations")
    .values([
      { name: "Des puits pour Kita", visibility: "listed" },
      { name: "Association Puits pour Kita secrète", visibility: "internal" },
    ])
    .execute();
  const site = await openSite(db);
  const answer = await site.post(cardRequests.propose(), { ...fatou, nom: "Puits pour Kita" });
  expect(answer.status).toBe(422);
  const page = await answer.page();
  expect(page.querySelector(".callout")?.textContent).toContain("Des puits pour Kita");
  expect(page.body.textContent).not.toContain("secrète");
  const another = { ...fatou, nom: "Puits pour Kita", autre: "oui" };
  expect(await site.post(cardRequests.propose(), another)).toMatchObject({ to: cardRequests.sent() });
});

test("an identifier that the network already has is no second card: the team sees the first", async ({
  db,
}) => {
  const { id } = await db
    .insertInto("directory.organisations")
    .values({ name: "Kita Solidarité", rna: "W595000007", visibility: "internal" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const site = await openSite(db);
  await site.post(cardRequests.propose(), { ...fatou, nom: "Puits", rna: "W595000007" });
  await site.post(await linkOf(db));
  const cardRequest = await db
    .selectFrom("accounts.card_requests")
    .select("organisation_id")
    .executeTakeFirstOrThrow();
  expect(cardRequest.organisation_id).toBe(id);
  const count = await db.selectFrom("directory.organisations").select("id").execute();
  expect(count).toHaveLength(1);
});
