import { expect, test } from "vitest";
import { all, denied, either, of } from "./french.ts";

test.each([
  ["qui ont un projet au Mali", "qui n’ont pas de projet au Mali"],
  ["qui ont une adresse", "qui n’ont pas d’adresse"],
  ["qui ont le profil « Humanis »", "qui n’ont pas le profil « Humanis »"],
  ["qui ont répondu au recensement", "qui n’ont pas répondu au recensement"],
  ["qui agissent au Mali", "qui n’agissent pas au Mali"],
  ["qui portent un projet", "qui ne portent pas un projet"],
  ["qui n’ont pas répondu", undefined],
  ["qui ne répondent plus", undefined],
  ["dont la fiche est publique", "dont la fiche n’est pas publique"],
  ["dont l’interlocuteur principal n’est pas connu", undefined],
  ["où nous connaissons quelqu’un", "où nous ne connaissons pas quelqu’un"],
  ["que le réseau connaît depuis 2019", "que le réseau ne connaît pas depuis 2019"],
  ["membres en 2021", undefined],
])("“%s” turned round is “%s”", (clause, expected) => expect(denied(clause)).toBe(expected));

test.each([
  ["Amiens", "d’Amiens"],
  ["Lille", "de Lille"],
  ["Le Havre", "du Havre"],
  ["Les Lilas", "des Lilas"],
  ["La Madeleine", "de La Madeleine"],
  ["Yvetot", "d’Yvetot"],
  ["Yaoundé", "de Yaoundé"],
])("a place named %s is said “%s”", (name, expected) => expect(of(name)).toBe(expected));

test("lists are said with commas and a last word", () => {
  expect([all([]), all(["a"]), all(["a", "b"]), either(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a et b",
    "a, b ou c",
  ]);
});
