import { sql } from "kysely";
import { expect } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { test } from "./database.ts";

test("every change is written down with its author, before and after", async ({ db }) => {
  const author = { accountId: "00000000-0000-4000-8000-000000000001", requestId: "r1" };
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("network.settings")
      .values({ key: "name", value: JSON.stringify("A") })
      .execute();
    await db
      .updateTable("network.settings")
      .set({ value: JSON.stringify("B") })
      .where("key", "=", "name")
      .execute();
  });
  const changes = await db
    .selectFrom("platform.changes")
    .select(["action", "account_id", "row_key", "before", "after"])
    .where("table_name", "=", "network.settings")
    .orderBy("id")
    .execute();
  expect(changes).toMatchObject([
    { action: "insert", account_id: author.accountId, row_key: "name", before: null, after: { value: "A" } },
    { action: "update", before: { value: "A" }, after: { value: "B" } },
  ]);
});

test("what throws undoes only its own work", async ({ db }) => {
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from network.settings`.execute(db)).rows[0]?.n;
  await expect(
    inTransaction(db, system, async (db) => {
      await db
        .insertInto("network.settings")
        .values({ key: "name", value: JSON.stringify("A") })
        .execute();
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await count()).toBe(0);
});
