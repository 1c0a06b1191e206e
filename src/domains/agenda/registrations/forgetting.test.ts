import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test as plain } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anEvent, listed, person, registered } from "#test/registrations.ts";
import { memoryFiles } from "#test/services.ts";
import { forgetPeople } from "./forgetting.ts";
import { registrationInvariants } from "./invariants.ts";
import { registrationsPart } from "./personal.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("what has served its time goes: needs after a month, the rest after three years; a training keeps the name", async ({
  db,
}) => {
  const event = await anEvent(db);
  const training = await anEvent(db, { training: true, title: "Formation" });
  for (const { id } of [event, training])
    await registered(db, id, [person("Awa", { needs: "Boucle", phone: "03 20 00 00 00" })]);
  const ids = await db.selectFrom("agenda.registrations").select("id").orderBy("id").execute();
  await db
    .insertInto("agenda.attendances")
    .values({ registration_id: ids[1]?.id ?? 0, session_id: training.sessions[0] ?? 0, state: "present" })
    .execute();
  const state = () =>
    db.selectFrom("agenda.registrations").select(["given_name", "email", "needs"]).orderBy("id").execute();
  await forgetPeople(db, system, later(65));
  expect((await state()).map(({ needs, email }) => [needs, email !== ""])).toEqual([
    ["", true],
    ["", true],
  ]);
  await forgetPeople(db, system, later(4 * 366));
  expect((await state()).map(({ given_name, email }) => [given_name, email])).toEqual([
    ["", ""],
    ["Awa", ""],
  ]);
  await forgetPeople(db, system, later(7 * 366));
  expect((await state()).map(({ given_name }) => given_name)).toEqual(["", ""]);
  const log = await sql<{ n: number }>`select count(*) as n from platform.changes
    where table_name = 'agenda.registrations' and (before::text like '%Boucle%' or after::text like '%Awa%')`.execute(
    db,
  );
  expect(log.rows[0]?.n).toBe(0);
});

test("a person is given all that is kept of them, and erased but for the proof of a training", async ({
  db,
}) => {
  const { id } = await anEvent(db);
  await registered(db, id, [person("Awa", { needs: "Boucle" }), person("Bineta")]);
  const subject = { personId: null, userId: null, emails: ["awa@exemple.fr"], names: [] };
  const [section] = await registrationsPart.read(db, subject);
  expect(section?.rows).toMatchObject([{ Nom: "Awa Diop", Besoins: "Boucle" }]);
  expect((await registrationsPart.foresee(db, subject)).map(({ count }) => count)).toEqual([1, 0, 0]);
  await inTransaction(db, system, (db) =>
    registrationsPart.erase(db, subject, { author: system, now, files: memoryFiles() }),
  );
  expect((await listed(db, id)).map(({ given_name, state }) => `${given_name} ${state}`)).toEqual([
    " confirmed",
    "Bineta confirmed",
  ]);
});

plain("the guide says what is always true, in the words of the nightly check", () => {
  const guide = readFileSync("docs/guide/inscriptions.md", "utf8");
  for (const { says } of registrationInvariants) expect(guide).toContain(says);
});
