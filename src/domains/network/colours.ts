/** A colour as red, green, blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** `#1d5a3f` to a colour. Expects six hexadecimal figures, as the input schema guarantees. */
export function readColour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export const writeColour = (colour: Colour) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** A share of `second`, from 0 to 1, mixed into `first`. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2) => first[index] + (second[index] - first[index]) * share;
  return [part(0), part(1), part(2)];
}

/** Relative luminance, 0 (black) to 1 (white). WCAG 2.2, definition of relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. WCAG 2.2, definition of contrast ratio. */
export function contrast(first: Colour, second: Colour): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour nearest to `wanted` that reads on every one of `grounds` at `ratio` or better: `wanted` itself when it does,
 * else mixed with `towards` (black or white), no more than needed. Measured after rounding to what a style sheet can say.
 */
export function readable(wanted: Colour, grounds: readonly Colour[], towards: Colour, ratio: number): Colour {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = readColour(writeColour(mix(wanted, towards, share)));
    if (grounds.every((ground) => contrast(tried, ground) >= ratio)) return tried;
  }
  return towards;
}
