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
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours, 1 to 21. WCAG 2.2, definition of contrast ratio. */
export function contrast(first: Colour, second: Colour): number {
  const [one, other] = [luminance(first), luminance(second)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The same hue and saturation (HSL) at another lightness, from 0 (black) to 1 (white). */
export function atLightness(colour: Colour, lightness: number): Colour {
  const most = Math.max(...colour) / 255;
  const least = Math.min(...colour) / 255;
  const range = most - least;
  const room = 1 - Math.abs(most + least - 1);
  const spread = range === 0 ? 0 : (range / room) * (1 - Math.abs(2 * lightness - 1));
  const low = lightness - spread / 2;
  const part = (value: number) => 255 * (low + (range === 0 ? 0 : ((value / 255 - least) / range) * spread));
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

const lightnessOf = (colour: Colour) => (Math.max(...colour) + Math.min(...colour)) / 510;

/**
 * The colour nearest to `wanted` that reads on every one of `grounds` at `ratio` or better: `wanted` itself when it does,
 * else darker or lighter in the same hue, no more than needed. Measured after rounding to what a style sheet can say.
 */
export function readable(
  wanted: Colour,
  grounds: readonly Colour[],
  towards: "darker" | "lighter",
  ratio: number,
): Colour {
  const from = lightnessOf(wanted);
  const to = towards === "darker" ? 0 : 1;
  for (let share = 0; share < 1; share += 0.02) {
    const tried = share === 0 ? wanted : atLightness(wanted, from + (to - from) * share);
    const rounded = readColour(writeColour(tried));
    if (grounds.every((ground) => contrast(rounded, ground) >= ratio)) return rounded;
  }
  return towards === "darker" ? [0, 0, 0] : [255, 255, 255];
}
