import { describe, expect } from "vitest";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings, saidOfMeeting } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";

describe("changing a meeting", () => {
  test("what is changed is read again, and the log keeps only what changed", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const id = await aMeeting(db, {
      online: false,
      places: [{ typed: "Lille", communeCode: "59350", countryCode: null }],
    });
    const page = await site.visit(`/gestion/activite/${id}/modifier`);
    expect(page.querySelector("[name=lieux]")?.textContent).toBe("Lille");
    const sent = await site.post(`/gestion/activite/${id}/modifier`, {
      ...(await saidOfMeeting(db)),
      lieux: "Lille",
      version: "1",
    });
    expect(sent).toMatchObject({ status: 303, to: `/gestion/activite/${id}` });
    const changes = await db
      .selectFrom("platform.changes")
      .select(["table_name", "account_id"])
      .where("action", "=", "update")
      .execute();
    expect(changes).toEqual([{ table_name: "activities.meetings", account_id: site.userId }]);
  });

  test("of two colleagues the first wins, and the second sees both versions, then decides", async ({
    db,
  }) => {
    const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
    const id = await aMeeting(db);
    const path = `/gestion/activite/${id}/modifier`;
    const form = { ...(await saidOfMeeting(db)), lieux: "", enligne: "oui", version: "1" };
    expect((await aminata.post(path, { ...form, sujet: "Le titre d’Aminata" })).status).toBe(303);
    const late = await djamel.post(path, { ...form, sujet: "Le titre de Djamel", date: "hier" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector("[role=alert] table")?.textContent).toContain("Le titre d’Aminata");
    expect(page.querySelector("[autofocus]"), "what happened has the focus").toBeNull();
    expect(page.querySelector("table")?.textContent).not.toContain("Participants");
    expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Le titre de Djamel");
    const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
    expect((await djamel.post(path, { ...form, sujet: "Le titre de Djamel", version })).status).toBe(303);
    const line = await db.selectFrom("activities.shared_meetings").selectAll().executeTakeFirstOrThrow();
    expect(line.subject).toBe("Le titre de Djamel");
  });

  test("a colleague's change is still seen when the first try had an error", async ({ db }) => {
    const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
    const path = `/gestion/activite/${await aMeeting(db)}/modifier`;
    const form = { ...(await saidOfMeeting(db)), version: "1" };
    await aminata.post(path, { ...form, sujet: "D’abord" });
    const wrong = await (await djamel.post(path, { ...form, duree: "" })).page();
    const version = wrong.querySelector("[name=version]")?.getAttribute("value") ?? "";
    expect((await djamel.post(path, { ...form, version })).status).toBe(409);
  });
});

test("a deleted meeting leaves the list, and comes back by the notice or from the deleted ones", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const id = await aMeeting(db);
  const gone = await site.post(`/gestion/activite/${id}/suppression`);
  expect(gone).toMatchObject({ status: 303, to: "/gestion/activite" });
  const list = await site.visit("/gestion/activite");
  const undo = list.querySelector("[role=status] form")?.getAttribute("action");
  expect(undo).toBe(`/gestion/activite/${id}/retablissement`);
  expect(await countMeetings(db)).toBe(0);
  const deleted = await site.visit("/gestion/activite?etat=supprimees");
  expect(deleted.querySelector(`a[href="/gestion/activite/${id}"]`)).not.toBeNull();
  expect((await site.visit(`/gestion/activite/${id}`)).body.textContent).toContain("est supprimée");
  await site.post(undo ?? "");
  expect(await countMeetings(db)).toBe(1);
});

describe("who may", () => {
  const writes = (id: number) => [
    "/gestion/activite/nouvelle",
    `/gestion/activite/${id}/modifier`,
    `/gestion/activite/${id}/suppression`,
    `/gestion/activite/${id}/retablissement`,
  ];

  test("signed out goes to sign in; a member and the board may not write", async ({ db }) => {
    const id = await aMeeting(db);
    const form = await saidOfMeeting(db);
    for (const path of writes(id)) {
      const out = await (await openSite(db)).post(path, form);
      expect(out).toMatchObject({ status: 303, to: expect.stringContaining("/connexion") });
      for (const persona of ["membre", "administratrice_ca"] as const)
        expect((await (await openSite(db, persona)).post(path, form)).status, path).toBe(403);
      expect((await (await openSite(db, "animatrice")).post(path, form, { forged: true })).status).toBe(403);
    }
    expect(await countMeetings(db)).toBe(1);
  });

  test("a meeting that is not there is not found", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    for (const path of writes(99).slice(1))
      expect((await site.post(path, await saidOfMeeting(db))).status).toBe(404);
    await site.visit("/gestion/activite/99", { status: 404 });
  });

  test("the board reads the log, without the notes", async ({ db }) => {
    const id = await aMeeting(db, { notes: "Entre nous" });
    const board = await (await openSite(db, "administratrice_ca")).visit(`/gestion/activite/${id}`);
    expect(board.body.textContent).not.toContain("Entre nous");
    expect(board.querySelector("main form")).toBeNull();
    const staff = await (await openSite(db, "animatrice")).visit(`/gestion/activite/${id}`);
    expect(staff.body.textContent).toContain("Entre nous");
  });
});
