// npm run bench: the ratios of docs (quality), each measured beside what it is compared with, in the same run.
// npm run bench -- 100000 1000000: the lists at these sizes too (some minutes each, most of them to generate).
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { createServer } from "vite";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect } from "#platform/db/index.ts";
import { temporaryFolder } from "#test/folder.ts";
import { fillLarge } from "../src/cli/demo/large/fill.ts";
import { type ListPace, measureLists, paceOfLists, pages, searches } from "./lists.ts";
import { type Pace, requestsPerSecond } from "./load.ts";
import { memoryOf, startBare, startSite, stop } from "./site.ts";
import { measureYears } from "./years.ts";

const actors = 10_000;

const folder = await temporaryFolder("bench");
const lines: [string, string, string, string][] = [];
const compare = (what: string, ours: number, bare: number, goal: string) =>
  lines.push([
    what,
    `${ours.toFixed(0)}/s, bare ${bare.toFixed(0)}/s`,
    `× ${(ours / bare).toFixed(2)}`,
    goal,
  ]);

const first = await startSite(folder);
const server = await startEmbedded(folder);
const { db } = connect(server.url, 1);
await fillLarge(db, { organisations: actors, people: 0 });
await stop(first.child);
const site = await startSite(folder);
const { origin, child, milliseconds } = site;
lines.push(["warm start to the first page", "", `${milliseconds.toFixed(0)} ms`, "under 2 000 ms"]);

const bare = await startBare(server.url, `${origin}/acteurs`);
const { rows } = await sql<{ path: string }>`
  select '/acteurs/' || id || '-' || replace(platform.fold(name), ' ', '-') as path
  from directory.organisations where visibility = 'listed' and status = 'published' and description <> '' and length(key) < 70 order by id limit 200`.execute(
  db,
);
const cards = rows.map(({ path }) => path);

const small = await paceOfLists(site, actors);

async function both(what: string, paths: readonly string[], goal: string) {
  await requestsPerSecond(origin, paths, { seconds: 1, known: true });
  const ours = await requestsPerSecond(origin, paths, { known: true });
  compare(what, ours, await requestsPerSecond(bare.origin, paths), goal);
}

await both("public list drawn, 50 of 10 000, facets", pages, "1.45: 20 × the best peer (60/s), bare 830/s");
await both("search drawn, facets and total", searches, "3 × the SQL alone");
await both("one organisation drawn", cards, "0.34: 6 × the best peer (175/s), bare 3 100/s");
const same = await requestsPerSecond(origin, ["/acteurs"]);
compare(
  "the same list, kept ready",
  same,
  await requestsPerSecond(bare.origin, ["/same"]),
  "0.5 of the same bytes",
);

lines.push(["memory of the web process", "", `${memoryOf(child)} MB`, "at most 296 MB (0.75 of 394)"]);

const started = performance.now();
const pdf = await (await fetch(`${origin}/bilan/2021.pdf`)).arrayBuffer();
const printed = performance.now() - started;
lines.push([
  "report as PDF",
  `${(pdf.byteLength / 1000).toFixed(0)} KB`,
  `${printed.toFixed(0)} ms`,
  "under 1 000 ms",
]);
lines.push(["memory once it has printed the report", "", `${memoryOf(child)} MB`, "told"]);

await stop(bare.child);
await stop(child);
await db.destroy();
await server.stop();
await rm(folder, { recursive: true, force: true });

/** Against the same at 10 000: the slowest p95 of the lists, and searches. */
function compareSizes({ organisations, list, search, filtered, megabytes }: ListPace) {
  const size = organisations.toLocaleString("fr-FR");
  const worst = (pace: ListPace) => Math.max(pace.list.p95, pace.search.p95, pace.filtered.p95);
  const largest = Math.max(list.p95, search.p95, filtered.p95);
  lines.push([
    `lists of ${size}: slowest p95`,
    `${largest.toFixed(1)} ms, 10 000: ${worst(small).toFixed(1)} ms`,
    `× ${(largest / worst(small)).toFixed(2)}`,
    "at most 2.5 at 100 000",
  ]);
  lines.push([
    `lists of ${size}: searches`,
    `${search.perSecond.toFixed(0)}/s, 10 000: ${small.search.perSecond.toFixed(0)}/s`,
    `÷ ${(small.search.perSecond / search.perSecond).toFixed(2)}`,
    "at most 10 at 1 000 000",
  ]);
  lines.push([`lists of ${size}: memory`, `${list.perSecond.toFixed(0)} lists/s`, `${megabytes} MB`, "told"]);
}
for (const asked of process.argv.slice(2).map(Number)) compareSizes(await measureLists(asked));

const years = await measureYears();
const told = (what: string, { perSecond, p95 }: Pace) =>
  lines.push([`ten years: ${what}`, `p95 ${p95.toFixed(0)} ms`, `${perSecond.toFixed(0)}/s`, "told"]);
for (const [what, { ours, bare }, goal] of [
  ["agenda drawn, facets", years.lists, "1.45: 20 × the best peer (60/s) where a bare program gives 830"],
  ["agenda searched", years.searches, "3 × the SQL alone"],
  ["one event drawn", years.event, "0.34: 6 × the best peer (175/s) where a bare program gives 3 100"],
] as const)
  compare(`ten years: ${what}`, ours.perSecond, bare.perSecond, goal);
told("a month drawn", years.months);
told("trainings drawn", years.catalogues);
told("the agenda kept ready", years.ready);
lines.push(["ten years: memory", "", `${years.megabytes} MB`, "at most 296 MB (0.75 of 394)"]);
for (const { path, milliseconds } of years.office.slice(0, 5))
  lines.push([`ten years: ${path}`, "", `${milliseconds.toFixed(0)} ms`, "told: the slowest of 16 pages"]);
lines.push(["ten years: memory, the team's pages read too", "", `${years.officeMegabytes} MB`, "told"]);

// The import is measured in this process: its code has views, that only a bundler reads.
const bundler = await createServer({
  configFile: false,
  logLevel: "silent",
  server: { middlewareMode: true, ws: false, watch: null },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
});
const module = (await bundler.ssrLoadModule("/bench/imports.ts")) as typeof import("./imports.ts");
const imported = await module.measureImports(20_000);
await bundler.close();
const speed = (seconds: number) => `${(imported.rows / seconds).toFixed(0)} rows/s`;
lines.push([
  "import of 20 000 meetings against COPY",
  `${speed(imported.importSeconds)}, bare ${speed(imported.copySeconds)}`,
  `× ${imported.ratio.toFixed(2)}`,
  `0.6; constant memory (+${imported.megabytes.toFixed(0)} MB)`,
]);

for (const [what, how, value, goal] of lines)
  console.log(`${what.padEnd(44)} ${value.padStart(9)}   ${how.padEnd(28)} goal: ${goal}`);
