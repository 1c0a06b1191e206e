import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { aMeeting } from "#test/meetings.ts";
import { collectivites, loadYear2021 } from "#test/year-2021.ts";
import { type Computed, findIndicator, type Indicator, indicators, type Line } from "./index.ts";
import { computeYear, computeYears, listCounted } from "./queries.ts";
import { type CountedRow, isOpen, type Rowset } from "./rowsets.ts";

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
    "collectivites.met": 0, // the annex does not say whom a meeting met
    "support.meetings": 145,
    "support.courses": 0,
    "events.count": 0,
    "programme.done_share": 0,
    "trainings.count": 21,
    "trainings.people": 170,
    "trainings.distinct_people": 108, // five days of 14 people, two of 7 and 6, each training once
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
      return all === 0 ? 0 : Math.round((10_000 * rows.length) / all) / 100;
    case "per_month":
      return Math.round((100 * rows.length) / 12) / 100;
    default:
      return rows.length;
  }
};

/** The figure and its rows, read apart, and what they make of each other. */
async function expectOwnRows(db: Db, indicator: Indicator) {
  const figures = await computeYears(db, [2021], { withRows: true });
  const computed = figures[0]?.values[indicator.id];
  const { rows } = indicator;
  const open = isOpen(rows);
  const all: readonly CountedRow[] = (isOpen(rows) && figures[0]?.rows?.[rows]) || [];
  const lines = Array.isArray(computed?.value) ? computed.value : [{ key: undefined, ...computed }];
  for (const line of lines) {
    const asked = { year: 2021, key: line.key, page: { number: 1, size: whole }, inside: !open };
    const counted = await listCounted(db, indicator, asked);
    expect(counted.value, line.key).toBe(line.value);
    expect(counted.rows.length, line.key).toBe(counted.total);
    expect(amount(indicator.id, counted.rows, all.length), line.key).toBe(line.value);
    const ids = new Set(line.ids);
    if (open)
      expect(counted.rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => ids.has(id)));
    else expect(line.ids, "no edition keeps who was accompanied").toBeUndefined();
  }
  return lines.reduce((sum, { value }) => sum + Number(value), 0);
}

const ofTheYear: readonly Rowset[] = ["courses", "collectivites", "events", "programme_items", "trainings"];

for (const indicator of indicators.filter(({ rows }) => !ofTheYear.includes(rows)))
  test(`${indicator.id} is what its own rows make`, async ({ db }) => {
    await loadLianes2021(db);
    await expectOwnRows(db, indicator);
  });

test("so are the supports, the collectivités, the events, the programme and the people trained", async ({
  db,
}) => {
  await loadYear2021(db);
  const [lille = 0, unknown = 0] = await collectivites(db, ["Ville de Lille", "CABS"]);
  const met = (id: number) => ({ typed: String(id), organisationId: id });
  await aMeeting(db, { organisations: [met(lille), met(unknown)] });
  for (const indicator of indicators.filter(({ rows }) => ofTheYear.includes(rows)))
    expect(await expectOwnRows(db, indicator), indicator.id).toBeGreaterThan(0);
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
