import { expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { createUser } from "../people/commands.ts";

const path = "/gestion/comptes/invitations";
const nadia = { name: "Nadia Nouvelle", email: "nadia@exemple.fr" };
const password = "trois petits chats noirs";

async function linkOfLastLetter(db: Db) {
  const letter = await db
    .selectFrom("platform.letters")
    .select(["text", "recipient"])
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return new URL(/http:\S+/.exec(letter.text)?.[0] ?? "").pathname;
}

test("Nadia is invited, chooses a password and is in, with her role", async ({ db }) => {
  const djamel = await openSite(db, "administrateur");
  await djamel.visit(path);
  expect((await djamel.post(path, { ...nadia, roles: "officer" })).to).toBe("/gestion/comptes");
  expect((await djamel.visit("/gestion/comptes")).body.textContent).toContain("nadia@exemple.fr");
  const link = await linkOfLastLetter(db);
  const site = await openSite(db);
  await site.visit(link);
  expect((await site.post(link, { name: nadia.name, password: "court" })).status).toBe(422);
  expect((await site.post(link, { name: nadia.name, password })).to).toBe("/espace");
  expect((await site.request("/espace")).headers.get("location")).toBe("/gestion");
  expect((await (await openSite(db)).visit(link, { status: 404 })).body.textContent).toContain(
    "ne sert plus",
  );
});

test("an invitation is for the administrator to write: the ladder", async ({ db }) => {
  const sent = { ...nadia, roles: "administrator" };
  expect((await (await openSite(db)).post(path, sent)).status).toBe(303);
  for (const persona of ["visiteuse", "membre", "administratrice_ca", "animatrice"] as const)
    expect((await (await openSite(db, persona)).post(path, sent)).status).toBe(403);
  const site = await openSite(db, "administrateur");
  const page = await (await site.post(path, { name: "", email: "nadia", roles: "officer" })).page();
  expect(page.querySelectorAll("[role=alert] li")).toHaveLength(2);
  expect(await db.selectFrom("accounts.invitations").select("id").execute()).toEqual([]);
});

test("an invitation is of no use after a fortnight, nor once withdrawn, nor once sent again", async ({
  db,
}) => {
  const djamel = await openSite(db, "administrateur");
  await djamel.post(path, { ...nadia, roles: "officer" });
  const first = await linkOfLastLetter(db);
  await djamel.post(path, { ...nadia, roles: "officer" });
  const second = await linkOfLastLetter(db);
  const site = await openSite(db);
  await site.visit(first, { status: 404 });
  await site.visit(second);
  const { id } = await db.selectFrom("accounts.invitations").select("id").executeTakeFirstOrThrow();
  await db
    .updateTable("accounts.invitations")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();
  expect((await site.post(second, { name: nadia.name, password })).status).toBe(404);
  await djamel.post(`${path}/${id}/retrait`);
  expect(await db.selectFrom("accounts.invitations").select("id").execute()).toEqual([]);
});

test("who has an account is not invited: the way to their roles is shown", async ({ db }) => {
  const { id } = await createUser(db, system, { ...nadia, roles: [] });
  const djamel = await openSite(db, "administrateur");
  expect((await djamel.post(path, { ...nadia, roles: "officer" })).to).toBe(`/gestion/comptes/${id}`);
  expect(await db.selectFrom("platform.letters").select("id").execute()).toEqual([]);
});

test("a member speaks for the organisation named; a name that is not sure is proposed", async ({ db }) => {
  const [organisation] = await addOrganisations(db, system, [{ name: "Les Amis du Sahel" }]);
  const djamel = await openSite(db, "administrateur");
  const unsure = await djamel.post(path, { ...nadia, roles: "member", organisation: "Amis Sahel Nord" });
  expect(unsure.status).toBe(422);
  const wrongRole = await djamel.post(path, { ...nadia, roles: "board", organisation: "Les Amis du Sahel" });
  expect((await wrongRole.page()).querySelector("#erreur-organisation")?.textContent).toContain("adhérent");
  const sure = await djamel.post(path, { ...nadia, roles: "member", organisation: "Les amis du Sahel" });
  expect(sure.status).toBe(303);
  const site = await openSite(db);
  await site.post(await linkOfLastLetter(db), { name: nadia.name, password });
  const speakers = await db.selectFrom("directory.speakers").select("organisation_id").execute();
  expect(speakers).toEqual([{ organisation_id: organisation }]);
  expect((await site.visit("/espace")).body.textContent).toContain("Les Amis du Sahel");
});
