import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importer } from "#test/imports.ts";
import { type inspect, openSite } from "#test/site.ts";

const meetings = () => readFile("demo/lianes-2021/reunions-2021.csv");
const headings = "Sujet;Type de réunion;Localisation;Date;Durée;Nombre de participants";

const wordsOf = (page: Awaited<ReturnType<typeof inspect>>) =>
  (page.body.textContent ?? "").replaceAll("\u00a0", " ");

const countMeetings = async (db: Db) =>
  (await db.selectFrom("activities.meetings").select("id").where("removed_at", "is", null).execute()).length;

test("Aminata drops the meetings of the year, reads the preview, launches, and finds the 381 in the log", async ({
  db,
}) => {
  const { site, work } = await importer(db, "animatrice");
  await site.visit("/gestion/imports");
  const given = await site.post("/gestion/imports", {
    fichiers: new File([await meetings()], "reunions-2021.csv"),
  });
  expect(given.status).toBe(303);
  const page = given.to ?? "";
  expect(wordsOf(await site.visit(page))).toContain("Vous pouvez quitter cette page");
  await work();
  const preview = await site.visit(page);
  expect(wordsOf(preview)).toContain("1 ligne est en double dans le fichier");
  expect(wordsOf(preview)).toContain("Enregistrer 381 réunions");
  expect(await countMeetings(db)).toBe(0);
  await site.post(`${page}/lancement`, { doublons: "keep" });
  await work();
  expect(await countMeetings(db)).toBe(381);
  const done = await site.visit(page);
  expect(done.querySelectorAll(".lines a").length).toBe(50);
  await site.visit(`${page}/lignes`);
  const twice = await site.visit(`${page}/lignes?resultat=duplicate`);
  expect(wordsOf(twice)).toContain("Identique à la ligne");
});

test("two colleagues and a double click launch one run, and undo one time", async ({ db }) => {
  const { site, give, work, jobs } = await importer(db, "animatrice");
  const page = await give("reunions.csv", await meetings());
  const colleague = await openSite(db, "administrateur");
  const first = await site.post(`${page}/lancement`);
  const second = await colleague.post(`${page}/lancement`);
  expect([first.status, second.status]).toEqual([303, 409]);
  expect(wordsOf(await second.page())).toContain("une autre personne l’a fait avancer");
  expect(jobs.asked.filter((job) => job.name === "imports.run").length).toBe(1);
  await work();
  expect(await countMeetings(db)).toBe(381);
  await site.post(`${page}/annulation`);
  expect((await site.post(`${page}/annulation`)).status).toBe(409);
  await work();
  expect(await countMeetings(db)).toBe(0);
  expect(wordsOf(await site.visit(page))).toContain("381 lignes retirées");
});

test("an undone import keeps and names what Aminata had changed since", async ({ db }) => {
  const { site, give, work } = await importer(db, "animatrice");
  const page = await give(
    "r.csv",
    `${headings}\nA;Formation;Lille;1/2/21;1;2\nB;Formation;Lille;2/2/21;1;2\n`,
  );
  await site.post(`${page}/lancement`);
  await work();
  await db
    .updateTable("activities.meetings")
    .set({ subject: "A, relu", version: 2 })
    .where("subject", "=", "A")
    .execute();
  await site.post(`${page}/annulation`);
  await work();
  const undone = await site.visit(page);
  expect(wordsOf(undone)).toContain("1 ligne retirée");
  expect(undone.querySelector(".lines")?.textContent).toContain("A, relu");
  expect(await countMeetings(db)).toBe(1);
});

test("the faulty rows are taken away with their reasons, mended, given back, and nothing comes in twice", async ({
  db,
}) => {
  const { site, give, work } = await importer(db, "animatrice");
  const page = await give(
    "r.csv",
    `${headings}\nA;Formation;Lille;31/02/2021;1;2\n=B();Formation;Lille;2/2/21;1;2\n`,
  );
  await site.post(`${page}/lancement`);
  await work();
  expect(await countMeetings(db)).toBe(1);
  const taken = await (await site.request(`${page}/lignes-a-corriger.csv`)).text();
  expect(taken).toContain("31/02/2021");
  expect(taken).toContain("n’est pas un jour du calendrier");
  const again = await give("mended.csv", taken.replace("31/02/2021", "28/02/2021"));
  await site.post(`${again}/lancement`);
  await work();
  expect(await countMeetings(db)).toBe(2);
  const subjects = await db.selectFrom("activities.meetings").select("subject").orderBy("held_on").execute();
  expect(subjects.map((row) => row.subject)).toEqual(["=B()", "A"]);
});

test("two files at once are two imports, and a picture among them is refused by itself", async ({ db }) => {
  const { site, work } = await importer(db, "animatrice");
  const given = await site.post("/gestion/imports", {
    fichiers: [
      new File([await meetings()], "reunions.csv"),
      new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])], "reunions.csv"),
    ],
  } as unknown as Record<string, string>);
  expect(given.to).toBe("/gestion/imports");
  await work();
  const list = await site.visit("/gestion/imports");
  expect(wordsOf(list)).toContain("À relire et lancer");
  expect(wordsOf(list)).toContain("Arrêté");
});

test("headings that say nothing are named by a person once, and remembered", async ({ db }) => {
  const { site, give, work } = await importer(db, "animatrice");
  const odd = "Quoi;Genre;Où;Quand;Combien;Monde\nA;Formation;Lille;1/2/21;1;2\n";
  const page = await give("a.csv", odd);
  expect(wordsOf(await site.visit(page))).toContain("ne disent pas ce qu’il contient");
  await site.post(`${page}/colonnes`, { kind: "meetings" });
  await work();
  const asked = await site.post(`${page}/colonnes`, { kind: "meetings", "colonne-subject": "0" });
  expect(asked.status).toBe(422);
  expect((await asked.page()).querySelector(".error-summary")?.textContent).toContain("Durée");
  const columns = Object.fromEntries(
    ["subject", "type", "place", "day", "duration", "participants"].map((key, position) => [
      `colonne-${key}`,
      String(position),
    ]),
  );
  await site.post(`${page}/colonnes`, { kind: "meetings", ...columns });
  await work();
  expect(wordsOf(await site.visit(page))).toContain("Enregistrer 1 réunion");
  const next = await give("b.csv", "Monde;Quoi;Genre;Où;Quand;Combien\n3;B;Formation;Lille;2/2/21;1\n");
  expect(wordsOf(await site.visit(next))).toContain("Enregistrer 1 réunion");
});

test("a place that is not sure is asked once, chosen, and known the next time", async ({ db }) => {
  const { site, give, work } = await importer(db, "animatrice");
  const rows = "A;Formation;Senlis;1/2/21;1;2\nB;Formation;Senlis;2/2/21;1;2\n";
  const page = await give("a.csv", `${headings}\n${rows}`);
  const preview = await site.visit(page);
  const radios = [...preview.querySelectorAll("fieldset.radios input")];
  expect(radios.length).toBeGreaterThanOrEqual(3);
  const oise = radios.find((radio) => radio.getAttribute("value") === "60612");
  await site.post(`${page}/choix`, { [oise?.getAttribute("name") ?? ""]: "60612" });
  await work();
  await site.post(`${page}/lancement`);
  await work();
  const places = await db.selectFrom("activities.meeting_places").select("commune_code").execute();
  expect(places.map((place) => place.commune_code)).toEqual(["60612", "60612"]);
  const next = await give("b.csv", `${headings}\nC;Formation;Senlis;3/2/21;1;2\n`);
  expect((await site.visit(next)).querySelectorAll("fieldset.radios").length).toBe(0);
});

test("the ladder: a stranger signs in, a member and the board are refused, a bad form comes back", async ({
  db,
}) => {
  const stranger = await openSite(db);
  expect((await stranger.request("/gestion/imports")).headers.get("location")).toContain("/connexion");
  for (const persona of ["membre", "administratrice_ca"] as const)
    expect((await (await openSite(db, persona)).request("/gestion/imports")).status).toBe(403);
  const { site } = await importer(db, "animatrice");
  const empty = await site.post("/gestion/imports");
  expect(empty.status).toBe(422);
  expect((await empty.page()).querySelector(".error-summary")?.textContent).toContain("Choisissez au moins");
  expect((await site.request("/gestion/imports/999999")).status).toBe(404);
  expect((await site.post("/gestion/imports/999999/lancement")).status).toBe(404);
});
