import { expect, test } from "vitest";
import { carryDrafts } from "./carry.ts";
import type { Content, Question } from "./content.ts";

const asking = (question: Partial<Question> & Pick<Question, "kind">): Content => ({
  title: "Essai",
  sections: [
    { id: "s1", title: "Une", questions: [{ id: "q1", label: "Avec qui ?", required: false, ...question }] },
  ],
});

test("an organisation said where a table is asked now is left out, and stops nobody", () => {
  const named = new Map([["s1", { values: { q1: { organisationId: null, name: "Adice" } }, typed: {} }]]);
  const table = asking({
    kind: "table",
    rows: [{ id: "r1", label: "2021" }],
    columns: [{ id: "c1", label: "Qui", kind: "text" }],
  });
  expect(carryDrafts(asking({ kind: "organisation" }), table, named, {}).get("s1")?.values).toEqual({
    q1: {},
  });
});
