import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations } from "../matching/commands.ts";
import { confirmedBefore, isToConfirm } from "./rules.ts";

test.for([
  ["2026-11-22", "2024-11-22"],
  ["2026-02-28", "2024-02-28"],
  ["2024-02-29", "2022-02-28"],
  ["2026-01-01", "2024-01-01"],
])("on %s, cards confirmed before %s are to be confirmed again", ([today = "", before = ""]) => {
  expect(confirmedBefore(today)).toBe(before);
  expect(isToConfirm(before, today)).toBe(false);
});

/** Three old cards and a fresh one; one of the old ones was confirmed since. */
async function cards(db: Db) {
  const [old = 0, older = 0, confirmed = 0, fresh = 0] = await addOrganisations(db, system, [
    { name: "Ancienne", emails: ["bonjour@ancienne.fr"] },
    { name: "Plus ancienne" },
    { name: "Confirmée" },
    { name: "Toute neuve" },
  ]);
  const set = (id: number, created: string, confirmed_on: string | null) =>
    db
      .updateTable("directory.organisations")
      .set({ created_at: created, confirmed_on })
      .where("id", "=", id)
      .execute();
  await set(old, "2020-01-01T12:00:00Z", "2021-06-01");
  await set(older, "2019-01-01T12:00:00Z", null);
  await set(confirmed, "2019-01-01T12:00:00Z", new Date().toISOString().slice(0, 10));
  return { old, older, fresh };
}

test("the cards without news are listed, the oldest first, with who to write to", async ({ db }) => {
  const { old, older } = await cards(db);
  const person = await db
    .insertInto("directory.people")
    .values({ given_name: "Fatou", family_name: "Diop" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("directory.roles")
    .values({ person_id: person.id, organisation_id: old, main_contact: true })
    .execute();
  const site = await openSite(db, "animatrice");
  const page = await site.visit(directory.toConfirm());
  const names = [...page.querySelectorAll("tbody tr td:first-child a")].map((link) => link.textContent);
  expect(names).toEqual(["Plus ancienne", "Ancienne"]);
  expect(page.querySelector("tbody")?.textContent).toContain("Fatou Diop");
  expect(page.querySelector("a[href='mailto:bonjour@ancienne.fr']")).not.toBeNull();
  const rows = await (await site.request(`${directory.toConfirm()}.json`)).json();
  expect(rows).toMatchObject([{ name: "Plus ancienne" }, { name: "Ancienne", contact: "Fatou Diop" }]);
  await site.post(directory.confirmation(older));
  expect(await (await site.request(`${directory.toConfirm()}.json`)).json()).toHaveLength(1);
  await site.visit(`${directory.toConfirm()}?page=9`);
});

test("the board reads the list; members and strangers do not", async ({ db }) => {
  await (await openSite(db, "administratrice_ca")).visit(directory.toConfirm());
  expect((await (await openSite(db, "membre")).request(directory.toConfirm())).status).toBe(403);
  expect((await (await openSite(db)).request(`${directory.toConfirm()}.csv`)).status).toBe(303);
});
