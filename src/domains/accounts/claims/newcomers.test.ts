import { expect } from "vitest";
import { claims } from "#paths/claims.ts";
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
  const form = await site.visit(claims.propose());
  expect(form.querySelectorAll("fieldset").length).toBeGreaterThan(1);
  const said = { ...fatou, nom: "Des puits pour Kita", pays: "Mali", commune: "Roubaix" };
  expect(await site.post(claims.propose(), said)).toMatchObject({ status: 303, to: claims.sent() });
  const known = () => db.selectFrom("directory.organisations").select(["id", "name", "status"]).execute();
  expect(await known()).toEqual([]);
  await site.post(await linkOf(db));
  expect(await known()).toMatchObject([{ name: "Des puits pour Kita", status: "proposed" }]);
  const publicList = await site.visit("/acteurs");
  expect(publicList.body.textContent).not.toContain("Des puits pour Kita");

  const staff = await openSite(db, "animatrice");
  const page = await staff.visit(claims.all());
  expect(page.body.textContent).toContain("Nouvelle organisation");
  const claim = await db.selectFrom("accounts.claims").select("id").executeTakeFirstOrThrow();
  await staff.post(claims.accept(claim.id));
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
  const answer = await site.post(claims.propose(), { ...fatou, nom: "Puits pour Kita" });
  expect(answer.status).toBe(422);
  const page = await answer.page();
  expect(page.querySelector(".callout")?.textContent).toContain("Des puits pour Kita");
  expect(page.body.textContent).not.toContain("secrète");
  const another = { ...fatou, nom: "Puits pour Kita", autre: "oui" };
  expect(await site.post(claims.propose(), another)).toMatchObject({ to: claims.sent() });
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
  await site.post(claims.propose(), { ...fatou, nom: "Puits", rna: "W595000007" });
  await site.post(await linkOf(db));
  const claim = await db.selectFrom("accounts.claims").select("organisation_id").executeTakeFirstOrThrow();
  expect(claim.organisation_id).toBe(id);
  const count = await db.selectFrom("directory.organisations").select("id").execute();
  expect(count).toHaveLength(1);
});
