import fc from "fast-check";
import { parseXmlDocument } from "slimdom";
import { expect, test } from "vitest";
import { stages } from "../rules.ts";
import { dateTypes, percentages } from "./codes.ts";
import { participating } from "./organisations.ts";
import { legible, tag } from "./xml.ts";

const anything = fc.string({ unit: "binary" });

test("any text goes through the file and comes back as it was, less what XML cannot hold", () => {
  fc.assert(
    fc.property(anything, anything, (title, note) => {
      const file = parseXmlDocument(tag("title", { note }, tag("narrative", {}, title)).text);
      expect(file.documentElement?.textContent).toBe(legible(title));
      expect(file.documentElement?.getAttribute("note")).toBe(legible(note));
    }),
  );
});

test.each([
  ["<b>&amp;</b>", "<b>&amp;</b>"],
  ['"guillemets" ]]>', '"guillemets" ]]>'],
  ["sonnette\u0007 nulle\u0000 moitié\ud83d fin\uffff", "sonnette nulle moitié fin"],
  ["deux\r\nlignes\tici", "deux\r\nlignes\tici"],
])("the text %j is read back as %j", (typed, read) => {
  expect(parseXmlDocument(tag("a", { b: typed }, typed).text).documentElement?.textContent).toBe(read);
});

test("the shares of a hundred always make a hundred, none for a single one", () => {
  expect(percentages(1)).toEqual([undefined]);
  expect(percentages(3)).toEqual(["33.33", "33.33", "33.34"]);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 260 }), (count) => {
      const parts = percentages(count).map((part) => Math.round(Number(part) * 100));
      expect(parts.reduce((total, part) => total + part, 0)).toBe(10_000);
      expect(parts.length).toBe(count);
    }),
  );
});

const today = "2021-06-15";

test.each([
  ["idea", "2021-01-01", "2021-12-31", "1", "3"],
  ["preparing", "2021-09-01", null, "1", "3"],
  ["under_way", "2021-01-01", "2021-12-31", "2", "3"],
  ["under_way", today, null, "2", "3"],
  ["under_way", "2021-09-01", "2022-01-31", "1", "3"],
  ["finished", "2020-01-01", "2021-05-31", "2", "4"],
  ["finished", "2021-01-01", "2021-12-31", "2", "3"],
  ["suspended", "2021-01-01", "2021-05-31", "2", "3"],
  ["abandoned", "2020-01-01", "2020-12-31", "1", "3"],
] as const)("a project %s from %s to %s has dates of types %s and %s", (stage, starts, ends, start, end) => {
  expect(dateTypes(stage, starts, ends, today)).toEqual({ start, end });
});

test("no actual date is ever in the future", () => {
  const day = fc
    .date({ min: new Date("2015-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...stages), day, day, ({ code }, one, other) => {
      const [starts = "", ends = ""] = [one, other].sort();
      const types = dateTypes(code, starts, ends, today);
      if (types.start === "2") expect(starts <= today).toBe(true);
      if (types.end === "4") expect(ends <= today && types.start === "2").toBe(true);
    }),
  );
});

const reporter = { ref: "FR-RCS-732829320", name: "Lianes" };
const someone = { role: "carrier" as const, name: "Kabé", siren: null, type: "osim", family: "associations" };

test("an association without a SIREN is named without an identifier: the RNA is in no list of registrars", () => {
  expect(
    participating({ organisations: [someone], origin: "own" }, reporter).map(({ attributes }) => attributes),
  ).toEqual([
    { ref: undefined, type: "22", role: "2" },
    { ref: undefined, type: "22", role: "4" },
  ]);
});

test("when nobody may be named, the file says so and names nobody", () => {
  const hidden = { ...someone, name: null };
  expect(participating({ organisations: [hidden], origin: "own" }, reporter).map(({ name }) => name)).toEqual(
    ["Organisation non publiée"],
  );
});

test("the network extends the projects of its own schemes", () => {
  expect(participating({ organisations: [], origin: "grant" }, reporter)).toEqual([
    { attributes: { ref: reporter.ref, type: undefined, role: "3" }, name: "Lianes" },
  ]);
});
