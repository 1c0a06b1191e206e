// npm test, npm run check: every check, named and timed; goes on after a failure and ends with the list of what failed.
// A step's name (or several) runs only that: npm run check -- types tests
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, resolve } from "node:path";

const results = "node_modules/.cache/maillage/tests.json";
const plain = process.env.CI || !process.stdout.isTTY;
const env = {
  ...process.env,
  PATH: [resolve("node_modules/.bin"), process.env.PATH].join(delimiter),
  ...(plain ? { NO_COLOR: "1", FORCE_COLOR: undefined } : {}),
};

const steps = [
  ["format", "biome format ."],
  ["lint", "biome lint ."],
  ["types", "tsc -p . && tsc -p src/ui/behaviours"],
  ["boundaries", "depcruise src --config .dependency-cruiser.cjs --output-type err"],
  ["unused", "knip --no-progress"],
  ["build", "node scripts/fresh.js"],
  ["tests", `vitest run --reporter=default --reporter=json --outputFile.json=${results}`],
];

const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const passed = process.argv.slice(2).filter((word) => word.startsWith("-"));
const unknown = asked.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(", ")}: ${steps.map(([name]) => name).join(", ")}.`);
  process.exit(2);
}

mkdirSync("node_modules/.cache/maillage", { recursive: true });
rmSync(results, { force: true });
const failed = [];
for (const [name, command] of steps.filter(([name]) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n── ${name} `.padEnd(80, "─"));
  const started = performance.now();
  const words = name === "tests" ? `${command} ${passed.join(" ")}` : command;
  const { status } = spawnSync(words, { shell: true, stdio: "inherit", env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} in ${seconds} s`);
  if (status !== 0) failed.push(name);
}

console.log();
if (existsSync(results)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, "utf8"));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
}
console.log(failed.length === 0 ? "Every step is good." : `Failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
