import { readFile } from "node:fs/promises";
import { utils, write } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { importFile } from "./index.ts";

const demo = (name: string) => readFile(`demo/lianes-2021/${name}`);
const bytes = (text: string) => new TextEncoder().encode(text);

const give = (db: Db, name: string, file: Uint8Array, more = {}) =>
  importFile(importServices(db).services, system, { name, bytes: file, ...more });

const headings = "Sujet;Type de réunion;Localisation;Date;Durée;Nombre de participants";

test("the 381 rows of the year go in, the exact duplicate reported and kept", async ({ db }) => {
  const outcome = await give(db, "reunions-2021.csv", await demo("reunions-2021.csv"));
  expect(outcome).toMatchObject({
    state: "done",
    kind: "meetings",
    counts: { rows: 381, create: 381, problem: 0, duplicates: 1 },
    problems: [],
  });
  const { rows } = await db
    .selectFrom("activities.shared_meetings")
    .select(["setting", "duration_minutes", "participants"])
    .execute()
    .then((rows) => ({ rows }));
  const sum = (key: "duration_minutes" | "participants") =>
    rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  expect([sum("duration_minutes") / 60, sum("participants")]).toEqual([780.25, 1517]);
  expect(rows.filter((row) => row.setting === "online").length).toBe(205);
});

test("the same file twice brings nothing the second time", async ({ db }) => {
  await give(db, "reunions.csv", await demo("reunions-2021.csv"));
  const again = await give(db, "reunions bis.csv", await demo("reunions-2021.csv"));
  expect(again.counts).toMatchObject({ create: 0, change: 0, same: 381, problem: 0 });
  const members = await demo("adherents-2021.csv");
  expect((await give(db, "adherents-2021.csv", members)).counts).toMatchObject({ create: 72 });
  expect((await give(db, "adherents-2021.csv", members)).counts).toMatchObject({ create: 0, same: 72 });
  const trainings = await demo("formations-2021.csv");
  expect((await give(db, "formations.csv", trainings)).counts).toMatchObject({ create: 21 });
  expect((await give(db, "formations.csv", trainings)).counts).toMatchObject({ create: 0, same: 21 });
});

test("semicolons, Windows-1252, XLSX and ODS give the same as the file they come from", async ({ db }) => {
  const table: string[][] = parse(await demo("reunions-2021.csv"));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), "Réunions");
  const csv = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n");
  const files = {
    "a.csv": new Uint8Array(Buffer.from(csv.replaceAll("’", "'"), "latin1")),
    "b.csv": bytes(`\ufeff${csv.replaceAll('";"', '"\t"')}`),
    "c.xlsx": new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" })),
    "d.ods": new Uint8Array(write(book, { type: "buffer", bookType: "ods" })),
  };
  await give(db, "reunions.csv", await demo("reunions-2021.csv"));
  for (const [name, file] of Object.entries(files))
    expect((await give(db, name, file)).counts, name).toMatchObject({ create: 0, same: 381, problem: 0 });
});

test("every bad cell is a sentence that names what was typed, and the good rows go in", async ({ db }) => {
  const outcome = await give(
    db,
    "r.csv",
    bytes(
      [
        headings,
        "Bonne;Formation;Lille;1/2/2021;1,5;3",
        "Jour;Formation;Lille;31/02/2021;1,5;3",
        "Durée;Formation;Lille;1/2/2021;-1,5;3",
        "Formule;Formation;Lille;1/2/2021;=1+1;3",
        `${"x".repeat(10_000)};Formation;Lille;1/2/2021;1;3`,
        "Type;Sieste;Lille;1/2/2021;1;3",
        "Monde;Formation;Lille;1/2/2021;1;beaucoup",
        ";Formation;Lille;1/2/2021;1;-3",
        "Siècle;Formation;Lille;1/2/1021;1;3",
        "Décalée;Formation;Lille;1/2/2021;1;5;3",
        "Bonne aussi;Formation;En ligne;2/2/2021;90 min;0",
      ].join("\n"),
    ),
  );
  expect(outcome.counts).toMatchObject({ rows: 11, create: 2, problem: 9 });
  const reasons = outcome.problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);
  for (const sentence of [
    /^3 Date «\u00a031\/02\/2021\u00a0» n’est pas un jour du calendrier/,
    /^4 Durée «\u00a0-1,5\u00a0» est une durée négative/,
    /^5 Durée «\u00a0=1\+1\u00a0» est une formule/,
    /^6 Sujet Ce texte compte 10\u202f000 caractères, la limite est de 300/,
    /^7 Type de réunion «\u00a0Sieste\u00a0» n’est pas un type de réunion connu/,
    /^8 Nombre de participants «\u00a0beaucoup\u00a0» n’est pas un nombre entier/,
    /^9 Sujet Cette cellule est vide/,
    /^9 Nombre de participants «\u00a0-3\u00a0» est un nombre négatif/,
    /^10 Date «\u00a01\/2\/1021\u00a0» n’est pas un jour du calendrier/,
    /^11 Toute la ligne Cette ligne a plus de cellules que les en-têtes : «\u00a03\u00a0» est de trop/,
  ])
    expect(
      reasons.some((reason) => sentence.test(reason)),
      `${sentence}\n${reasons.join("\n")}`,
    ).toBe(true);
});

test("headings in another order, fifty columns, a title above: the same meetings", async ({ db }) => {
  const filler = Array.from({ length: 44 }, (_, index) => `Colonne libre ${index}`);
  const outcome = await give(
    db,
    "r.csv",
    bytes(
      `Réunions de l’année;;\n\nDurée;Date;${filler.join(";")};Nombre de participants;Localisation;Type de réunion;Sujet\n` +
        `1h30;6/1/21;${filler.map(() => "x").join(";")};3;En ligne;Formation;A\n`,
    ),
  );
  expect(outcome).toMatchObject({ state: "done", counts: { create: 1 } });
});

test("what is no list of ours is refused in a sentence, and nothing goes in", async ({ db }) => {
  const refused = async (file: Uint8Array) => (await give(db, "reunions.csv", file)).error;
  expect(await refused(new Uint8Array())).toMatch(/vide/);
  expect(await refused(bytes("%PDF-1.4"))).toMatch(/PDF/);
  expect(await refused(bytes(`${headings}\n`))).toMatch(/aucune ligne ne suit/);
  expect(await refused(bytes("a;b;c\n1;2;3\n"))).toMatch(/ne sont pas toutes reconnues/);
  expect(await db.selectFrom("activities.meetings").select("id").execute()).toEqual([]);
});

test("an exact duplicate is dropped when one asks for it", async ({ db }) => {
  const options = { duplicates: "drop" };
  const outcome = await give(db, "reunions.csv", await demo("reunions-2021.csv"), { options });
  expect(outcome.counts).toMatchObject({ create: 380, dropped: 1 });
});
