// Writes src/platform/db/tables.ts from the migrated database at DATABASE_URL (see CONTRIBUTING.md).
import { execFileSync } from "node:child_process";

const schemas =
  "platform|network|accounts|vocabularies|territory|directory|membership|activities|agenda|imports|reports";
const url = process.argv[2] ?? process.env.DATABASE_URL;
if (!url) throw new Error("Give the address of a migrated database: node scripts/types.js postgres://…");
execFileSync(
  "node_modules/.bin/kysely-codegen",
  [
    ...["--url", url, "--dialect", "postgres", "--out-file", "src/platform/db/tables.ts"],
    ...["--default-schema", "none", "--include-pattern", `(${schemas}).*`],
    ...["--date-parser", "string", "--numeric-parser", "number", "--type-mapping", '{"int8":"number"}'],
  ],
  { stdio: "inherit" },
);
