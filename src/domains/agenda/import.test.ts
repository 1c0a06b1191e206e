import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { readDay, readDuration } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { addTrainingSessions, removeImportedSessions } from "./commands.import.ts";

type Row = Record<
  "Intitulé" | "Date de début" | "Durée en heures" | "Participant.es" | "Localisation",
  string
>;

/** The trainings of 2021 of Lianes, as its annex prints them. */
async function withTheYear(db: Db, importId = 7) {
  const rows: Row[] = parse(await readFile("demo/lianes-2021/formations-2021.csv"), { columns: true });
  const sessions = rows.map((row, index) => ({
    title: row["Intitulé"],
    startsOn: readDay(row["Date de début"]) ?? "",
    endsOn: null,
    durationMinutes: readDuration(row["Durée en heures"]) ?? -1,
    participants: Number(row["Participant.es"]),
    online: row.Localisation === "En ligne",
    place: row.Localisation === "En ligne" ? "" : row.Localisation,
    communeCode: row.Localisation === "Lille" ? "59350" : null,
    importLine: index + 2,
  }));
  return addTrainingSessions(db, system, sessions, importId);
}

test("the year 2021 of Lianes: 21 trainings, 170 people, 106 hours, one title borne by two sessions, five days one training", async ({
  db,
}) => {
  expect(await withTheYear(db)).toBe(21);
  const page = await (await openSite(db, "administratrice_ca")).visit("/gestion/agenda?genre=formation");
  const figures = [...page.querySelectorAll(".figure-value")].map((value) =>
    value.textContent?.replace(/\s/g, " "),
  );
  expect(figures).toEqual(["21", "170", "106 h", "33,3 %"]);
  expect((await db.selectFrom("agenda.events").select("id").execute()).length).toBe(16);
  const csv = await (await openSite(db, "animatrice")).request("/gestion/agenda.csv?cadre=en-ligne");
  const lines: object[] = parse(await csv.text(), { columns: true, delimiter: ";", bom: true });
  expect(lines.length).toBe(7);
  const site = await openSite(db, "animatrice");
  for (const query of ["?tri=-participants", "?q=ecsi", "?annee=toutes&tri=intitule", "?annee=1999"])
    await site.visit(`/gestion/agenda${query}`);
});

test("a title already known receives the sessions, whatever its accents and case", async ({ db }) => {
  await withTheYear(db);
  const row = {
    startsOn: "2022-01-10",
    endsOn: null,
    durationMinutes: 60,
    participants: 2,
    online: true,
    place: "",
  };
  const title = "FORMATION ECSI et CENTRE SOCIAUX";
  await addTrainingSessions(db, system, [{ ...row, title, communeCode: null, importLine: 2 }], 8);
  await addTrainingSessions(
    db,
    system,
    [{ ...row, title: "formation ecsi & centre sociaux", communeCode: null, importLine: 3 }],
    8,
  );
  const titles = await db
    .selectFrom("agenda.events")
    .select("title")
    .where("title", "ilike", "%ecsi%centre%")
    .orderBy("id")
    .execute();
  expect(titles.map((training) => training.title)).toEqual(["Formation ECSI & Centre Sociaux", title]);
});

test("the undo of an import takes back its sessions and trainings, but not what a person changed since", async ({
  db,
}) => {
  await withTheYear(db);
  const site = await openSite(db, "animatrice");
  const line = await db
    .selectFrom("agenda.sessions")
    .select(["id", "event_id"])
    .where("import_line", "=", 4)
    .executeTakeFirstOrThrow();
  const form = {
    debut: "23/2/2021",
    duree: "3,5",
    participants: "8",
    enligne: "oui",
    lieu: "",
    version: "1",
  };
  await site.post(`/gestion/agenda/${line.event_id}/sessions/${line.id}`, form);
  const undone = await removeImportedSessions(db, system, 7);
  expect(undone.removed).toBe(20);
  expect(undone.kept).toMatchObject([{ sessionId: line.id, importLine: 4 }]);
  expect((await db.selectFrom("agenda.events").select("id").execute()).map(({ id }) => id)).toEqual([
    line.event_id,
  ]);
});

test("an import writes all its rows or none", async ({ db }) => {
  const row = {
    title: "Une",
    startsOn: "2022-01-10",
    endsOn: null,
    participants: 2,
    online: true,
    place: "",
  };
  const rows = [60, -1].map((durationMinutes, line) => ({
    ...row,
    durationMinutes,
    communeCode: null,
    importLine: line,
  }));
  await expect(addTrainingSessions(db, system, rows, 9)).rejects.toThrow();
  expect(await db.selectFrom("agenda.events").select("id").execute()).toEqual([]);
});
