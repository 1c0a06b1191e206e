import { describe, expect, test as pure } from "vitest";
import { test } from "#test/database.ts";
import { inCountry, listCountries, listDepartments, ofDepartment } from "./index.ts";

const departments =
  `de l’Ain, de l’Aisne, de l’Allier, des Alpes-de-Haute-Provence, des Hautes-Alpes, des Alpes-Maritimes,
de l’Ardèche, des Ardennes, de l’Ariège, de l’Aube, de l’Aude, de l’Aveyron, des Bouches-du-Rhône, du Calvados, du Cantal,
de la Charente, de la Charente-Maritime, du Cher, de la Corrèze, de la Côte-d’Or, des Côtes-d’Armor, de la Creuse,
de la Dordogne, du Doubs, de la Drôme, de l’Eure, de l’Eure-et-Loir, du Finistère, de la Corse-du-Sud, de la Haute-Corse,
du Gard, de la Haute-Garonne, du Gers, de la Gironde, de l’Hérault, de l’Ille-et-Vilaine, de l’Indre, de l’Indre-et-Loire,
de l’Isère, du Jura, des Landes, du Loir-et-Cher, de la Loire, de la Haute-Loire, de la Loire-Atlantique, du Loiret, du Lot,
du Lot-et-Garonne, de la Lozère, du Maine-et-Loire, de la Manche, de la Marne, de la Haute-Marne, de la Mayenne,
de la Meurthe-et-Moselle, de la Meuse, du Morbihan, de la Moselle, de la Nièvre, du Nord, de l’Oise, de l’Orne,
du Pas-de-Calais, du Puy-de-Dôme, des Pyrénées-Atlantiques, des Hautes-Pyrénées, des Pyrénées-Orientales, du Bas-Rhin,
du Haut-Rhin, du Rhône, de la Haute-Saône, de la Saône-et-Loire, de la Sarthe, de la Savoie, de la Haute-Savoie, de Paris,
de la Seine-Maritime, de la Seine-et-Marne, des Yvelines, des Deux-Sèvres, de la Somme, du Tarn, du Tarn-et-Garonne, du Var,
du Vaucluse, de la Vendée, de la Vienne, de la Haute-Vienne, des Vosges, de l’Yonne, du Territoire de Belfort, de l’Essonne,
des Hauts-de-Seine, de la Seine-Saint-Denis, du Val-de-Marne, du Val-d’Oise, de la Guadeloupe, de la Martinique, de la Guyane,
de La Réunion, de Mayotte`
    .split(/,\s+/)
    .sort();

test("every département has its article", async ({ db }) => {
  const said = (await listDepartments(db))
    .filter(({ code }) => /^(\d\d|2[AB]|97[1-46])$/.test(code))
    .map(({ code, name }) => ofDepartment(code, name).replaceAll("'", "’"));
  expect(said.sort()).toEqual(departments);
});

describe("one acts in a country with its preposition", () => {
  const said: Record<string, string> = {
    ML: "au Mali",
    PL: "en Pologne",
    MG: "à Madagascar",
    KM: "aux Comores",
    SN: "au Sénégal",
    CI: "en Côte d’Ivoire",
    BJ: "au Bénin",
    IR: "en Iran",
    IL: "en Israël",
    YE: "au Yémen",
    HT: "en Haïti",
    HN: "au Honduras",
    HU: "en Hongrie",
    MX: "au Mexique",
    MZ: "au Mozambique",
    KH: "au Cambodge",
    US: "aux États-Unis",
    GB: "au Royaume-Uni",
    CD: "en République démocratique du Congo",
    KR: "en Corée du Sud",
    SS: "au Soudan du Sud",
    SL: "en Sierra Leone",
    GW: "en Guinée-Bissau",
    TD: "au Tchad",
    DJ: "à Djibouti",
    CU: "à Cuba",
    MU: "à Maurice",
    PS: "en Palestine",
    PH: "aux Philippines",
    SB: "aux îles Salomon",
    IM: "à l’île de Man",
    RE: "à La Réunion",
    TL: "au Timor oriental",
    PE: "au Pérou",
    GD: "à la Grenade",
    UG: "en Ouganda",
  };
  test("whatever its gender and number", async ({ db }) => {
    const countries = new Map((await listCountries(db)).map(({ code, name }) => [code, name]));
    const found = Object.keys(said).map((code) => [code, inCountry(code, countries.get(code) ?? "")]);
    expect(Object.fromEntries(found)).toEqual(said);
  });
});

pure("a country that is not in the tables is said by its ending", () => {
  expect([inCountry("ZZ", "Ruritanie"), inCountry("ZZ", "Bordur")]).toEqual(["en Ruritanie", "au Bordur"]);
});
