import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedTools } from "../tools/shipped/index.ts";
import { compareAxes, type Point, trendOf, wholeDifference, wholeLevel } from "./rules.progress.ts";
import { type BudgetLine, budgetTotals, cohortState, lineKinds, milestoneState } from "./rules.ts";
import { differenceText, yearsOf } from "./texts.ts";

test.each([
  [2024, null, "coming"],
  [2025, null, "under_way"],
  [2027, null, "under_way"],
  [2028, null, "over"],
  [2026, "2026-03-01", "closed"],
] as const)("in %d, closed on %s, a cohort of 2025 to 2027 is %s", (year, closed_on, state) => {
  expect(cohortState({ from_year: 2025, to_year: 2027, closed_on }, year)).toBe(state);
});

test.each([
  [{ reached_on: "2026-06-01", due_on: "2026-01-01" }, null, "reached"],
  [{ reached_on: null, due_on: "2026-01-01" }, null, "late"],
  [{ reached_on: null, due_on: "2026-05-01" }, null, "awaited"], // today is not late
  [{ reached_on: null, due_on: "2026-01-01" }, "2026-02-01", "dropped"],
] as const)("a milestone %j of one that left on %s is %s", (mark, left_on, state) => {
  expect(milestoneState(mark, left_on, "2026-05-01")).toBe(state);
});

const { diagnosis } = shippedTools;
const marks = diagnosis.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
const point = (number: number, answers: Record<string, string>): Point => ({
  number,
  held_on: "2025-09-01",
  content: diagnosis,
  answers,
});
const everywhere = (grade: string) => Object.fromEntries(marks.map((id) => [id, grade]));

describe("progress over the years", () => {
  test("eight axes are shipped", () => expect(diagnosis.sections).toHaveLength(8));

  test("an axis goes from its level at the entry to the last, and the difference is said in words", () => {
    const before = { ...everywhere("1"), "gouvernance-1": "0" };
    const after = { ...everywhere("1"), "gouvernance-1": "3", "gestion-1": "0" };
    const [governance, team, ...others] = compareAxes([point(0, before), point(1, after)]);
    expect(governance?.levels.map((level) => Math.round((level ?? 0) * 9))).toEqual([2, 5]);
    expect(differenceText(governance?.difference)).toBe("progresse nettement (+33\u00a0points)");
    expect(differenceText(team?.difference)).toBe("ne bouge guère");
    const management = others.find(({ axis }) => axis.id === "gestion");
    expect(differenceText(management?.difference)).toBe("recule (−11\u00a0points)");
  });

  test("only what was answered both times is compared", () => {
    const [axis] = compareAxes([
      point(0, { "gouvernance-1": "3" }),
      point(1, { "gouvernance-1": "3", "gouvernance-2": "3" }),
    ]);
    expect(axis?.difference).toBe(0);
    const [none] = compareAxes([point(0, {}), point(1, { "gouvernance-1": "3" })]);
    expect([none?.levels[0], none?.difference]).toEqual([undefined, undefined]);
    expect(differenceText(none?.difference)).toBe("pas encore comparable");
    expect(wholeLevel(point(0, {}))).toBeUndefined();
  });

  test("with one point there is nothing to compare, with none nothing at all", () => {
    expect(compareAxes([point(0, everywhere("2"))]).every(({ difference }) => difference === undefined)).toBe(
      true,
    );
    expect(compareAxes([])).toEqual([]);
    expect(wholeDifference([])).toBeUndefined();
  });

  const answers = fc.dictionary(fc.constantFrom(...marks), fc.constantFrom("0", "1", "2", "3", "9", "x"));
  test("what goes up one way goes down the other, and no level leaves the scale", () =>
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const there = compareAxes([point(0, before), point(1, after)]);
        const back = compareAxes([point(0, after), point(1, before)]);
        there.forEach(({ difference, levels }, index) => {
          const other = back[index]?.difference;
          expect(difference === undefined ? undefined : -difference + 0).toBe(
            other === undefined ? undefined : other + 0,
          );
          for (const level of levels) if (level !== undefined) expect(level >= 0 && level <= 1).toBe(true);
        });
      }),
    ));

  test.each([
    [0.5, "up_much"],
    [0.25, "up_much"],
    [0.1, "up"],
    [0.04, "same"],
    [-0.04, "same"],
    [-0.1, "down"],
    [-0.3, "down_much"],
  ] as const)("%f is %s", (difference, trend) => expect(trendOf(difference)).toBe(trend));
});

const line = fc.record({
  kind: fc.constantFrom(...lineKinds),
  planned_cents: fc.nat(1e12),
  realised_cents: fc.nat(1e12),
});
test("of a budget, the parts add up to the whole whatever their order", () =>
  fc.assert(
    fc.property(fc.array(line), (lines: BudgetLine[]) => {
      const { expense, income, balance } = budgetTotals(lines);
      expect(budgetTotals([...lines].reverse())).toEqual({ expense, income, balance });
      expect(expense.planned + income.planned).toBe(lines.reduce((sum, one) => sum + one.planned_cents, 0));
      expect(balance.planned).toBe(income.planned - expense.planned);
      expect(income.remaining).toBe(income.planned - income.realised);
    }),
  ));

test("a cohort of one year says it once", () => {
  expect(yearsOf({ from_year: 2026, to_year: 2026 })).toBe("2026");
});
