// Everything that must be true before a change lands, step by step; CI runs the same. `npm run check -- unit` runs one step.
import { spawnSync } from "node:child_process";

const vitest = (project) => ["vitest", "run", "--project", project];
const steps = [
  ["format and lint", ["biome", "ci", "."]],
  ["types", ["tsc", "-p", "."]],
  ["browser types", ["tsc", "-p", "src/ui/behaviours"]],
  ["unused code", ["knip"]],
  ["build", ["npm", "run", "--silent", "build"]],
  ["rooms", vitest("rooms")],
  ["journeys", vitest("journeys")],
];

const asked = process.argv.slice(2);
const failed = [];
for (const [name, [command, ...args]] of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  console.log(`── ${name}: ${status === 0 ? "good" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
