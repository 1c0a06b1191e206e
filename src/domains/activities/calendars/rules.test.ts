import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countOutsiders,
  type Dated,
  outsidersOf,
  placeTexts,
  saysOnline,
  typeSaid,
  whyLeft,
} from "./rules.ts";

const guest = (email: string, facts: Partial<Dated["guests"][number]> = {}) => ({
  name: "",
  email,
  answer: "accepted" as const,
  organises: false,
  thing: false,
  ...facts,
});
const dated = (facts: Partial<Dated> = {}): Dated => ({
  uid: "a",
  occurrence: "",
  subject: "Comité de pilotage",
  description: "",
  location: "",
  conference: "",
  startsAt: "2026-03-06T09:00:00.000Z",
  endsAt: "2026-03-06T10:00:00.000Z",
  wholeDays: false,
  private: false,
  cancelled: false,
  free: false,
  guests: [],
  ...facts,
});
const me = new Set(["moi@exemple.fr"]);

test.for([
  [{}, undefined],
  [{ private: true, wholeDays: true }, "private"],
  [{ wholeDays: true }, "wholeDays"],
  [{ cancelled: true }, "cancelled"],
  [{ free: true }, "free"],
  [{ subject: "  " }, "empty"],
  [{ endsAt: "2026-03-06T09:00:00.000Z" }, "empty"],
  [{ guests: [guest("moi@exemple.fr", { answer: "declined" })] }, "declined"],
  [{ guests: [guest("autre@exemple.fr", { answer: "declined" })] }, undefined],
] satisfies [Partial<Dated>, string | undefined][])("%j is left out: %s", ([facts, reason]) => {
  expect(whyLeft(dated(facts), me)).toBe(reason);
});

test.for([
  ["Mairie, place de l’Hôtel de Ville, 02200 Soissons, France", "Soissons"],
  ["Soissons", "Soissons"],
  ["Maison des associations, Amiens", "Maison des associations, Amiens"],
  ["Réunion Microsoft Teams", undefined],
  ["https://visio.exemple.fr/abc", undefined],
  ["Lille et https://zoom.us/j/1", "Lille et"],
  ["", undefined],
] as const)("of the place %j, %j is looked for first", ([location, first]) => {
  expect(placeTexts(location)[0]).toBe(first);
});

test("the parts of an address are looked for from its end", () => {
  expect(placeTexts("Maison des associations, Amiens")).toEqual([
    "Maison des associations, Amiens",
    "Amiens",
    "Maison des associations",
  ]);
});

test.for([
  [{ location: "Réunion Microsoft Teams" }, true],
  [{ location: "À distance" }, true],
  [{ conference: "https://meet.google.com/abc" }, true],
  [{ location: "https://visio.exemple.fr/abc" }, true],
  [{ location: "Steams-sur-Zoomeille" }, false],
  [{ location: "Amiens" }, false],
] as const)("%j is held at a distance: %s", ([facts, online]) => {
  expect(saysOnline({ location: "", conference: "", ...facts })).toBe(online);
});

test("rooms, the team and those who declined are not people met", () => {
  const guests = [
    guest("moi@exemple.fr"),
    guest("jeanne.dupont@ville.fr"),
    guest("contact@adice.fr"),
    guest("salle@ville.fr", { thing: true }),
    guest("absent@ville.fr", { answer: "declined" }),
  ];
  expect(outsidersOf(guests, me).map(({ name }) => name)).toEqual(["Jeanne Dupont", "contact@adice.fr"]);
  expect(countOutsiders(guests, me)).toBe(2);
  expect(countOutsiders([], me), "nobody is named: nobody knows").toBeNull();
  expect(countOutsiders([guest("moi@exemple.fr")], me)).toBe(0);
});

const types = [
  { id: 1, label: "Comité de pilotage", synonyms: ["copil"] },
  { id: 2, label: "Formation", synonyms: [] },
  { id: 3, label: "Réunion d’information", synonyms: ["webinaire"] },
];
test.for([
  ["COPIL Mali", 1],
  ["Comité de pilotage de la formation", 1],
  ["Webinaire : une formation", 3],
  ["Transformation des réseaux", null],
  ["", null],
] as const)("the type said by %j is %s", ([subject, id]) => {
  expect(typeSaid(subject, types)).toBe(id);
});

test("whatever a calendar writes as a place, what is looked for is short, and bears no link", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (location) => {
      for (const text of placeTexts(`${location}, https://a.fr/b`)) {
        expect(text.length).toBeLessThanOrEqual(120);
        expect(text).not.toMatch(/https:/);
      }
    }),
  );
});
