import { expect } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { createUser, setRoles } from "../people/commands.ts";
import { pageSize } from "./queries.ts";
import { differences } from "./rules.ts";
import { nameOfField, nameOfRecord } from "./texts.ts";

const rowsOf = (page: Awaited<ReturnType<Awaited<ReturnType<typeof openSite>>["visit"]>>) =>
  [...page.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");

test("Djamel reads who gave which role, before and after, in French", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const author = { accountId: site.userId, requestId: "r" };
  const { id } = await createUser(db, author, { name: "Nadia", email: "nadia@exemple.fr", roles: ["board"] });
  await db.updateTable("accounts.users").set({ name: "Nadia N." }).where("id", "=", id).execute();
  const rows = rowsOf(await site.visit(`/gestion/journal?table=accounts`));
  expect(rows[0]).toMatch(/Djamel Directeur.*a modifié Compte.*nom : Nadia Nadia N\./);
  const page = await site.visit(`/gestion/journal?table=accounts.users&fiche=${id}`);
  expect(rowsOf(page)).toHaveLength(2);
  expect(page.querySelector(`tbody a[href="/gestion/comptes/${id}"]`)).not.toBeNull();
  expect(rowsOf(await site.visit(`/gestion/journal?compte=${site.userId}&jour=1/1/2001`))).toEqual([]);
});

test("no secret enters the journal", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  await createUser(db, system, {
    name: "N",
    email: "n@exemple.fr",
    roles: [],
    password: "trois petits chats noirs",
  });
  const page = await site.visit("/gestion/journal?table=accounts.credentials");
  expect(page.body.textContent).not.toContain("argon2");
});

test("the journal is for the administrator", async ({ db }) => {
  for (const persona of ["membre", "administratrice_ca", "animatrice"] as const)
    expect((await (await openSite(db, persona)).request("/gestion/journal")).status).toBe(403);
  expect((await (await openSite(db)).request("/gestion/journal")).status).toBe(303);
});

test("a long journal is read page by page, none twice and none lost", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const { id } = await createUser(db, system, { name: "Nadia", email: "nadia@exemple.fr", roles: [] });
  for (let time = 0; time < pageSize; time++)
    await setRoles(db, system, id, time % 2 === 0 ? ["officer"] : []);
  const first = await site.visit("/gestion/journal?table=accounts.roles");
  const next = first.querySelector("[rel=next]")?.getAttribute("href");
  expect(rowsOf(first)).toHaveLength(pageSize);
  const second = await site.visit(next ?? "");
  expect(rowsOf(second).length).toBeGreaterThan(0);
  expect(second.querySelector("[rel=next]")).toBeNull();
});

test("a question that makes no sense shows the whole journal", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  await inTransaction(db, system, (db) =>
    db
      .insertInto("network.settings")
      .values({ key: "tagline", value: JSON.stringify("Ensemble") })
      .execute(),
  );
  const page = await site.visit("/gestion/journal?compte=moi&table='&jour=demain&avant=zéro&fiche=");
  expect(page.body.textContent).toContain("Ensemble");
});

test("a difference leaves out what says nothing", () => {
  const before = { id: 1, version: 1, name: "A", notes: "", at: null };
  expect(differences(before, { ...before, version: 2, name: "B" })).toEqual([
    { field: "name", before: "A", after: "B" },
  ]);
  expect(nameOfField("held_on")).toBe("date");
  expect(nameOfField("some_new_column")).toBe("some new column");
  expect(nameOfRecord("ailleurs.choses")).toBe("ailleurs.choses");
});
