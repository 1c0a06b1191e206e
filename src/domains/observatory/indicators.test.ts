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
      return measure.of === "duration_minutes" ? sum("duration_minutes") / 60 : sum("participants");
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
