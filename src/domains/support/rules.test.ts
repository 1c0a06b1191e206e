import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#platform/dates.ts";
import { isQuiet, mondayOf, type RoutingRule, reminderOf, routeRequest, type Standing } from "./rules.ts";

const aDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const rule = (id: number, facts: Partial<RoutingRule>): RoutingRule => ({
  id,
  themeIds: [],
  departmentCodes: [],
  poleId: id,
  referentId: null,
  ...facts,
});

describe("who answers a request", () => {
  const rules = [
    rule(1, { themeIds: [7], departmentCodes: ["80"] }),
    rule(2, { themeIds: [7, 8] }),
    rule(3, { departmentCodes: ["62"] }),
  ];
  const otherwise = { poleId: 99, referentId: "toujours-elle" };

  test.each([
    ["theme and département", [7], "80", 1],
    ["the theme alone, elsewhere", [7], "59", 2],
    ["one of its themes", [5, 8], null, 2],
    ["the département alone", [5], "62", 3],
    ["the first that fits wins", [8], "62", 2],
    ["nobody in particular", [5], "59", null],
    ["nothing said", [], null, null],
  ] as const)("%s", (_, themeIds, departmentCode, expected) => {
    const routed = routeRequest(rules, { themeIds, departmentCode }, otherwise);
    expect(routed.ruleId).toBe(expected);
    expect(routed.poleId).toBe(expected ?? 99);
  });

  test("a rule put after all others never changes what an earlier one decided", () => {
    const some = fc.record({
      themes: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
      departments: fc.uniqueArray(fc.constantFrom("02", "59", "62")),
    });
    fc.assert(
      fc.property(fc.array(some), some, some, (given, last, asked) => {
        const list = given.map((one, index) =>
          rule(index + 1, { themeIds: one.themes, departmentCodes: one.departments }),
        );
        const question = { themeIds: asked.themes, departmentCode: asked.departments[0] ?? null };
        const before = routeRequest(list, question, otherwise);
        const longer = [...list, rule(1000, { themeIds: last.themes, departmentCodes: last.departments })];
        const after = routeRequest(longer, question, otherwise);
        if (before.ruleId !== null) expect(after).toEqual(before);
        else expect([null, 1000]).toContain(after.ruleId);
      }),
    );
  });
});

describe("the Monday digest", () => {
  const monday = "2026-03-09";
  const course = (facts: Partial<Standing>): Standing => ({
    stage: "under_way",
    stageSince: "2026-01-05",
    touchedOn: "2026-01-05",
    nextStepOn: null,
    ...facts,
  });

  test.each([
    [
      "a request of the Friday before waits in peace",
      { stage: "request", touchedOn: "2026-03-07" },
      undefined,
    ],
    ["a request of three days ago is said", { stage: "request", touchedOn: "2026-03-06" }, "asked"],
    ["a step of the week is said", { nextStepOn: "2026-03-13" }, "due"],
    ["a step of Sunday is of the week", { nextStepOn: "2026-03-15" }, "due"],
    ["a step of next week is not said yet", { nextStepOn: "2026-03-16" }, undefined],
    ["a step past is said", { nextStepOn: "2026-03-08" }, "late"],
    [
      "a step past, of a course touched yesterday, is not",
      { nextStepOn: "2026-03-08", touchedOn: "2026-03-08" },
      undefined,
    ],
    ["a course gone quiet is said", {}, "quiet"],
    ["a course of last week is not quiet", { touchedOn: "2026-03-02" }, undefined],
    ["what is closed is never said", { stage: "closed", nextStepOn: "2026-03-01" }, undefined],
  ] as const)("%s", (_, facts, expected) => {
    expect(reminderOf(course(facts), 6, monday)).toBe(expected);
  });

  test("nothing is said of what was touched in the three days before, whatever else", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 2 }), fc.option(aDay), (day, ago, nextStepOn) => {
        const touched = course({ touchedOn: addDays(day, -ago), nextStepOn });
        expect(reminderOf(touched, 1, day)).toBeUndefined();
      }),
    );
  });
});

describe("days", () => {
  test("a week begins on the Monday of each of its days", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = mondayOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monday <= day && day <= addDays(monday, 6)).toBe(true);
      }),
    );
  });
  test("a course is quiet when its weeks have gone by, and stays so", () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 1, max: 52 }),
        fc.integer({ min: 0, max: 400 }),
        (day, weeks, after) => {
          expect(isQuiet(day, weeks, addDays(day, after))).toBe(after >= weeks * 7);
        },
      ),
    );
  });
});
