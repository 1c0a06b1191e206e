import { expect, test } from "vitest";
import { subjectOf } from "./rules.subjects.ts";
import { type Counted, coverageOf, imbalancesOf, leftOut } from "./rules.ts";
import { imbalanceSentence } from "./texts.ts";

/** `structures-parts-departement-2021.csv`: 780 organisations, 22 of them without a département; the shares of the inhabitants as printed. */
const report: Counted[] = (
  [
    ["59", "Nord", 421, 43],
    ["62", "Pas-de-Calais", 128, 24],
    ["80", "Somme", 97, 10],
    ["60", "Oise", 69, 14],
    ["02", "Aisne", 43, 9],
    ["", "Sans département", 22, null],
  ] as const
).map(([key, label, known, population]) => ({ key, label, known, answered: 0, population }));

test.for([
  ["Nord", 54, 43],
  ["Pas-de-Calais", 16, 24],
  ["Somme", 12, 10],
  ["Oise", 9, 14],
  ["Aisne", 6, 9],
] as const)(
  "the report of 2021 prints for %s %s %% of the actors and %s %% of the inhabitants",
  ([label, actors, people]) => {
    const line = coverageOf(report).find((one) => one.label === label);
    expect(Math.round((line?.knownShare ?? 0) * 100)).toBe(actors);
    expect(Math.round((line?.populationShare ?? 0) * 100)).toBe(people);
  },
);

test("the imbalances of the report are named, the widest first; two points are none", () => {
  const sentences = imbalancesOf(coverageOf(report)).map((one) => imbalanceSentence(one, "department"));
  expect(sentences.map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual([
    "Le Nord réunit 54 % des acteurs connus pour 43 % des habitants.",
    "Le Pas-de-Calais ne réunit que 16 % des acteurs connus pour 24 % des habitants.",
    "L’Oise ne réunit que 9 % des acteurs connus pour 14 % des habitants.",
    "L’Aisne ne réunit que 6 % des acteurs connus pour 9 % des habitants.",
  ]);
});

test("when many have no département, the shares are those of the others, and how many are left out is told", () => {
  const lines = report.map((line) => (line.key === "" ? { ...line, known: 900 } : line));
  const covered = coverageOf(lines);
  expect(leftOut(covered)).toBe(900);
  expect(leftOut(coverageOf(report))).toBe(0);
  const [first] = imbalancesOf(covered);
  expect(first).toMatchObject({ label: "Nord", against: "population" });
  expect(Math.round((first?.share ?? 0) * 100)).toBe(56);
});

test("answers are compared with what is known, once there are enough of them", () => {
  const lines = (answers: number): Counted[] => [
    { key: "a", label: "Associations", known: 50, answered: answers, population: null },
    { key: "e", label: "Entreprises", known: 50, answered: 4, population: null },
  ];
  expect(imbalancesOf(coverageOf(lines(12)))).toEqual([]);
  const sentences = imbalancesOf(coverageOf(lines(36))).map((one) => imbalanceSentence(one, "family"));
  expect(sentences.map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual([
    "« Associations » donne 90 % des réponses pour 50 % des acteurs connus.",
    "« Entreprises » ne donne que 10 % des réponses pour 50 % des acteurs connus.",
  ]);
});

test("nothing known and nothing answered is no imbalance and no division by zero", () => {
  expect(imbalancesOf(coverageOf([]))).toEqual([]);
  const none = coverageOf([{ key: "59", label: "Nord", known: 0, answered: 0, population: 0 }]);
  expect(none[0]).toMatchObject({ knownShare: 0, answeredShare: 0, populationShare: null, rate: 0 });
});

test.for([
  ["59", "Nord", "Le Nord"],
  ["80", "Somme", "La Somme"],
  ["60", "Oise", "L’Oise"],
  ["08", "Ardennes", "Les Ardennes"],
  ["41", "Loir-et-Cher", "Le Loir-et-Cher"],
  ["44", "Loire-Atlantique", "La Loire-Atlantique"],
  ["34", "Hérault", "L’Hérault"],
  ["78", "Yvelines", "Les Yvelines"],
  ["75", "Paris", "Paris"],
] as const)("the département %s, %s, is said %s", ([code, name, said]) => {
  expect(subjectOf(code, name).text).toBe(said);
});
