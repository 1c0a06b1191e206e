import { expect } from "vitest";
import { test } from "#test/database.ts";
import { inPages } from "./pages.ts";

async function all<Row>(rows: AsyncIterable<Row>) {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

test("a list read in pages is whole, in order, and tells equal keys apart", async ({ db }) => {
  const query = db
    .selectFrom("territory.communes")
    .select(["code", "name"])
    .where("department_code", "=", "59");
  const whole = await query.orderBy("name").orderBy("code").execute();
  expect(await all(inPages(db, query, { by: ["name", "code"], size: 37 }))).toEqual(whole);
  expect(await all(inPages(db, query, { by: ["name", "code"], descending: true, size: 100 }))).toEqual(
    whole.toReversed(),
  );
});

test("instants that differ by a microsecond are neither lost nor repeated", async ({ db }) => {
  const names = ["a", "b", "c", "d", "e"];
  for (const [index, name] of names.entries())
    await db
      .insertInto("directory.organisations")
      .values({ name, created_at: `2026-01-01T10:00:00.00000${index}Z` })
      .execute();
  const query = db
    .selectFrom("directory.organisations")
    .select(["id", "name", "created_at"])
    .where("name", "in", names);
  const rows = await all(inPages(db, query, { by: ["created_at", "id"], size: 2 }));
  expect(rows.map((row) => row.name)).toEqual(names);
});
