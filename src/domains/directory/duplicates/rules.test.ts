import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstToKeep } from "./rules.keep.ts";
import { keysOf } from "./rules.keys.ts";
import { type Described, explain, named } from "./rules.ts";

const card = (name: string, more: Partial<Described> = {}): Described => ({ ...named(name), ...more });
const codes = (one: Described, other: Described) => explain(one, other)?.reasons.map(({ code }) => code);

describe("the spellings of one organisation, as the network's own documents write them, are proposed", () => {
  const spellings: readonly (readonly [string, string, string])[] = [
    ["ADICE", "Adice", "name"],
    ["Comité Tinkare Mali", "Comité Tinkaré Mali", "name"],
    ["Loos n'Gourma", "Loos N'gourma", "name"],
    ["Engagé e s et déterminé e s", "Engagé.e.s et déterminé.e.s", "name"],
    ["Arras", "Ville d'Arras", "front"],
    ["Lille", "Ville de Lille", "front"],
    ["Grande Synthe", "Ville de Grande-Synthe", "front"],
    ["C.D.S.I", "CDSI", "front"],
    ["ASSOCIATION F.A.N.A", "FANA", "front"],
    ["Le Partenariat", "Partenariat", "front"],
    ["Avec et Pour le Mali", 'Association "Avec et pour le Mali"', "front"],
    ["Conseil départemental du Pas de Calais", "Département du Pas de Calais", "front"],
    ["Groupe d'Appui et de Solidarité (GAS)", "Groupe d'Appui et de Solidarité", "part"],
    ["AFD – Agence Française de Développement", "Agence française de développement", "part"],
    [
      "Association d'Expertise Citoyenne et de Solidarité - AVECS",
      "Association d'Expertise Citoyenne et de Solidarité",
      "part",
    ],
    ["G.D.C.A.M – Groupement de coopératives Agropastorales de Mulenda", "GDCAM", "acronym"],
    ["MEL", "Métropole Européenne de Lille", "initials"],
    ["GAS", "Groupe d'Appui et de Solidarité", "initials"],
    ["CUD", "Communauté Urbaine de Dunkerque", "initials"],
    ["Centre Culturel et Social Jacques Brel", "Centre social Jacques Brel", "contained"],
    ["Maison de quartier Godeleine Petit", "Centre social Maison de Quartier Godeleine Petit", "contained"],
    [
      "Comité de Jumelage Européen de Longueau",
      "Comité de Jumelage Européen de la Ville de Longueau",
      "contained",
    ],
    ["Association de Jumelage Roncq-Selinkegny", "Roncq-Selinkegny", "contained"],
    ["S.C.I Nord", "Service Civil International (SCI)", "contained"],
    ["AFDI", "Afdi Hauts-de-France", "contained"],
    ["ADDIL", "Addil Benin Togo", "contained"],
    ["CNEAP", "CNEAP Hauts-de-France", "contained"],
    ["GREF", "GRAF", "slip"],
    ["GREF", "GRF", "slip"],
    ["Elevages sans frontières", "Élevage sans frontière", "words"],
    ["Lycée Saint Vincent de Paul", "Lycée St Vincent de Paul", "front"],
    ["Maison de la Culture Yanapanaku", "Maison de la culture Yanapanacu", "slip"],
    ["Conférence interrégionale", "Conférence inter-régionale", "front"],
  ];
  for (const [one, other, code] of spellings)
    test(`${one} · ${other}`, () => {
      expect(codes(card(one), card(other))?.[0]).toBe(code);
    });
});

describe("two organisations are not taken for one", () => {
  const strangers: readonly (readonly [string, string])[] = [
    ["Angata Lambersart", "Angata Lesquin"],
    ["Angata Lambersart", "Lambersart"],
    ["Fondation de Lille", "Ville de Lille"],
    ["Groupe local Cimade de Lille", "Métropole Européenne de Lille"],
    ["Maison des associations d'Amiens Métropole", "Amiens Métropole"],
    ["Comité de jumelage de Roncq", "Comité de jumelage de Linselles"],
    ["Ville de Marpent", "Ville de Wattignies"],
    ["GRDR", "GREF"],
    ["CRESS", "CRID"],
    ["France Volontaires", "Service Volontaire International - SVI France"],
    ["Avec et pour le Mali", "Association d'Expertise Citoyenne et de Solidarité - AVECS"],
    ["Cuba Coopération", "Energie Solidarité Cuba"],
    ["APJ Togo", "Addil Benin Togo"],
  ];
  for (const [one, other] of strangers)
    test(`${one} · ${other}`, () => {
      expect(explain(card(one), card(other))).toBeUndefined();
    });
});

test("identifiers are sure, and two different ones speak against equal names", () => {
  const rna = { rna: "W595001234" };
  expect(explain(card("Les Amis", rna), card("Toute autre chose", rna))).toMatchObject({
    score: 100,
    reasons: [{ code: "rna", with: "W595001234" }],
  });
  expect(explain(card("Adice", rna), card("Adice", { rna: "W595009999" }))).toBeUndefined();
  const siren = { siren: "732829320" };
  expect(codes(card("Adice", siren), card("Autre nom", siren))).toEqual(["siren"]);
  expect(codes(card("Lycée A", { uai: "0590001A" }), card("Lycée B", { uai: "0590001A" }))?.[0]).toBe("uai");
});

test("a shared mail or site proposes and helps; a mail service that all share does not", () => {
  const mail = { emails: ["contact@adice.asso.fr"] };
  expect(codes(card("Adice", mail), card("Maison de l’Europe", mail))).toEqual(["email", "website"]);
  expect(
    explain(
      card("Adice", { website: "https://www.facebook.com/a" }),
      card("Zède", { website: "https://www.facebook.com/b" }),
    ),
  ).toBeUndefined();
  const gmail = (name: string) => card(name, { emails: [`${name}@gmail.com`] });
  expect(explain(gmail("adice"), gmail("zede"))).toBeUndefined();
});

test("the commune helps, another commune or another family speaks against", () => {
  const score = (one: Partial<Described>, other: Partial<Described>) =>
    explain(card("Le Partenariat", one), card("Partenariat", other))?.score ?? 0;
  const plain = score({}, {});
  expect(score({ communeCode: "59350" }, { communeCode: "59350" })).toBeGreaterThan(plain);
  expect(score({ communeCode: "59350" }, { communeCode: "80021" })).toBeLessThan(plain);
  expect(score({ familyId: 1 }, { familyId: 2 })).toBeLessThan(plain);
});

test("another spelling that is remembered is nearly sure", () => {
  expect(codes(card("Grain de Sénévé", { names: ["Les Sénevés"] }), card("les seneves"))).toContain(
    "spelling",
  );
});

test("the card to keep is published, public, better known", () => {
  const side = {
    acronym: "",
    actor_type: null,
    commune: null,
    rna: null,
    siret: null,
    website: "",
    visibility: "internal",
  };
  const one = { ...side, id: 1, name: "GDCAM", status: "proposed" };
  const other = { ...side, id: 2, name: "GDCAM", status: "published" };
  expect(firstToKeep(one, other)).toEqual([other, one]);
  expect(firstToKeep(other, one)).toEqual([other, one]);
  expect(firstToKeep({ ...one, id: 3 }, one)[0].id).toBe(1);
});

const words = fc.constantFrom(
  ..."lille arras mali maison europe comite jumelage SCI cdsi de la Ville Grain Sénévé C.D.S.I (MEL) - École 12".split(
    " ",
  ),
);
const name = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 7 }).map((list) => list.join(" ")),
  fc.string({ minLength: 1, maxLength: 40 }),
);
const described = fc
  .record({
    name,
    acronym: fc.oneof(fc.constant(""), words),
    names: fc.array(name, { maxLength: 2 }),
    rna: fc.constantFrom(null, "W595001234", "W595009999"),
    siren: fc.constantFrom(null, "732829320"),
    communeCode: fc.constantFrom(null, "59350", "80021"),
    familyId: fc.constantFrom(null, 1, 2),
    emails: fc.array(fc.constantFrom("a@adice.fr", "b@gmail.com"), { maxLength: 2 }),
    website: fc.constantFrom("", "https://www.adice.fr", "rien"),
  })
  .map(({ name, ...more }) => card(name, more));

test("what is said of two cards does not depend on their order, and stays between the threshold and 100", () => {
  fc.assert(
    fc.property(described, described, (one, other) => {
      const found = explain(one, other);
      expect(explain(other, one)).toEqual(found);
      if (found) expect(found.score >= 50 && found.score <= 100 && found.reasons.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("two cards that may be one share a key, so that they meet", () => {
  fc.assert(
    fc.property(described, described, (one, other) => {
      if (!explain(one, other)) return;
      const keys = new Set(keysOf(one));
      expect(keysOf(other).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
