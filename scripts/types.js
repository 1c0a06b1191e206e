// Writes src/platform/db/tables.ts from a migrated database: node scripts/types.js <address> [--print]
import { execFileSync } from "node:child_process";

const [url, print] = process.argv.slice(2);
if (!url) throw new Error("Give the address of a migrated database: node scripts/types.js postgres://…");
const schemas = [
  ...["platform", "network", "accounts", "vocabularies", "territory", "directory", "questionnaires"],
  ...["membership", "activities", "agenda", "projects", "census", "support", "imports", "reports"],
];
const output = print ? ["--print"] : ["--out-file", "src/platform/db/tables.ts"];
execFileSync(
  "node_modules/.bin/kysely-codegen",
  [
    ...["--url", url, "--dialect", "postgres", "--log-level", "error", ...output],
    ...["--default-schema", "none", "--include-pattern", `(${schemas.join("|")}).*`],
    ...["--date-parser", "string", "--numeric-parser", "number", "--type-mapping", '{"int8":"number"}'],
  ],
  { stdio: "inherit" },
);
