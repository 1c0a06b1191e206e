import { createRequire } from "node:module";
import { type GeoPermissibleObjects, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import {
  type Circle,
  escaped,
  fontSize,
  type MapPalette,
  type MapPoint,
  named,
  one,
  paints,
} from "./map-svg.ts";

type Topology = Parameters<typeof merge>[0];
type Shape = Extract<Parameters<typeof merge>[1], readonly unknown[]>[number];

/** An atlas as it is published: the outlines of countries, each with its ISO 3166 number when it has one. */
interface World extends Topology {
  objects: { countries: { type: "GeometryCollection"; geometries: Shape[] } };
}

const require = createRequire(import.meta.url);
const width = 640;
const antarctica = "010";

/** Where the outlines come from (public domain). */
export const worldCredit = "Fond de carte : Natural Earth, par world-atlas.";

/** The countries of an atlas, without Antarctica; read when they are first needed. */
function readWorld(atlas: World) {
  const geometries = atlas.objects.countries.geometries.filter(({ id }) => id !== antarctica);
  return { world: atlas, countries: { ...atlas.objects.countries, geometries } };
}

interface Ground {
  height: number;
  place: (longitude: number, latitude: number) => [number, number];
  land: string;
  borders: string;
  /** The outline of each country, by its ISO 3166 number. */
  shapes: ReadonlyMap<string, string>;
}

let ground: Ground | undefined;

function findGround(): Ground {
  if (ground) return ground;
  const { world, countries } = readWorld(require("world-atlas/countries-110m.json"));
  const shapes = feature(world, countries);
  const projection = geoEqualEarth().precision(0).rotate([-11, 0]).fitWidth(width, shapes);
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(path.bounds(shapes)[1][1]);
  ground = {
    height,
    place: (longitude, latitude) => projection([longitude, latitude]) ?? [Number.NaN, Number.NaN],
    land: light(path(merge(world, countries.geometries)) ?? ""),
    borders: light(path(mesh(world, countries, (a, b) => a !== b)) ?? ""),
    shapes: new Map(shapes.features.map((one) => [String(one.id), light(path(one) ?? "")])),
  };
  return ground;
}

/** The shortest line that the eye sees, in units of the drawing. */
const shortest = 1.4;

/** A path in steps from one point to the next, without those that the eye does not part from the one before. */
function light(path: string): string {
  let drawn = "";
  let [x, y] = [0, 0];
  for (const [, letter = "", typedX = "0", typedY = "0"] of path.matchAll(
    /([MLZ])(?:([\d.-]+),([\d.-]+))?/g,
  )) {
    const [nextX, nextY] = [Math.round(Number(typedX) * 2) / 2, Math.round(Number(typedY) * 2) / 2];
    if (letter === "Z") drawn += "z";
    else if (letter === "M") drawn += `M${nextX} ${nextY}`;
    else if (Math.hypot(nextX - x, nextY - y) < shortest) continue;
    else drawn += `l${short(nextX - x)} ${short(nextY - y)}`;
    if (letter !== "Z") [x, y] = [nextX, nextY];
  }
  return drawn.replaceAll(" -", "-");
}

const short = (value: number) => String(value).replace(/^(-?)0\./, "$1.");

let centres: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The middle of the greatest part of a country, by its ISO 3166 number: where to put what is somewhere in it. */
export function countryCentre(numericCode: string): { longitude: number; latitude: number } | undefined {
  centres ??= findCentres();
  const centre = centres.get(numericCode);
  return centre && { longitude: centre[0], latitude: centre[1] };
}

function findCentres() {
  const { world, countries } = readWorld(require("world-atlas/countries-50m.json"));
  return new Map(
    feature(world, countries).features.flatMap((one) =>
      one.id === undefined ? [] : [[String(one.id), geoCentroid(greatestPart(one))] as const],
    ),
  );
}

type Outline = Extract<ReturnType<typeof feature>, { geometry: unknown }>;

/** A country without its islands and territories overseas: its greatest polygon. */
function greatestPart({ geometry }: Outline): GeoPermissibleObjects {
  if (geometry.type !== "MultiPolygon") return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}

/**
 * The world (Equal Earth projection) with a circle for each place, its surface growing with the value, and the countries
 * of `shaded` (ISO 3166 numbers) in a deeper colour; the greatest places are named. Without a palette the shapes carry the
 * classes `map-land`, `map-border`, `map-shaded`, `map-point`, `map-text`.
 */
export function drawWorld(
  points: readonly MapPoint[],
  shaded: readonly string[] = [],
  palette?: MapPalette,
): string {
  const { height, place, land, borders, shapes } = findGround();
  const greatest = Math.max(1, ...points.map(({ value }) => value));
  const circles = points
    .map((point): Circle => {
      const [x, y] = place(point.longitude, point.latitude);
      return { ...point, x, y, radius: 2.6 + 13 * Math.sqrt(point.value / greatest) };
    })
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)
    .sort((a, b) => b.value - a.value);
  const paint = paints(palette);
  const border = palette ? `fill="none" stroke="${palette.edge}" stroke-width="0.5"` : 'class="map-border"';
  const deeper = palette ? `fill="${palette.point}" fill-opacity="0.18"` : 'class="map-shaded"';
  const reached = shaded.flatMap((code) => shapes.get(code) ?? []).join("");
  const dots = circles.map(
    ({ x, y, radius }) => `<circle ${paint.point} cx="${one(x)}" cy="${one(y)}" r="${one(radius)}"/>`,
  );
  const names = named(circles, width).map(
    ({ x, y, label }) =>
      `<text ${paint.text} x="${one(x)}" y="${one(y)}" font-size="${fontSize}" text-anchor="middle">${escaped(label)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path ${paint.land} d="${land}"/><path ${deeper} d="${reached}"/><path ${border} d="${borders}"/>${dots.join("")}${names.join("")}</svg>`;
}
