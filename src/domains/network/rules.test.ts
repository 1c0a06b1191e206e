import fc from "fast-check";
import { expect, test } from "vitest";
import { type Colour, contrast, mix, readColour } from "./colours.ts";
import { readLogo } from "./logo.ts";
import { textRatio, themeOf } from "./theme.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const paper = { light: ["#faf6ec", "#f2ecdd"], dark: ["#121814", "#1b231e"] };

test("whatever two colours a network picks, its text reads on paper, on tints and on buttons, day and night", () => {
  fc.assert(
    fc.property(hex, hex, (brand, accent) => {
      const theme = themeOf(brand, accent);
      for (const scheme of ["light", "dark"] as const) {
        const { brand, onBrand, accent, onAccent } = theme[scheme];
        const grounds = paper[scheme].map(readColour);
        const wash = mix(grounds[0] as Colour, brand, 0.09);
        for (const text of [brand, accent])
          for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(textRatio);
        expect(contrast(brand, wash)).toBeGreaterThanOrEqual(textRatio);
        expect(contrast(onBrand, brand)).toBeGreaterThanOrEqual(textRatio);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(textRatio);
      }
      expect(contrast(readColour("#faf6ec"), theme.cover)).toBeGreaterThanOrEqual(7);
    }),
    { numRuns: 500 },
  );
});

test("a colour that already reads is left as the network chose it", () => {
  expect(themeOf("#1d5a3f", "#8a3c14").light.brand).toEqual(readColour("#1d5a3f"));
});

test("contrast is that of the standard: 21 between black and white, 1 with itself", () => {
  expect(contrast(readColour("#000000"), readColour("#ffffff"))).toBeCloseTo(21);
  expect(contrast(readColour("#777777"), readColour("#777777"))).toBe(1);
  expect(contrast(readColour("#767676"), readColour("#ffffff"))).toBeCloseTo(4.54, 1);
});

test("a logo is what its bytes are, not what its name says, and may not be an SVG", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  expect(readLogo(png)).toEqual({ ok: true, mediaType: "image/png" });
  expect(readLogo(new TextEncoder().encode("<svg><script/></svg>"))).toMatchObject({ ok: false });
  expect(readLogo(new Uint8Array(600_000))).toMatchObject({
    ok: false,
    error: expect.stringContaining("500 Ko"),
  });
});
