import { expect } from "vitest";
import { importFile } from "#domains/imports/index.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { loadProgramme } from "#test/programme.ts";
import { openSite } from "#test/site.ts";
import { programmeKind } from "./import-kind.ts";
import { findProgramme } from "./queries.ts";

test("the programme of 2021: 15 webinars, 20 working groups, 6 events, each with its period and its public", async ({
  db,
}) => {
  expect(await loadProgramme(db)).toMatchObject({
    kind: "programme",
    counts: { rows: 41, create: 41, problem: 0 },
    problems: [],
  });
  const { lines, year } = await findProgramme(db, undefined, "2021-04-30");
  expect(year).toBe(2021);
  const kinds = Map.groupBy(lines, ({ kind }) => kind);
  expect([...kinds].map(([kind, { length }]) => [kind, length])).toEqual([
    ["Groupe de travail", 20],
    ["Webinaire", 15],
    ["Événement", 6],
  ]);
  const opening = lines.find(({ title }) => title.startsWith("Ouverture de l'antenne"));
  expect(opening).toMatchObject({ planned_period: "A définir", planned_from: null, state: "to_come" });
  expect(lines.at(-1)?.id, "what has no period comes last").toBe(opening?.id);
  const autumn = lines.filter(({ planned_period }) => planned_period === "Automne");
  expect(autumn.map(({ planned_from, planned_to }) => [planned_from, planned_to])[0]).toEqual([
    "2021-09-22",
    "2021-12-20",
  ]);
  expect(autumn).toHaveLength(4);
  const { audience, types } = await db
    .selectFrom("agenda.events")
    .select(["audience", "audience_type_ids as types"])
    .where("title", "=", "Groupe Haïti")
    .executeTakeFirstOrThrow();
  expect(audience).toBe("Associations, collectivités");
  expect(types.length, "an association is of one of the types of its family").toBeGreaterThan(5);
  expect((await loadProgramme(db, "programme 2021 bis.csv")).counts).toMatchObject({ create: 0, same: 41 });
});

test("late, to come, done as a meeting of the log, separated, dropped with why and taken up again", async ({
  db,
}) => {
  await loadLianes2021(db);
  await loadProgramme(db);
  const site = await openSite(db, "animatrice");
  const page = await site.visit("/gestion/agenda/programme?annee=2021");
  const text = page.querySelector("main")?.textContent ?? "";
  expect(text).toContain("Serait-ce");
  expect(text).toContain("dans la période prévue");
  const form = page.querySelector("form[action$='/rapprochement']");
  const line = Number(/programme\/(\d+)/.exec(form?.getAttribute("action") ?? "")?.[1]);
  const quoi = form?.querySelector("[name=quoi]")?.getAttribute("value") ?? "";
  const stateOf = async () =>
    (await findProgramme(db, 2021, "2026-01-01")).lines.find(({ id }) => id === line)?.state;
  expect(await stateOf()).toBe("late");
  await site.post(`/gestion/agenda/programme/${line}/rapprochement`, { quoi });
  expect(await stateOf()).toBe("done");
  const record = await site.visit(`/gestion/agenda/${line}`);
  expect(record.querySelector("main")?.textContent).toContain(
    quoi.startsWith("meeting") ? "Dans le journal d’activité" : "",
  );
  const shared = await db
    .selectFrom("agenda.shared_programme")
    .select("held_on")
    .where("id", "=", line)
    .executeTakeFirstOrThrow();
  expect(shared.held_on).not.toBeNull();
  const matching = await site.visit(`/gestion/agenda/programme/${line}/rapprochement?q=mali`);
  expect(matching.body.textContent).toContain("Déjà rapproché");
  await site.post(`/gestion/agenda/programme/${line}/separation`, { quoi });
  expect(await stateOf()).toBe("late");
  await site.post(`/gestion/agenda/programme/${line}/refus`, { quoi });
  const after = await site.visit("/gestion/agenda/programme?annee=2021");
  expect(
    after.querySelector(`form[action='/gestion/agenda/programme/${line}/rapprochement'] [value='${quoi}']`),
  ).toBeNull();
  expect((await site.post(`/gestion/agenda/programme/${line}/abandon`, { raison: "" })).status).toBe(422);
  await site.post(`/gestion/agenda/programme/${line}/abandon`, { raison: "Le sommet a changé de date." });
  expect(await stateOf()).toBe("dropped");
  expect((await site.visit("/gestion/agenda/programme?etat=dropped")).body.textContent).toContain(
    "Le sommet a changé de date.",
  );
  await site.post(`/gestion/agenda/programme/${line}/reprise`);
  expect(await stateOf()).toBe("late");
  expect(
    (await site.post(`/gestion/agenda/programme/${line}/rapprochement`, { quoi: "autre-1" })).status,
  ).toBe(404);
  expect(
    (await site.post(`/gestion/agenda/programme/${line}/rapprochement`, { quoi: "meeting-999999999" }))
      .status,
  ).toBe(303);
  expect(await stateOf()).toBe("late");
});

test("a meeting that a colleague already gave to another line stays there", async ({ db }) => {
  await loadLianes2021(db);
  await loadProgramme(db);
  const [first, second] = (await findProgramme(db, 2021, "2026-01-01")).lines;
  const { id: meeting } = await db
    .selectFrom("activities.meetings")
    .select("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const site = await openSite(db, "animatrice");
  for (const line of [first, second])
    await site.post(`/gestion/agenda/programme/${line?.id}/rapprochement`, { quoi: `meeting-${meeting}` });
  const linked = await db.selectFrom("agenda.session_meetings").select("event_id").execute();
  expect(linked).toEqual([{ event_id: first?.id }]);
});

test("an event of the agenda may be a line, done; the undo of the import keeps what was matched", async ({
  db,
}) => {
  await loadLianes2021(db);
  await loadProgramme(db);
  const line = (await findProgramme(db, 2021, "2026-01-01")).lines[3];
  const event = await db
    .selectFrom("agenda.events")
    .select("id")
    .where("training", "=", true)
    .limit(1)
    .executeTakeFirstOrThrow();
  const site = await openSite(db, "animatrice");
  await site.post(`/gestion/agenda/programme/${line?.id}/rapprochement`, { quoi: `event-${event.id}` });
  const after = (await findProgramme(db, 2021, "2026-01-01")).lines.find(({ id }) => id === line?.id);
  expect(after).toMatchObject({ state: "done", events: [{ id: event.id }] });
  const { import_id } = await db
    .selectFrom("agenda.events")
    .select("import_id")
    .where("id", "=", line?.id ?? 0)
    .executeTakeFirstOrThrow();
  const undone = await programmeKind.undo(db, system, import_id ?? 0, []);
  expect(undone.removed).toBe(40);
  expect(undone.kept).toMatchObject([{ label: line?.title }]);
});

test("a period that is none is refused with its row; the rest of the file goes in", async ({ db }) => {
  const text =
    "Période;Intitulé;Type;Public\nBientôt;Forum des jumelages;Événement;\nMai;Atelier Mali;Atelier;Associations\n";
  const bytes = new TextEncoder().encode(text);
  const outcome = await importFile(importServices(db).services, system, {
    name: "programme-2022.csv",
    bytes,
  });
  expect(outcome.counts).toMatchObject({ create: 1, problem: 1 });
  expect(outcome.problems[0]).toMatchObject({
    line: 2,
    reason: expect.stringContaining("n’est pas une période"),
  });
});

test("signed out goes to sign in; a member and the board may not write; what is in no programme is not found", async ({
  db,
}) => {
  await loadProgramme(db);
  const [line] = (await findProgramme(db, 2021, "2021-06-01")).lines;
  const writes = (id: number) =>
    ["rapprochement", "refus", "separation", "abandon", "reprise"].map(
      (rest) => `/gestion/agenda/programme/${id}/${rest}`,
    );
  for (const path of writes(line?.id ?? 0)) {
    expect(await (await openSite(db)).post(path)).toMatchObject({
      status: 303,
      to: expect.stringContaining("/connexion"),
    });
    for (const persona of ["membre", "administratrice_ca"] as const)
      expect((await (await openSite(db, persona)).post(path)).status, path).toBe(403);
  }
  const staff = await openSite(db, "animatrice");
  for (const path of writes(999_999)) expect((await staff.post(path, { quoi: "event-1" })).status).toBe(404);
  const board = await (await openSite(db, "administratrice_ca")).visit("/gestion/agenda/programme");
  expect(board.querySelector("main form")).toBeNull();
});
