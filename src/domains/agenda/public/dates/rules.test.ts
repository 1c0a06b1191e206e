import { describe, expect, test } from "vitest";
import { type DateRow, holdDates } from "./held.ts";
import type { Module } from "./queries.modules.ts";
import { agendaOf, monthAgendaOf } from "./rules.agenda.ts";
import { catalogueOf } from "./rules.catalogue.ts";
import { lastChanged, sessionsNear } from "./rules.machines.ts";
import { findDates } from "./rules.ts";

const today = "2026-06-15";

/** A date that says nothing but its title, its day and what the test cares for. */
function row(
  session: number | null,
  title: string,
  day: string | null,
  facts: Partial<DateRow> = {},
): DateRow {
  return {
    ...{
      key: `s${session}`,
      event_id: session ?? 0,
      session_id: session,
      title,
      session_title: "",
      kind: null,
    },
    ...{ training: false, vague: false, first_on: day, last_on: day, starts_at: null, ends_at: null },
    ...{
      duration_minutes: 60,
      period: "",
      cancelled: false,
      moved_from: null,
      moved_from_at: null,
      online: false,
    },
    ...{ place: "", commune: null, department: null, origin: "own", organisers: [], on_site: false },
    ...{ changed_at: new Date(0), module_id: null, cycle: null, nature: null, words: title.toLowerCase() },
    facts: {
      ...{ kind_id: null, commune_code: null, department_code: null, sector_ids: [], goal_ids: [] },
      ...{ country_codes: [], audience_type_ids: [], pole_id: null, axis_id: null },
    },
    ...facts,
  };
}

const names = { terms: new Map(), countries: new Map() };
const hold = (rows: readonly DateRow[], modules: readonly Module[] = []) => holdDates(rows, names, modules);
const titles = (lines: readonly { title: string }[]) => lines.map(({ title }) => title);

const year = [
  row(1, "Bilan", "2025-12-30", { last_on: "2026-01-02" }),
  row(2, "Avant", "2026-05-31"),
  row(3, "Atelier", "2026-06-20", { online: true, moved_from: "2026-05-12" }),
  row(4, "Festival", "2026-06-28", { last_on: "2026-07-03" }),
  row(5, "Jamais datée", "2026-05-01", { vague: true, session_id: null, last_on: "2026-05-31" }),
  row(6, "À dater", null, { vague: true, session_id: null }),
];

describe("a question put to the agenda", () => {
  test.each([
    ["what is to come", { from: today, to: null }, ["Atelier", "Festival", "À dater"]],
    ["a year holds what begins before it", { from: "2026-01-01", to: "2026-01-31" }, ["Bilan"]],
    ["and what ends after", { from: "2026-07-01", to: "2026-07-31" }, ["Festival"]],
    ["what was planned and never dated is nowhere", { from: "2026-05-01", to: "2026-05-31" }, ["Avant"]],
  ])("%s", async (_, period, expected) => {
    expect(titles(findDates(await hold(year), {}, period, today).matched)).toEqual(expected);
  });

  test("each word begins one that the event says; a value that no date has leaves nothing", async () => {
    const held = await hold(year);
    const found = (asked: object) => titles(findDates(held, asked, { from: null, to: null }, today).matched);
    expect(found({ q: "fest" })).toEqual(["Festival"]);
    expect(found({ q: "fest atel" })).toEqual([]);
    expect(found({ cadre: "en-ligne" })).toEqual(["Atelier"]);
    expect(found({ departement: "59" })).toEqual([]);
    expect(found({ q: "!!" })).toEqual(["Bilan", "Avant", "Atelier", "Festival", "À dater"]);
  });

  test("the years count what they hold, one over two years in both", async () => {
    const { years, upcoming, total } = agendaOf(await hold(year), {}, {}, today);
    expect(years).toEqual([
      { year: 2026, count: 4 },
      { year: 2025, count: 1 },
    ]);
    expect([upcoming, total]).toEqual([3, 3]);
  });

  test("a month says what left it for another day, and the nearest months that have something", async () => {
    const may = monthAgendaOf(await hold(year), "2026-05", {}, {}, today);
    expect(titles(may.lines)).toEqual(["Avant"]);
    expect(titles(may.moved_away)).toEqual(["Atelier"]);
    expect([may.before, may.after]).toEqual(["2026-01", "2026-06"]);
    const far = monthAgendaOf(await hold(year), "2030-01", {}, {}, today);
    expect([far.before, far.after, far.total]).toEqual(["2026-07", null, 0]);
  });

  test("a calendar takes the dates nearest to today, a feed those that changed last", async () => {
    const changed = year.map((one, place) => ({ ...one, changed_at: new Date(place * 1000) }));
    const { dates } = await hold(changed);
    expect(sessionsNear(dates, today)).toEqual([3, 4, 2, 1]);
    expect(titles(lastChanged(dates)).slice(0, 2)).toEqual(["À dater", "Jamais datée"]);
  });
});

test("the catalogue counts what a module has held, says its next dates, and its past by the last first", async () => {
  const said = { objectives: "", contents: "", audience: "", prerequisites: "", duration_minutes: null };
  const modules: Module[] = [
    { id: 1, title: "Diagnostic", cycle: "Projet", cycle_code: "projet", nature: "methodological", ...said },
    { id: 2, title: "Le Mali", cycle: null, cycle_code: null, nature: "thematic", ...said },
  ];
  const training = (session: number, day: string, online: boolean, module_id: number | null) =>
    row(session, `F${session}`, day, {
      ...{ training: true, online, on_site: !online, module_id },
      ...(module_id === 1 ? { cycle: "projet", nature: "methodological" as const } : {}),
    });
  const held = await hold(
    [
      ...[
        training(1, "2024-03-01", true, 1),
        training(2, "2025-03-01", false, 1),
        training(3, "2025-03-01", true, null),
      ],
      ...[training(4, "2026-09-01", false, 1), row(5, "Un webinaire", "2026-09-02")],
    ],
    modules,
  );
  const whole = catalogueOf(held, {}, today);
  expect(titles(whole.upcoming)).toEqual(["F4"]);
  expect(titles(whole.past)).toEqual(["F3", "F2", "F1"]);
  expect(whole.years).toEqual([
    { year: 2025, count: 2 },
    { year: 2024, count: 1 },
  ]);
  expect(whole.modules.map(({ title, held, next }) => [title, held, titles(next)])).toEqual([
    ["Diagnostic", 2, ["F4"]],
    ["Le Mali", 0, []],
  ]);
  expect(whole.cycles).toEqual([{ value: "projet", label: "Projet", count: 1 }]);
  expect(whole.natures.map(({ value }) => value)).toEqual(["thematique", "methodologique"]);
  expect(whole.settings).toEqual([
    { value: "en-ligne", count: 2 },
    { value: "sur-place", count: 2 },
  ]);
  const narrow = catalogueOf(held, { cycle: "projet", cadre: "sur-place", annee: 2025 }, today);
  expect([titles(narrow.past), titles(narrow.upcoming), narrow.modules.length]).toEqual([["F2"], ["F4"], 1]);
});
