import { meshOf } from "#ui/mesh.ts";

const size = { width: 420, height: 330, strands: 7, columns: 9 };
const line = "#ffffff";
const faint = `stroke="${line}" stroke-width="1.1" stroke-opacity="0.34"`;

/** The network's own mesh, for the lower part of the cover; decoration only. */
export function coverDrawing(name: string, accent: string): string {
  const { strands, ties, knots } = meshOf(name, size);
  const middle = Math.floor(strands.length / 2);
  const paths = [
    ...ties.map((path) => `<path d="${path}" stroke="${line}" stroke-width="0.8" stroke-opacity="0.28"/>`),
    ...strands.map(
      (path, index) =>
        `<path d="${path}" ${index === middle ? `stroke="${accent}" stroke-width="2.2"` : faint}/>`,
    ),
    ...knots.map(
      ({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.6" fill="${line}" fill-opacity="0.4" stroke="none"/>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"><g fill="none">${paths.join("")}</g></svg>`;
}
