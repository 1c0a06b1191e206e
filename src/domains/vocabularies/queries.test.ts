import { expect } from "vitest";
import { test } from "#test/database.ts";
import { findTermByWord, listTerms, termOptions } from "./index.ts";

test("the words of a spreadsheet are understood whatever their case, accents and plural", async ({ db }) => {
  const words = [
    "Associations locales",
    "OSIM",
    "comite de jumelage",
    "Hôpital, centre santé-soin",
    "Martiens",
    "",
  ];
  const found = await findTermByWord(db, "actor_types", words);
  expect(Object.fromEntries([...found].map(([word, term]) => [word, term.code]))).toEqual({
    "Associations locales": "association-locale",
    OSIM: "osim",
    "comite de jumelage": "jumelage",
    "Hôpital, centre santé-soin": "sante",
  });
});

test("the types of actors are offered under their families", async ({ db }) => {
  expect(await listTerms(db, "actor_types")).toHaveLength(19);
  const [first] = await termOptions(db, "actor_types");
  expect(first).toMatchObject({ label: "Association locale", group: "Associations" });
});
