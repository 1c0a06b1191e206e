import { describe, expect, test } from "vitest";
import { passes, whatIsAsked } from "./conditions.ts";
import type { Content, Test } from "./content.ts";
import type { Value } from "./values.ts";

const place = { typed: "Lille", communeCode: "59350", countryCode: null, label: "Lille" };

/** An answer, what is asked of it, and whether it holds. */
const cases: readonly (readonly [Value | undefined, Omit<Test, "question">, boolean])[] = [
  [undefined, { is: "unanswered" }, true],
  [undefined, { is: "is_not", value: "oui" }, false],
  ["", { is: "answered" }, false],
  ["assoc", { is: "is", value: "assoc" }, true],
  ["assoc", { is: "is_not", value: "ecole" }, true],
  [["eau", "sol"], { is: "contains", value: "sol" }, true],
  [["eau"], { is: "contains_not", value: "sol" }, true],
  [["eau", "sol"], { is: "more", value: 1 }, true],
  [["eau"], { is: "more", value: 1 }, false],
  [true, { is: "is", value: true }, true],
  [false, { is: "answered" }, true],
  [12.5, { is: "more", value: 12 }, true],
  [500_000, { is: "less", value: 500_000 }, false],
  ["2021-01-06", { is: "more", value: "2020-12-31" }, true],
  ["2021-01-06", { is: "more", value: 3 }, false],
  ["Comité de Jumelage", { is: "contains", value: "jumelage" }, true],
  ["Éducation", { is: "contains", value: "educ" }, true],
  [place, { is: "answered" }, true],
  [{ given: false, purpose: "", text: "x", at: "" }, { is: "is", value: true }, false],
  [[{ id: "a", values: { n: "x" } }], { is: "less", value: 2 }, true],
  [[{ id: "a", values: {} }], { is: "answered" }, false],
];

describe("a condition", () => {
  for (const [value, rest, expected] of cases)
    test(`${JSON.stringify(value)} ${rest.is} ${rest.value ?? ""}: ${expected}`, () => {
      expect(passes(value, { question: "q", ...rest })).toBe(expected);
    });

  test("hides what hangs on what it hides", () => {
    const content: Content = {
      title: "",
      sections: [
        {
          id: "s",
          title: "",
          questions: [
            { id: "a", kind: "yes_no", label: "A" },
            {
              id: "b",
              kind: "yes_no",
              label: "B",
              condition: { match: "all", tests: [{ question: "a", is: "is", value: true }] },
            },
            {
              id: "c",
              kind: "text",
              label: "C",
              condition: { match: "any", tests: [{ question: "b", is: "is", value: true }] },
            },
          ],
        },
        {
          id: "t",
          title: "",
          condition: { match: "all", tests: [{ question: "c", is: "answered" }] },
          questions: [{ id: "d", kind: "text", label: "D" }],
        },
      ],
    };
    expect([...whatIsAsked(content, { a: true, b: true, c: "x" }).ids]).toEqual([
      "a",
      "s",
      "b",
      "c",
      "d",
      "t",
    ]);
    expect([...whatIsAsked(content, { a: false, b: true, c: "x", d: "y" }).ids]).toEqual(["a", "s"]);
    expect(whatIsAsked(content, { a: false, b: true, c: "x" }).answers).toEqual({ a: false });
  });
});
