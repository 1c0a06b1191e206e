import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds } from "./kinds.ts";
import { headingScore, headingsKey, recognise } from "./recognition.ts";

const kindOf = (...headings: string[]) => recognise(kinds, headings)?.kind.id;

test("the files of 2021 are recognised by their headings, as they are", () => {
  expect(kindOf("Sujet", "Type de réunion", "Localisation", "Date", "Durée", "Nombre de participants")).toBe(
    "meetings",
  );
  expect(kindOf("Intitulé", "Date de début", "Durée en heures", "Participant.es", "Localisation")).toBe(
    "trainings",
  );
  expect(kindOf("Nom", "Catégorie")).toBe("members");
  expect(kindOf("Nom", "Sujet", "Département", "Type", "Début de l'accompagnement")).toBe("support");
  expect(kindOf("Nom", "Département", "Type")).toBe("organisations");
  expect(kindOf("Quoi", "Où")).toBeUndefined();
});

test("case, accents, units in brackets and stars do not matter", () => {
  expect(kindOf("SUJET *", "Type", "lieu", "date", "Duree (en heures)", "participants :")).toBe("meetings");
});

test("a row of data never looks more like headings than the headings", () => {
  const headings = ["Sujet", "Type de réunion", "Localisation", "Date", "Durée", "Nombre de participants"];
  const row = ["Formation", "Formation", "Lille", "6/1/2021", "1,5", "5"];
  expect(headingScore(kinds, headings)).toBe(6);
  expect(headingScore(kinds, row)).toBeLessThan(2);
});

const anyKind = fc.constantFrom(...kinds);
const columns = anyKind.chain((kind) =>
  fc
    .shuffledSubarray(
      kind.columns.map((column) => column.label),
      { minLength: kind.columns.length },
    )
    .map((labels) => ({ kind, labels })),
);

test("our own headings lead back to their kind in any order, each column to its place", () => {
  fc.assert(
    fc.property(columns, ({ kind, labels }) => {
      const found = recognise([kind], labels);
      for (const column of kind.columns) expect(labels[found?.mapping[column.key] ?? -1]).toBe(column.label);
      expect(headingsKey(labels)).toBe(headingsKey(labels.toReversed()));
    }),
  );
});
