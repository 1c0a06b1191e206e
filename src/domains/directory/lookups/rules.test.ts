import { describe, expect, test } from "vitest";
import { announcement, unit } from "#test/registers.ts";
import { odsql, questionOf, readNoticesAnswer, readSireneAnswer } from "./rules.ts";

describe("what was typed is a number of a register, or a name", () => {
  for (const [typed, expected] of [
    ["732 829 320", { kind: "siren", value: "732829320" }],
    ["732 829 320 00074", { kind: "siret", value: "73282932000074" }],
    ["w595.001.234", { kind: "rna", value: "W595001234" }],
    ["732829321", { kind: "name", value: "732829321" }],
    [" Adice ", { kind: "name", value: "Adice" }],
    ["ad", undefined],
  ] as const)
    test(typed, () => expect(questionOf(typed)).toEqual(expected));
});

test("a unit of Sirene is read field by field; the date of an association is that of its number", () => {
  expect(readSireneAnswer({ results: [unit] })).toEqual([
    {
      register: "sirene",
      reference: "732829320",
      closed: false,
      values: {
        name: "ADICE",
        acronym: "ADICE",
        rna: "W595001234",
        siren: "732829320",
        siret: "73282932000074",
        legal_form: "Association déclarée",
        address: "42 RUE CHARLES QUINT",
        postal_code: "59100",
        commune_code: "59512",
      },
    },
  ]);
  const firm = { ...unit, complements: { est_association: false }, nature_juridique: "5710" };
  expect(readSireneAnswer({ results: [firm] })?.[0]?.values).toMatchObject({
    founded_year: 2001,
    legal_form: "SAS",
  });
});

test("a unit that asked not to be told is not shown, nor the address of such a seat", () => {
  expect(
    readSireneAnswer({
      results: [
        { ...unit, statut_diffusion: "P" },
        { ...unit, statut_diffusion: null },
      ],
    }),
  ).toEqual([]);
  const seat = { ...unit.siege, statut_diffusion_etablissement: "P" };
  const [entry] = readSireneAnswer({ results: [{ ...unit, siege: seat }] }) ?? [];
  expect(Object.keys(entry?.values ?? {})).not.toContain("address");
  expect(Object.keys(entry?.values ?? {})).not.toContain("commune_code");
});

test("what is not such an answer is not read; one bad line does not spoil the others", () => {
  for (const body of [null, "non", {}, { results: "non" }, { erreur: "Veuillez indiquer…" }]) {
    expect(readSireneAnswer(body)).toBeUndefined();
    expect(readNoticesAnswer(body)).toBeUndefined();
  }
  expect(
    readSireneAnswer({ results: [7, { siren: 3 }, unit, { siren: "123456789", statut_diffusion: "O" }] }),
  ).toHaveLength(1);
});

test("the announcements of an association are one entry, the newest words first", () => {
  const birth = {
    ...announcement,
    titre: "A.D.I.C.E",
    typeavis: "Création",
    dateparution: "1998-01-10",
    datedeclaration: "1997-12-18",
  };
  expect(readNoticesAnswer({ total_count: 2, results: [birth, announcement] })).toEqual([
    {
      register: "rna",
      reference: "W595001234",
      closed: false,
      commune: "Roubaix",
      values: {
        name: "ADICE",
        rna: "W595001234",
        website: "https://www.adice.asso.fr",
        description: "accompagner la mobilité des jeunes",
        founded_year: 1997,
        address: "42 rue Charles Quint",
        postal_code: "59100",
      },
    },
  ]);
});

test("a dissolved association says so; a number older than the RNA names nobody", () => {
  const end = { ...announcement, typeavis: "Dissolution", dateparution: "2020-01-01" };
  expect(readNoticesAnswer({ results: [announcement, end] })?.[0]?.closed).toBe(true);
  expect(readNoticesAnswer({ results: [{ ...announcement, numero_rna: "ASS01469" }] })).toEqual([]);
});

test("nothing typed leaves the quotes of a question", () => {
  expect(odsql('L"Arche \\" or 1=1')).toBe('"L\\"Arche \\\\\\" or 1=1"');
});
