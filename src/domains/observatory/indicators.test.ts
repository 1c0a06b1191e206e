import { expect } from "vitest";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { type Computed, findIndicator, indicators, type Line } from "./index.ts";
import { computeYear, computeYears, listCounted } from "./queries.ts";

const linesOf = (computed: Computed | undefined): Line[] =>
  Array.isArray(computed?.value) ? computed.value : [];

test("the figures of 2021 are those of the network's spreadsheets", async ({ db }) => {
  await loadLianes2021(db);
  const { values } = await computeYear(db, 2021);
  const figures = Object.fromEntries(
    Object.entries(values)
      .filter(([, { value }]) => typeof value === "number")
      .map(([id, { value }]) => [id, value]),
  );
  expect(figures).toEqual({
    "meetings.count": 381,
    "meetings.hours": 780.25,
    "meetings.participants": 1517,
    "meetings.online": 205,
    "meetings.online_share": 53.81,
    "meetings.in_offices": 123,
    "meetings.trips": 53,
    "meetings.trips_per_month": 4.42,
    "trainings.count": 21,
    "trainings.people": 170,
    "trainings.hours": 106,
    "trainings.hours_logged": 111,
    "trainings.online_share": 33.33,
    "members.count": 72,
    "organisations.count": 72,
    "organisations.new": 0,
    "organisations.visible": 72,
    "projects.count": 0,
  });
  const lines = (id: string) => Object.fromEntries(linesOf(values[id]).map(({ key, value }) => [key, value]));
  expect(lines("members.by_college")).toEqual({
    association: 57,
    "comite-jumelage": 1,
    entreprise: 3,
    collectivite: 11,
  });
  expect(lines("meetings.by_type")).toMatchObject({ accompagnement: 145, formation: 22, evenement: 2 });
  expect(Object.keys(lines("meetings.by_month"))).toEqual(
    Array.from({ length: 12 }, (_, i) => String(i + 1)),
  );
});

test("the spellings of one commune are one line, which says them", async ({ db }) => {
  await loadLianes2021(db);
  const { values } = await computeYear(db, 2021);
  const places = linesOf(values["meetings.by_place"]);
  expect(places.find(({ label }) => label === "Grande-Synthe")).toMatchObject({
    key: "59271",
    value: 6,
    note: "Grande Synthe · Grande-Synthe",
  });
  expect(places.find(({ label }) => label === "Soissons")).toMatchObject({ value: 1, note: "Soisson" });
  expect(places.slice(0, 2)).toMatchObject([
    { label: "Lille", value: 99 },
    { label: "Amiens", value: 28 },
  ]);
});

test("the best attended meetings keep those that tie with the eighth", async ({ db }) => {
  await loadLianes2021(db);
  const { values } = await computeYear(db, 2021);
  const top = linesOf(values["meetings.top_attended"]);
  expect(top.map(({ value }) => value)).toEqual([95, 64, 32, 32, 31, 28, 27, 27, 27]);
});

const whole = 100_000;
const amount = (id: string, rows: object[], all: number) => {
  const measure = findIndicator(id)?.measure;
  const sum = (name: string) => rows.reduce((total, row) => total + Number(Reflect.get(row, name)), 0);
  switch (measure?.kind) {
    case "sum":
      return measure.of === "duration_minutes" ? sum("duration_minutes") / 60 : sum(measure.of);
    case "share":
      return Math.round((10_000 * rows.length) / all) / 100;
    case "per_month":
      return Math.round((100 * rows.length) / 12) / 100;
    default:
      return rows.length;
  }
};

for (const indicator of indicators)
  test(`${indicator.id} is what its own rows make`, async ({ db }) => {
    await loadLianes2021(db);
    const figures = await computeYears(db, [2021], { withRows: true });
    const computed = figures[0]?.values[indicator.id];
    const all = figures[0]?.rows?.[indicator.rows] ?? [];
    const lines = Array.isArray(computed?.value) ? computed.value : [{ key: undefined, ...computed }];
    for (const line of lines) {
      const counted = await listCounted(db, indicator, {
        year: 2021,
        key: line.key,
        page: { number: 1, size: whole },
      });
      expect(counted.value, line.key).toBe(line.value);
      expect(counted.rows.length, line.key).toBe(counted.total);
      expect(amount(indicator.id, counted.rows, all.length), line.key).toBe(line.value);
      const ids = new Set(line.ids);
      expect(counted.rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => ids.has(id)));
    }
  });

test("a project counts in each of its goals, its zones and its sectors; a share stands beside the population", async ({
  db,
}) => {
  const terms = await db
    .selectFrom("vocabularies.shared_terms")
    .select(["id", "code", "list_id"])
    .where("list_id", "in", ["odd", "sectors"])
    .execute();
  const ids = (list: string, ...codes: string[]) =>
    terms
      .filter((term) => term.list_id === list && codes.includes(term.code ?? ""))
      .map((term) => Number(term.id));
  await db
    .insertInto("projects.projects")
    .values([
      {
        title: "Puits de Kita",
        goal_ids: ids("odd", "4", "6"),
        sector_ids: ids("sectors", "eau"),
        country_codes: ["ML", "SN"],
      },
      { title: "Sans rien", visibility: "listed" },
      { title: "Plus tard", starts_on: "2022-01-01", starts_precision: "year" },
      { title: "À relire", status: "proposed" },
    ])
    .execute();
  const roubaix = { commune_code: "59512" };
  await db
    .insertInto("directory.organisations")
    .values([
      { name: "A", ...roubaix, network_since: "2021-03-01" },
      { name: "B", ...roubaix, visibility: "listed" },
      { name: "C", commune_code: "80021" },
      { name: "D" },
    ])
    .execute();
  const { values } = await computeYear(db, 2021);
  const said = (id: string) => linesOf(values[id]).map(({ key, value }) => [key, value]);
  expect(values["projects.count"]?.value).toBe(2);
  expect(said("projects.by_odd")).toEqual(
    expect.arrayContaining([
      ["4", 1],
      ["6", 1],
      ["aucun", 1],
    ]),
  );
  expect(said("projects.by_zone")).toEqual(
    expect.arrayContaining([
      ["011", 1],
      ["inconnue", 1],
    ]),
  );
  expect(said("projects.by_sector")).toEqual(
    expect.arrayContaining([
      ["eau", 1],
      ["aucun", 1],
    ]),
  );
  expect(values["organisations.new"]?.value).toBe(1);
  expect(values["organisations.visible"]?.value).toBe(1);
  const [nord, somme] = linesOf(values["organisations.share_vs_population"]);
  expect(nord).toMatchObject({
    key: "59",
    value: 50,
    note: expect.stringMatching(/^4\d,\d % des habitants$/),
  });
  expect(somme).toMatchObject({ key: "80", value: 25 });
  const hidden = await listCounted(db, findIndicator("projects.count") as never, { year: 2021 });
  expect(hidden.rows.map((row) => Reflect.get(row, "title"))).toEqual(["Sans rien", "Projet non publié"]);
});

test("a year without a record is zeros, not gaps", async ({ db }) => {
  const { values } = await computeYear(db, 1999);
  expect(values["meetings.count"]?.value).toBe(0);
  expect(values["trainings.online_share"]?.value).toBe(0);
  expect(values["members.by_college"]?.value).toEqual([]);
});

test("no row shows what staff wrote for themselves", async ({ db }) => {
  await loadLianes2021(db);
  const figures = await computeYears(db, [2021], { withRows: true });
  expect(JSON.stringify(figures)).not.toContain("Note interne");
});
