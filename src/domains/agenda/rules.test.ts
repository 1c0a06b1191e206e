import { expect, test } from "vitest";
import { seriesOf } from "./rules.ts";

test.for([
  ["Formation Erasmus + et CES - J1", "Formation Erasmus + et CES", "J1"],
  ["Formation Erasmus + et CES – j 12", "Formation Erasmus + et CES", "j 12"],
  ["Accueillir un volontaire, jour 2", "Accueillir un volontaire", "jour 2"],
  ["Accueillir un volontaire (Journée 2)", "Accueillir un volontaire", "Journée 2"],
  ["Formation 1er accueil avril 2021", "Formation 1er accueil avril 2021", ""],
  ["Jeu et ECSI - session 2", "Jeu et ECSI - session 2", ""],
  ["J1", "J1", ""],
  ["Objectif J10000", "Objectif J10000", ""],
  ["", "", ""],
] as const)("%j is %j, %j", ([typed, title, part]) => {
  expect(seriesOf(typed)).toEqual({ title, part });
});
