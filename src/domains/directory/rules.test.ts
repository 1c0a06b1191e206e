import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  luhn,
  readPhone,
  readRna,
  readSiren,
  readSiret,
  readUai,
  readWebAddress,
  slugOf,
  uaiLetter,
} from "./rules.ts";

const figures = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(""));

/** The figure that makes the Luhn sum of these end in 0. */
const closed = (start: string) =>
  [..."0123456789"].map((last) => start + last).find((text) => luhn(text) % 10 === 0) ?? "";

describe("identifiers", () => {
  test.each([
    ["W595 001 234", "W595001234"],
    ["w5a1001234", "W5A1001234"],
    ["595001234", undefined],
    ["W59500123", undefined],
  ])("RNA %s", (typed, read) => expect(readRna(typed)).toBe(read));

  test.each([
    ["732 829 320", "732829320"],
    ["732.829.320", "732829320"],
    ["732829321", undefined],
  ])("SIREN %s", (typed, read) => expect(readSiren(typed)).toBe(read));

  test.each([
    ["732 829 320 00074", "73282932000074"],
    ["73282932000075", undefined],
    ["356 000 000 00048", "35600000000048"],
    ["35600000049837", "35600000049837"],
    ["35600000049838", undefined],
  ])("SIRET %s", (typed, read) => expect(readSiret(typed)).toBe(read));

  test.each([
    ["0350936c", "0350936C"],
    ["0350936D", undefined],
  ])("UAI %s", (typed, read) => expect(readUai(typed)).toBe(read));

  test("a good SIREN, however spaced, is read; with one figure changed, it is refused", () => {
    fc.assert(
      fc.property(
        figures(8).map(closed),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (siren, place, shift) => {
          expect(readSiren(` ${siren.slice(0, 3)} ${siren.slice(3, 6)}.${siren.slice(6)}`)).toBe(siren);
          const wrong = [...siren].map((figure, index) =>
            index === place ? String((Number(figure) + shift) % 10) : figure,
          );
          expect(readSiren(wrong.join(""))).toBeUndefined();
        },
      ),
    );
  });

  test("a SIRET is refused when its SIREN is wrong, whatever its own sum", () => {
    fc.assert(
      fc.property(figures(13).map(closed), (siret) => {
        expect(readSiret(siret)).toBe(readSiren(siret.slice(0, 9)) ? siret : undefined);
      }),
    );
  });

  test("only one letter ends a UAI", () => {
    fc.assert(
      fc.property(figures(7), (start) => {
        const good = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((letter) => readUai(start + letter));
        expect(good).toEqual([uaiLetter(start)]);
      }),
    );
  });

  test("nothing typed makes a reader throw, and what is read reads the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const read of [readRna, readSiren, readSiret, readUai, readPhone]) {
          const once = read(typed);
          expect(once === undefined || read(once) === once).toBe(true);
        }
        expect(readWebAddress(typed) ?? "https://").toMatch(/^https?:/);
        expect(slugOf(typed)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

test.each([
  ["03.20.00.11.22", "03 20 00 11 22"],
  ["+33 (0)3 20 00 11 22", "03 20 00 11 22"],
  ["0033320001122", "03 20 00 11 22"],
  ["+223 70 11 22 33", "+22370112233"],
  ["poste 12", undefined],
])("the phone number %s", (typed, read) => expect(readPhone(typed)).toBe(read));

test.each([
  ["www.adice.asso.fr", "https://www.adice.asso.fr"],
  ["http://exemple.fr/a", "http://exemple.fr/a"],
  ["javascript:alert(1)", undefined],
  ["notre site", undefined],
])("the web address %s", (typed, read) => expect(readWebAddress(typed)).toBe(read));
