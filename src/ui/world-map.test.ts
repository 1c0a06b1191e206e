import { expect, test } from "vitest";
import { countryCentre, drawWorld } from "./world-map-svg.ts";

const gao = { label: "Gao", value: 3, longitude: -0.04, latitude: 16.27 };
const lima = { label: "Lima <Pérou>", value: 1, longitude: -77.03, latitude: -12.05 };

test("the world obeys the content policy and stays light", () => {
  const svg = drawWorld([gao, lima], ["466"]);
  expect(svg).not.toMatch(/style|NaN|undefined|<Pérou>/);
  expect(svg.length).toBeLessThan(70_000);
  expect(svg.match(/<circle/g)).toHaveLength(2);
});

test("west is to the left and north above, whatever the order given", () => {
  const spots = [...drawWorld([lima, gao]).matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  const [first, second] = spots as [[number, number], [number, number]];
  expect(first[0], "Gao, the greatest, is drawn first, east of Lima").toBeGreaterThan(second[0]);
  expect(first[1]).toBeLessThan(second[1]);
});

test.for([
  ["466", "Mali", -4, 17],
  ["250", "France, without Guyane", 2.5, 46.5],
  ["174", "Comoros, too small for the drawing", 43.4, -11.7],
] as const)("what is somewhere in %s is put in %s", ([code, , longitude, latitude]) => {
  const centre = countryCentre(code);
  expect(Math.abs((centre?.longitude ?? 99) - longitude)).toBeLessThan(3);
  expect(Math.abs((centre?.latitude ?? 99) - latitude)).toBeLessThan(3);
});

test("a country that the atlas does not know has no middle", () => {
  expect(countryCentre("999")).toBeUndefined();
});

test("on paper the world has the colours given", () => {
  const palette = { land: "#eeeeee", edge: "#cccccc", point: "#1f5c46", text: "#222222", font: "Serif" };
  expect(drawWorld([gao], ["466"], palette)).not.toContain("class=");
});
