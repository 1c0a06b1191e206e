import { expect } from "vitest";
import { test } from "#test/database.ts";
import { matchPlaces, type PlaceMatch } from "./index.ts";

const hautsDeFrance = { regionCode: "32" };

/** What a match says, in short: `59350`, `online`, `59350 + 80021`, `? Senlis (Oise), …`. */
function short(match: PlaceMatch | undefined): string {
  switch (match?.kind) {
    case "commune":
    case "country":
      return match.code;
    case "several":
      return match.parts.map(short).join(" + ");
    case "proposals":
      return `? ${match.candidates.map(({ name, department }) => `${name} (${department})`).join(", ")}`;
    default:
      return match?.kind ?? "missing";
  }
}

async function matched(db: Parameters<typeof matchPlaces>[0], typed: string[], options = hautsDeFrance) {
  const matches = await matchPlaces(db, typed, options);
  return Object.fromEntries(typed.map((text) => [text, short(matches.get(text))]));
}

/** The spellings of a year's log of meetings, as its officers typed them. */
const ofAYear = {
  "En ligne": "online",
  "En Ligne": "online",
  "en ligne": "online",
  "A Distance": "online",
  Lille: "59350",
  Amiens: "80021",
  amiens: "80021",
  "Lille et Amiens": "59350 + 80021",
  Arras: "62041",
  "Villeneuve d'Ascq": "59009",
  "Grande Synthe": "59271",
  "Grande-Synthe": "59271",
  "Boulogne sur Mer": "62160",
  "Boulogne-sur-Mer": "62160",
  "Villers-Cotterêts": "02810",
  Roubaix: "59512",
  Douai: "59178",
  Halluin: "59279",
  "Loos en Gohelle": "62528",
  Dunkerque: "59183",
  Dourges: "62274",
  Tourcoing: "59599",
  "Fort-Mahon": "80333",
  "Marcq en Baroeul": "59378",
  Longueau: "80489",
  Wasquehal: "59646",
  Beuvry: "62126",
  Valencienne: "59606",
  Compiègne: "60159",
  "Sailly sur la Lys": "62736",
  Linselles: "59352",
  "Faches Thumesnil": "59220",
  Senlis: "? Senlis (Oise), Senlis (Pas-de-Calais)",
  "Château-Thierry": "02168",
  Tours: "37261",
  Outreau: "62643",
  Soisson: "02722",
  Pérenchies: "59457",
};

test("the places of a year, as the team typed them, are all found", async ({ db }) => {
  expect(await matched(db, Object.keys(ofAYear))).toEqual(ofAYear);
});

test("former communes, quarters and arrondissements lead to their commune", async ({ db }) => {
  const typed = ["Lomme", "Hellemmes", "Fives", "Wazemmes", "Paris", "Paris 19e", "paris 1", "Lyon 3ème"];
  expect(Object.values(await matched(db, typed))).toEqual([
    ...["59350", "59350", "59350", "59350", "75056", "75056", "75056", "69123"],
  ]);
});

test("a commune whose name holds « et » or a comma is not cut", async ({ db }) => {
  const typed = [
    "Bourg-et-Comin",
    "Étaves et Bocquiaux",
    "Fère-en-Tardenois et Lille",
    "Fère-en-Tardenois et ailleurs",
  ];
  expect(await matched(db, typed)).toEqual({
    "Bourg-et-Comin": "02106",
    "Étaves et Bocquiaux": "02293",
    "Fère-en-Tardenois et Lille": "02305 + 59350",
    "Fère-en-Tardenois et ailleurs": expect.stringMatching(/^\?/),
  });
});

test("several places are read however they are separated", async ({ db }) => {
  const typed = [
    "Lille / Amiens",
    "Lille, Amiens",
    "Lille & Amiens",
    "Lille + en ligne",
    "Lille et Valencienne",
  ];
  expect(Object.values(await matched(db, typed))).toEqual([
    ...["59350 + 80021", "59350 + 80021", "59350 + 80021", "59350 + online", "59350 + 59606"],
  ]);
});

test("a name borne twice in the region is asked, and a département or a postal code settles it", async ({
  db,
}) => {
  const matches = await matched(db, [
    "Dury",
    "Dury (80)",
    "Dury 62",
    "Dury (Somme)",
    "Dury, Somme",
    "02480 Dury",
    "Dury (75)",
  ]);
  expect(matches).toEqual({
    Dury: "? Dury (Somme), Dury (Pas-de-Calais), Dury (Aisne)",
    "Dury (80)": "80261",
    "Dury 62": "62280",
    "Dury (Somme)": "80261",
    "Dury, Somme": "80261",
    "02480 Dury": "02273",
    "Dury (75)": "? Dury (Somme), Dury (Pas-de-Calais), Dury (Aisne)",
  });
});

test("a name borne in the region and elsewhere is the region's", async ({ db }) => {
  expect(await matched(db, ["Saint-Denis"], { regionCode: "11" })).toEqual({ "Saint-Denis": "93066" });
  expect(await matched(db, ["Saint-Denis"], { regionCode: "04" })).toEqual({ "Saint-Denis": "97411" });
  expect(await matched(db, ["Tours", "Paris"])).toEqual({ Tours: "37261", Paris: "75056" });
});

test("what is only near is proposed, and the most peopled first", async ({ db }) => {
  const { Boulogne, Marcq, Montreuil } = await matched(db, ["Boulogne", "Marcq", "Montreuil"]);
  expect(Boulogne).toMatch(/^\? Boulogne-sur-Mer \(Pas-de-Calais\), /);
  expect(Marcq).toMatch(/^\? Marcq-en-Barœul \(Nord\), Marcq-en-Ostrevent/);
  expect(Montreuil).toMatch(/^\? Montreuil/);
});

test("what is no place is unknown, or proposed, never taken", async ({ db }) => {
  const typed = [
    "",
    "?",
    "59",
    "à préciser",
    "Maison des associations",
    "chez le partenaire",
    "Bamako",
    "Bruxelles",
    "Dakar",
  ];
  for (const match of (await matchPlaces(db, typed, hautsDeFrance)).values())
    expect(["unknown", "proposals"]).toContain(match.kind);
});

test("countries are known in French, with the names that people give them", async ({ db }) => {
  const typed = [
    "Sénégal",
    "Au Mali",
    "Cote d'Ivoire",
    "RDC",
    "Congo",
    "Etats-Unis",
    "La Réunion",
    "Grenade",
    "Palestine",
  ];
  expect(Object.values(await matched(db, [...typed, "Lille et Sénégal"]))).toEqual([
    ...["SN", "ML", "CI", "CD", "CG", "US", "RE", "GD", "PS", "59350 + SN"],
  ]);
});

test("every commune of the region is found by its own name, however it is written", async ({ db }) => {
  const communes = await db
    .selectFrom("territory.shared_communes")
    .select(["code", "name", "department_code"])
    .where("region_code", "=", "32")
    .$narrowType<{ code: string; name: string; department_code: string }>()
    .execute();
  const ways = [
    (name: string) => name,
    (name: string) => name.toUpperCase().replaceAll("-", " "),
    (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "-"),
  ];
  const precise = await matchPlaces(
    db,
    communes.flatMap(({ name, department_code }) => ways.map((way) => `${way(name)} (${department_code})`)),
    hautsDeFrance,
  );
  const wrong = communes.flatMap(({ code, name, department_code }) =>
    ways
      .map((way) => `${way(name)} (${department_code})`)
      .filter((typed) => short(precise.get(typed)) !== code)
      .map((typed) => `${typed}: ${short(precise.get(typed))}`),
  );
  expect(wrong).toEqual([]);

  const plain = await matchPlaces(
    db,
    communes.map((commune) => commune.name),
    hautsDeFrance,
  );
  const asked = communes.filter(({ name }) => plain.get(name)?.kind === "proposals");
  expect(new Set(asked.map(({ name }) => name)).size, "names borne several times in the region").toBeLessThan(
    70,
  );
  for (const { code, name } of communes) {
    const match = plain.get(name);
    if (match?.kind !== "proposals") expect(match, name).toMatchObject({ code });
    else if (match.candidates.length < 3)
      expect(
        match.candidates.map((one) => one.code),
        name,
      ).toContain(code);
  }
});

test("a letter missing, doubled or swapped never leads to another commune", async ({ db }) => {
  const towns = await db
    .selectFrom("territory.shared_communes")
    .select(["code", "name"])
    .where("region_code", "=", "32")
    .orderBy("population", "desc")
    .limit(60)
    .$narrowType<{ code: string; name: string }>()
    .execute();
  const long = towns.filter(({ name }) => name.length > 5); // « Mér » is Mer, not Méru
  const slips = long.flatMap(({ code, name }) => {
    const middle = Math.floor(name.length / 2);
    return [
      name.slice(0, -1),
      name.slice(0, middle) + name.slice(middle + 1),
      name.slice(0, middle) + name[middle] + name.slice(middle),
    ].map((typed) => ({ code, typed }));
  });
  const matches = await matchPlaces(
    db,
    slips.map((slip) => slip.typed),
    hautsDeFrance,
  );
  const taken = slips.filter(({ typed }) => matches.get(typed)?.kind === "commune");
  expect(taken.length).toBeGreaterThan(slips.length / 2);
  expect(taken.filter(({ typed, code }) => short(matches.get(typed)) !== code)).toEqual([]);
});

test("five statements are enough, for one place or for sixty", async ({ db }) => {
  const communes = await db.selectFrom("territory.shared_communes").select("name").limit(60).execute();
  const counted = async (typed: readonly string[]) => {
    let statements = 0;
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        statements++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await matchPlaces(counting, typed, hautsDeFrance);
    return statements;
  };
  expect(await counted(["Soisson"])).toBe(5);
  expect(await counted(communes.map(({ name }) => `${name} ou Soisson`))).toBeLessThanOrEqual(5);
});
