import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";
import { describeSchema } from "#platform/db/schema.ts";
import { test } from "./database.ts";

test("db/schema.txt describes the migrated database", async ({ db }) => {
<<<<<<< HEAD
  const { rows } = await sql<{ table: string; column: string }>`
    select table_schema || '.' || table_name as "table",
           column_name || ': ' || data_type || case is_nullable when 'NO' then ' not null' else '' end as "column"
    from information_schema.columns
    where table_schema !~ '^(pg_|information_schema|migrations|public|pgboss)'
    order by table_schema, table_name, ordinal_position`.execute(db);
  const tables = Map.groupBy(rows, (row) => row.table);
  const text = [...tables].map(([table, columns]) =>
    [table, ...columns.map((row) => `  ${row.column}`)].join("\n"),
  );
  await expect(`${text.join("\n\n")}\n`).toMatchFileSnapshot("../db/schema.txt");
=======
  await expect(await describeSchema(db)).toMatchFileSnapshot("../db/schema.txt");
>>>>>>> a61f616 (cli: Back up a running site and restore it whole; check, dev and browser machinery.)
});

test("the types of the tables are those of the migrated database", () => {
  const written = execFileSync("node", ["scripts/types.js", inject("databaseUrl"), "--print"], {
    encoding: "utf8",
  });
  expect(readFileSync("src/platform/db/tables.ts", "utf8").trim()).toBe(written.trim());
});
