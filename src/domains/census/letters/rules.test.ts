import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#platform/dates.ts";
import { holidaysOf, isWorkingDay } from "#platform/working-days.ts";
import { dueRanks, ladderDays, letterDue, mostLetters, type Rung, type Standing } from "./rules.ladder.ts";
import { partsOf, replaceWords, unknownWords } from "./rules.words.ts";

const ladder: Rung[] = [0, 10, 20, 30].map((afterDays, rank) => ({ rank, afterDays }));
const span = { opensOn: "2021-03-01", closesOn: "2021-04-15" };

test("the public holidays of 2021 and 2026 are those of the calendar", () => {
  const of = (year: number) => holidaysOf(year).map((day) => day.slice(5));
  expect(of(2021)).toEqual([
    ..."01-01 04-05 05-01 05-08 05-13 05-24 07-14 08-15 11-01 11-11 12-25".split(" "),
  ]);
  expect(of(2026)).toContain("04-06");
  expect(of(2026)).toContain("05-25");
});

describe("the ladder of an organisation that says nothing, invited on Monday 1 March 2021", () => {
  test.for([
    ["2021-02-28", -1, null, undefined, "the campaign has not begun"],
    ["2021-03-01", -1, null, 0, "the invitation, on the opening day"],
    ["2021-03-06", -1, null, undefined, "a Saturday"],
    ["2021-03-08", -1, null, 0, "joined later, invited on a working day"],
    ["2021-03-10", 0, "2021-03-01", undefined, "nine days after"],
    ["2021-03-11", 0, "2021-03-01", 1, "ten days after: the first reminder"],
    ["2021-03-20", 1, "2021-03-11", undefined, "a Saturday, nine days after"],
    ["2021-03-21", 1, "2021-03-11", undefined, "due on a Sunday"],
    ["2021-03-22", 1, "2021-03-11", 2, "goes on the Monday"],
    ["2021-04-01", 2, "2021-03-22", 3, "ten days after the one before, not after the invitation"],
    ["2021-04-05", 2, "2021-03-22", undefined, "Easter Monday"],
    ["2021-04-13", 3, "2021-04-01", undefined, "nothing is left to write"],
    ["2021-04-16", 0, "2021-03-01", undefined, "the campaign is over"],
    ["2021-04-15", 0, "2021-03-01", 1, "the last day still counts"],
    ["2021-04-14", 0, "2021-03-01", 1, "after days missed, one reminder and not three"],
  ] as const)("on %s, last written %s on %s: %s (%s)", ([today, lastRank, lastWrittenOn, rank]) => {
    expect(letterDue(ladder, span, today, { standing: "invited", lastRank, lastWrittenOn })).toBe(rank);
  });

  test.for<[Standing, number | undefined]>([
    ["drawn", 1],
    ["invited", 1],
    ["opened", 1],
    ["draft", 1],
    ["answered", undefined],
    ["refused", undefined],
    ["departed", undefined],
    ["bounced", undefined],
    ["unreachable", undefined],
  ])("one that is %s is reminded: %s", ([standing, rank]) => {
    const written = { standing, lastRank: 0, lastWrittenOn: "2021-03-01" };
    expect(letterDue(ladder, span, "2021-03-11", written)).toBe(rank);
  });
});

test("the days of the ladder are told before the opening; those after the closing never go", () => {
  expect(ladderDays(ladder, span).map(({ day }) => day)).toEqual([
    "2021-03-01",
    "2021-03-11",
    "2021-03-22",
    "2021-04-01",
  ]);
  expect(ladderDays(ladder, { ...span, closesOn: "2021-03-20" }).map(({ day }) => day)).toEqual([
    "2021-03-01",
    "2021-03-11",
    null,
    null,
  ]);
});

test("whatever the ladder and the days worked, nobody gets a letter twice, too soon, too late, nor on a day of rest", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 9 });
  fc.assert(
    fc.property(
      steps,
      fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
      fc.integer({ min: 0, max: 360 }),
      (gaps, awake, start) => {
        const opensOn = addDays("2021-01-01", start);
        const closesOn = addDays(opensOn, 90);
        let after = 0;
        const rungs = [0, ...gaps].map((gap, rank) => {
          after += gap;
          return { rank, afterDays: after };
        });
        const sent: { rank: number; day: string }[] = [];
        awake.forEach((works, offset) => {
          const today = addDays(opensOn, offset);
          const last = sent.at(-1);
          const written = { lastRank: last?.rank ?? -1, lastWrittenOn: last?.day ?? null };
          const rank = works
            ? letterDue(rungs, { opensOn, closesOn }, today, { standing: "invited", ...written })
            : undefined;
          if (rank !== undefined) sent.push({ rank, day: today });
        });
        expect(sent.length).toBeLessThanOrEqual(mostLetters);
        expect(sent.map(({ rank }) => rank)).toEqual(sent.map((_, index) => index));
        for (const [index, { rank, day }] of sent.entries()) {
          expect(isWorkingDay(day)).toBe(true);
          expect(day <= closesOn).toBe(true);
          const before = sent[index - 1];
          const gap = (rungs[rank]?.afterDays ?? 0) - (rungs[rank - 1]?.afterDays ?? 0);
          if (before) expect(daysBetween(before.day, day)).toBeGreaterThanOrEqual(gap);
        }
      },
    ),
  );
});

test("no letter is due outside the campaign", () => {
  expect(dueRanks(ladder, span, "2021-05-03")).toEqual([]);
});

test("the words between braces are replaced; one that is empty leaves no hole; an unknown one is named", () => {
  const words = { organisation: "Adice", personne: "", campagne: "R", clôture: "15 avril", réseau: "Lianes" };
  expect(replaceWords("Bonjour {personne},", words)).toBe("Bonjour,");
  expect(replaceWords("Bonjour {personne},", { ...words, personne: "Fatou" })).toBe("Bonjour Fatou,");
  expect(replaceWords("{organisation}, avant le {clôture} {nom}", words)).toBe(
    "Adice, avant le 15 avril {nom}",
  );
  expect(replaceWords("la fiche de {organisation}", words)).toBe("la fiche d’Adice");
  expect(replaceWords("la fiche de {organisation}", { ...words, organisation: "Kabé" })).toBe(
    "la fiche de Kabé",
  );
  expect(unknownWords("{nom} {organisation} {Lien}")).toEqual(["{nom}", "{Lien}"]);
});

test("the first line greets, an empty line parts paragraphs", () => {
  expect(partsOf("Bonjour,\n\nUn\ndeux.\n\n\nTrois.")).toEqual({
    greeting: "Bonjour,",
    paragraphs: ["Un deux.", "Trois."],
  });
});
