import fc from "fast-check";
import { expect, test } from "vitest";
import { meshOf } from "./mesh.ts";

const size = { width: 600, height: 300, strands: 4, columns: 9 };

test("one name, one drawing; accents and capitals do not change it", () => {
  expect(meshOf("Coopération", size)).toEqual(meshOf("COOPERATION", size));
  expect(meshOf("Lianes", size)).not.toEqual(meshOf("Horizons", size));
  expect(meshOf("…", size)).toEqual(meshOf("maillage", size));
});

test("whatever the name, every knot is inside the drawing and no strand goes astray", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const { strands, knots } = meshOf(name, size);
      for (const { x, y } of knots) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(size.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(size.height);
      }
      expect(strands).toHaveLength(size.strands);
      expect(strands.join("")).not.toContain("NaN");
    }),
  );
});
