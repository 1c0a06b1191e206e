import { existsSync } from "node:fs";
import nodeModule from "node:module"; // as a whole: an older Node reads this file too
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, explain, help } from "./command.ts";
import { runOnOurNode } from "./node.ts";

/** Every command, by the words that call it. Each loads its own code only when called. */
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  serve: () => import("./serve.ts"),
  demo: () => import("./demo.ts"),
  "demo-large": () => import("./demo-large.ts"),
  migrate: () => import("./migrate.ts"),
  import: () => import("./import.ts"),
  "user create": () => import("./user-create.ts"),
  report: () => import("./report.ts"),
  backup: () => import("./backup.ts"),
  restore: () => import("./restore.ts"),
  types: () => import("./types.ts"),
};

async function main(words: readonly string[]) {
  const home = homeOf(dirname(fileURLToPath(import.meta.url)));
  const code = await runOnOurNode(home);
  if (code !== undefined) process.exit(code);
  const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((name) => name in commands);
  const load = commands[name ?? ""];
  if (!name || !load) {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    console.log(help(all.map(({ command }) => command)));
    process.exitCode = words.length === 0 || words[0] === "--help" ? 0 : 2;
    return;
  }
  const from = process.cwd();
  nodeModule.enableCompileCache(join(home, "node_modules/.cache/node")); // a start reads what the last one compiled
  const { command } = await load();
  process.chdir(home); // migrations, built files and demonstration data are found from here
  await command.run(words.slice(name.split(" ").length), (path) => resolve(from, path));
}

/** The folder of the project, wherever the command is called from. */
function homeOf(folder: string): string {
  if (existsSync(join(folder, "db/migrations"))) return folder;
  const above = dirname(folder);
  return above === folder ? process.cwd() : homeOf(above);
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  },
);
