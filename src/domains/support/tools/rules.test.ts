import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answers,
  nextOf,
  progressOf,
  scaleOf,
  servedGoals,
  storyOf,
  type ToolCode,
  toolCodes,
} from "./rules.ts";
import { shippedTools } from "./shipped/index.ts";

const questionsOf = (tool: ToolCode) => shippedTools[tool].sections.flatMap(({ questions }) => questions);

describe("what is shipped", () => {
  test.each(toolCodes)("%s: every question has its own mark, and no section is empty", (tool) => {
    const ids = questionsOf(tool).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(shippedTools[tool].sections.every(({ questions }) => questions.length > 0)).toBe(true);
  });

  test("each of the seventeen goals has a question that speaks for it", () => {
    const goals = new Set(questionsOf("goals").flatMap((question) => question.goals ?? []));
    expect([...goals].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });
});

describe("Étapes de projet", () => {
  const all = (value: string): Answers =>
    Object.fromEntries(questionsOf("steps").map(({ id }) => [id, value]));
  test.each<[Answers, number]>([
    [{}, 0],
    [all("1"), 0.5],
    [all("2"), 1],
    [all("9"), 0], // not on the scale
  ])("case %#: the whole is %f", (answers, share) => {
    expect(progressOf("steps", shippedTools.steps, answers).share).toBeCloseTo(share);
  });

  test("what comes next is the first thing not done", () => {
    const [first, second] = questionsOf("steps");
    expect(nextOf("steps", shippedTools.steps, { [first?.id ?? ""]: "2" })[0]).toEqual(second);
    expect(nextOf("steps", shippedTools.steps, all("2"))).toEqual([]);
  });
});

describe("Projets solidaires", () => {
  test.each<[string, Answers, number | undefined, number[]]>([
    ["nothing said", {}, undefined, []],
    ["a little of everything makes no main goal", { eau: "1", femmes: "1" }, undefined, []],
    ["water at the heart, women a little", { eau: "2", femmes: "1" }, 6, []],
    ["two at the heart: the smaller number first", { eau: "2", sante: "2" }, 3, [6]],
    ["several yes add up", { paix: "2", local: "2", eau: "2" }, 16, [6, 17]],
  ])("%s", (_, answers, main, secondary) => {
    const served = servedGoals(shippedTools.goals, answers);
    expect([served.main?.goal, served.secondary.map(({ goal }) => goal)]).toEqual([main, secondary]);
  });

  test("one more yes never takes points from a goal, and no goal is in two places", () => {
    const answers = fc.dictionary(
      fc.constantFrom(...questionsOf("goals").map(({ id }) => id)),
      fc.constantFrom("0", "1", "2"),
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(...questionsOf("goals").map(({ id }) => id)), (given, more) => {
        const points = (said: Answers) => {
          const { main, secondary, touched } = servedGoals(shippedTools.goals, said);
          const all = [...(main ? [main] : []), ...secondary, ...touched];
          expect(new Set(all.map(({ goal }) => goal)).size).toBe(all.length);
          return new Map(all.map(({ goal, points }) => [goal, points]));
        };
        const [before, after] = [points(given), points({ ...given, [more]: "2" })];
        for (const [goal, count] of before) expect(after.get(goal) ?? 0).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});

test("Partenaire particulier: what was never talked about comes first", () => {
  const [first, second, third] = questionsOf("partnership");
  const answers = { [first?.id ?? ""]: "3", [second?.id ?? ""]: "2" };
  expect(nextOf("partnership", shippedTools.partnership, answers, 1)).toEqual([third]);
  expect(scaleOf("pitch")).toBeUndefined();
});

test("Il était une fois: 140 words are told in a minute", () => {
  const story = storyOf(shippedTools.pitch, {
    lieu: "mot ".repeat(100),
    demande: `${"mot ".repeat(39)} fin — .`,
  });
  expect([story.parts.length, story.words, story.seconds]).toEqual([2, 140, 60]);
});
