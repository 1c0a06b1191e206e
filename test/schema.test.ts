import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";
import { describeSchema } from "#platform/db/schema.ts";
import { test } from "./database.ts";

test("db/schema.txt describes the migrated database", async ({ db }) => {
  await expect(await describeSchema(db)).toMatchFileSnapshot("../db/schema.txt");
});

test("the types of the tables are those of the migrated database", () => {
  const written = execFileSync("node", ["scripts/types.js", inject("databaseUrl"), "--print"], {
    encoding: "utf8",
  });
  expect(readFileSync("src/platform/db/tables.ts", "utf8").trim()).toBe(written.trim());
});
