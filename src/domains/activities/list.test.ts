import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { KyselyPlugin } from "kysely";
import { expect } from "vitest";
import { matchPlaces, settlePlaces } from "#domains/territory/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import { readDay, readDuration } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { type inspect, openSite } from "#test/site.ts";
import { removeImported } from "./commands.import.ts";
import { addMeetings, meetingFingerprint } from "./index.ts";
import { openLog } from "./queries.import.ts";

type Row = Record<
  "Sujet" | "Type de réunion" | "Localisation" | "Date" | "Durée" | "Nombre de participants",
  string
>;

/** The year 2021 of Lianes, as its officers typed it, read and matched with what the room offers. */
async function ofTheYear(db: Db) {
  const file = await readFile("demo/lianes-2021/reunions-2021.csv");
  const rows: Row[] = parse(file, { columns: true });
  const types = await findTermByWord(
    db,
    "meeting_types",
    rows.map((row) => row["Type de réunion"]),
  );
  const places = await matchPlaces(db, [...new Set(rows.map((row) => row.Localisation))], {
    regionCode: "32",
  });
  return rows.map((row, index) => {
    const settled = settlePlaces([row.Localisation], places, { "lieu-senlis": "60612" });
    expect(settled.questions).toEqual([]);
    return {
      subject: row.Sujet,
      typeId: types.get(row["Type de réunion"])?.id ?? 0,
      heldOn: readDay(row.Date) ?? "",
      durationMinutes: readDuration(row["Durée"]) ?? -1,
      participants: Number(row["Nombre de participants"]),
      online: settled.online,
      places: settled.places,
      importLine: index + 2,
    };
  });
}

async function withTheYear(db: Db) {
  for (const [name, commune_code] of [
    ["Lille", "59350"],
    ["Amiens", "80021"],
  ] as const)
    await db.insertInto("territory.offices").values({ name, commune_code }).execute();
  const rows = await ofTheYear(db);
  await addMeetings(db, system, rows, 7);
  return rows;
}

const figures = (page: Awaited<ReturnType<typeof inspect>>) =>
  [...page.querySelectorAll(".figure-value")].map((figure) => figure.textContent?.replace(/\s/g, " ").trim());

test("the year 2021 of Lianes gives its known figures", { timeout: 60_000 }, async ({ db }) => {
  await withTheYear(db);
  const site = await openSite(db, "animatrice");
  expect(figures(await site.visit("/gestion/activite"))).toEqual(["381", "780,25 h", "1 517"]);
  expect(figures(await site.visit("/gestion/activite?annee=2021&cadre=en-ligne"))[0]).toBe("205");
  expect(figures(await site.visit("/gestion/activite?annee=2021&cadre=bureaux"))[0]).toBe("123");
  expect(figures(await site.visit("/gestion/activite?annee=2021&cadre=deplacement"))[0]).toBe("53");
  const spelt = await db
    .selectFrom("activities.shared_meeting_places")
    .select(["typed", "commune"])
    .where("commune", "in", ["Grande-Synthe", "Soissons"])
    .distinct()
    .orderBy("typed")
    .execute();
  expect(spelt).toEqual([
    { typed: "Grande Synthe", commune: "Grande-Synthe" },
    { typed: "Grande-Synthe", commune: "Grande-Synthe" },
    { typed: "Soisson", commune: "Soissons" },
  ]);
});

test("one duplicate is seen in the file, and all its rows once they are in", { timeout: 60_000 }, async ({
  db,
}) => {
  const rows = await withTheYear(db);
  const prints = rows.map(meetingFingerprint);
  expect(rows.length - new Set(prints).size).toBe(1);
  const log = openLog(db, 0);
  await log.prepare(rows.map((row) => row.heldOn));
  expect(rows.filter((row) => log.find(row) === undefined)).toEqual([]);
});

test("every filter counts what it says, and the filters together", { timeout: 60_000 }, async ({ db }) => {
  await withTheYear(db);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit("/gestion/activite");
  const facets = [...page.querySelectorAll(".facet a")];
  expect(facets.length).toBeGreaterThan(20);
  for (const facet of facets.slice(0, 16)) {
    const filtered = await site.visit(facet.getAttribute("href") ?? "");
    expect(figures(filtered)[0]).toBe(facet.querySelector(".facet-count")?.textContent);
  }
  const words = await site.visit("/gestion/activite?q=saison+afri&type=rdv-partenaire&mois=1");
  expect(words.querySelector("tbody")?.textContent).toContain("QG de la saison Africa 2020");
  const none = await site.visit("/gestion/activite?q=zzzz%27%20%26%20%7C%20!");
  expect(none.body.textContent).toContain("Aucune réunion ne répond");
  await site.visit("/gestion/activite?annee=abc&mois=13&cadre=x&tri=y&page=-1");
});

test("sorted by participants, the best attended come first, page after page", { timeout: 60_000 }, async ({
  db,
}) => {
  await withTheYear(db);
  const site = await openSite(db, "animatrice");
  const cells = async (path: string) =>
    [...(await site.visit(path)).querySelectorAll("tbody tr td:last-child")].map((cell) =>
      Number(cell.textContent),
    );
  const first = await cells("/gestion/activite?tri=-participants");
  const second = await cells("/gestion/activite?tri=-participants&page=2");
  expect([...first, ...second]).toEqual([...first, ...second].sort((a, b) => b - a));
  expect([first.length, second.length]).toEqual([50, 50]);
});

test("the list is one statement beside the session and the theme", { timeout: 60_000 }, async ({ db }) => {
  await withTheYear(db);
  const site = await openSite(db, "animatrice");
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await site.visit("/gestion/activite");
  const counting = await openSite(db.withPlugin(counter) as Db, "animatrice");
  statements = 0;
  await counting.visit("/gestion/activite?q=saison&cadre=en-ligne");
  expect(statements).toBeLessThanOrEqual(3);
});

test("the list is taken away as filtered, every page of it", { timeout: 60_000 }, async ({ db }) => {
  await withTheYear(db);
  const site = await openSite(db, "administratrice_ca");
  const csv = await (await site.request("/gestion/activite.csv?annee=2021&cadre=deplacement")).text();
  const lines: Record<string, string>[] = parse(csv, { columns: true, delimiter: ";", bom: true });
  expect(lines.length).toBe(53);
  expect(lines.every((line) => line["Cadre"] === "Déplacement")).toBe(true);
  const all = await (await site.request("/gestion/activite.json?annee=2021&page=3")).json();
  expect(all).toHaveLength(381);
  expect((await site.request("/gestion/activite.xlsx")).headers.get("content-type")).toContain(
    "spreadsheetml",
  );
  expect((await (await openSite(db, "membre")).request("/gestion/activite.csv")).status).toBe(403);
});

test("the undo of an import takes its rows back, but not what a person changed since", {
  timeout: 60_000,
}, async ({ db }) => {
  await withTheYear(db);
  const site = await openSite(db, "animatrice");
  const lines = await db
    .selectFrom("activities.meetings")
    .select(["id", "subject"])
    .orderBy("id")
    .limit(2)
    .execute();
  const [changed, deleted] = lines.map((line) => line.id);
  const page = await site.visit(`/gestion/activite/${changed}/modifier`);
  const value = (name: string) => page.querySelector(`[name=${name}]`)?.getAttribute("value") ?? "";
  const type = page.querySelector("[name=type] [selected]")?.getAttribute("value") ?? "";
  await site.post(`/gestion/activite/${changed}/modifier`, {
    ...{ sujet: "Relue par Aminata", type, date: value("date"), duree: value("duree"), version: "1" },
    ...{ participants: value("participants"), lieux: page.querySelector("[name=lieux]")?.textContent ?? "" },
  });
  await site.post(`/gestion/activite/${deleted}/suppression`);
  const undone = await removeImported(db, system, 7);
  expect(undone.removed).toBe(380);
  expect(undone.kept).toMatchObject([{ id: changed, subject: "Relue par Aminata", importLine: 2 }]);
  const left = await db.selectFrom("activities.meeting_places").select("meeting_id").distinct().execute();
  expect(left.map((line) => line.meeting_id)).toEqual([changed]);
});

test("an import never writes a meeting that was nowhere, nor half of a batch", async ({ db }) => {
  const [row] = await ofTheYear(db);
  if (!row) throw new Error("no row");
  const broken = [row, { ...row, importLine: 3, durationMinutes: -1 }];
  await expect(addMeetings(db, system, broken, 8)).rejects.toThrow();
  await expect(addMeetings(db, system, [{ ...row, online: false, places: [] }], 8)).rejects.toThrow(
    "anywhere",
  );
  expect(await db.selectFrom("activities.meetings").select("id").execute()).toEqual([]);
  expect(await addMeetings(db, system, [], 8)).toBe(0);
});
