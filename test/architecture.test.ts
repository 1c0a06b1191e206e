import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
  modules: { source: string; dependencies: { resolved: string }[] }[];
}

const cruise = JSON.parse(
  execFileSync(
    "node_modules/.bin/depcruise",
    ["--output-type", "json", "--config", ".dependency-cruiser.cjs", "src"],
    {
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    },
  ),
) as Cruise;

test("the walls are checked on the whole code base, with its imports", () => {
  const ours = cruise.modules.filter((module) => module.source.startsWith("src/"));
  const imports = ours
    .flatMap((module) => module.dependencies)
    .filter((one) => one.resolved.startsWith("src/"));
  expect(ours.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
});

test("no room reaches into another, and nothing leans upwards", () => {
  expect(cruise.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});
