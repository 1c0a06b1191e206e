import { meshOf } from "#ui/mesh.ts";

const size = { width: 420, height: 330, strands: 7, columns: 9 };
const line = "#7fae93";
const bright = "#e59a63";

/** The network's own mesh, for the lower part of the cover; decoration only. */
export function coverDrawing(name: string): string {
  const { strands, ties, knots } = meshOf(name, size);
  const middle = Math.floor(strands.length / 2);
  const paths = [
    ...ties.map((path) => `<path d="${path}" stroke="${line}" stroke-width="0.8"/>`),
    ...strands.map(
      (path, index) =>
        `<path d="${path}" stroke="${index === middle ? bright : line}" stroke-width="${index === middle ? 2 : 1.1}"/>`,
    ),
    ...knots.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.6" fill="${line}" stroke="none"/>`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"><g fill="none" opacity="0.55">${paths.join("")}</g></svg>`;
}
