import { describe, expect } from "vitest";
import { dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { formatShortDay } from "#ui/format.ts";
import { logMeeting, type MeetingEntry } from "./commands.ts";
import { listMeetingTypes } from "./queries.ts";

const today = dayInParis(new Date());

async function typeNamed(db: Db, label: string) {
  const types = await listMeetingTypes(db);
  return types.find((type) => type.label === label)?.id ?? 0;
}

async function aMeeting(db: Db, facts: Partial<MeetingEntry> = {}) {
  return logMeeting(db, system, {
    subject: "Comité de pilotage Mali",
    typeId: await typeNamed(db, "Comité de pilotage"),
    heldOn: "2021-03-04",
    durationMinutes: 90,
    participants: 6,
    online: true,
    places: [],
    organisations: [],
    notes: "",
    ...facts,
  });
}

const said = async (db: Db) => ({
  sujet: "Accompagnement du comité de jumelage",
  type: String(await typeNamed(db, "Accompagnement")),
  date: "6/1/21",
  duree: "1,5",
  participants: "3",
  lieux: "Soisson",
});

const count = async (db: Db) =>
  (await db.selectFrom("activities.shared_meetings").select("id").execute()).length;

describe("noting a meeting", () => {
  test("the subject has the focus, and the rest is as last time, today", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const typeId = await typeNamed(db, "Réunion de réseau");
    await logMeeting(
      db,
      { accountId: site.userId, requestId: null },
      {
        subject: "Conférence des réseaux",
        typeId,
        heldOn: "2021-03-04",
        durationMinutes: 60,
        participants: 12,
        online: true,
        places: [],
        organisations: [],
        notes: "Confidentiel",
      },
    );
    const page = await site.visit("/gestion/activite/nouvelle");
    expect(page.querySelector("[autofocus]")?.getAttribute("name")).toBe("sujet");
    expect(page.querySelector("[name=date]")?.getAttribute("value")).toBe(formatShortDay(today));
    expect(page.querySelector("[name=type] [selected]")?.textContent).toBe("Réunion de réseau");
    expect(page.querySelector("[name=enligne]")?.hasAttribute("checked")).toBe(true);
    const again = [...page.querySelectorAll("a")].find((link) => link.textContent === "Comme la précédente");
    const copy = await site.visit(again?.getAttribute("href") ?? "");
    expect(copy.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Conférence des réseaux");
    expect(copy.querySelector("[name=date]")?.getAttribute("value")).toBe(formatShortDay(today));
    expect(copy.querySelector("[name=notes]")?.textContent).toBe("");
  });

  test("Aminata types a place as she says it, and is told how it was understood", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const sent = await site.post("/gestion/activite/nouvelle", await said(db));
    expect(sent.status).toBe(303);
    const page = await site.visit(sent.to ?? "");
    expect(page.querySelector("[role=status]")?.textContent).toContain("« Soisson » → Soissons (Aisne)");
    expect(page.body.textContent).toContain("6 janvier 2021");
    expect(page.body.textContent).toMatch(/1\sh\s30/);
  });

  test("several places, one of them a name that several communes bear, chosen among the best three", async ({
    db,
  }) => {
    const site = await openSite(db, "animatrice");
    const typed = { ...(await said(db)), lieux: "Lille et Amiens\nBoulogne" };
    const asked = await site.post("/gestion/activite/nouvelle", typed);
    expect(asked.status).toBe(422);
    const page = await asked.page();
    const radios = [...page.querySelectorAll("input[type=radio]")];
    expect(radios.length).toBeGreaterThan(1);
    expect(page.querySelector("[name=lieux]")?.textContent).toBe(typed.lieux);
    expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe(typed.sujet);
    const choice = radios[0]?.getAttribute("value") ?? "";
    const sent = await site.post("/gestion/activite/nouvelle", {
      ...typed,
      [radios[0]?.getAttribute("name") ?? ""]: choice,
    });
    expect(sent.status).toBe(303);
    const places = await db
      .selectFrom("activities.meeting_places")
      .select(["typed", "commune_code"])
      .orderBy("position")
      .execute();
    expect(places).toEqual([
      { typed: "Lille", commune_code: "59350" },
      { typed: "Amiens", commune_code: "80021" },
      { typed: "Boulogne", commune_code: choice },
    ]);
  });

  test("a place that nobody knows can be kept as it is", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const typed = { ...(await said(db)), lieux: "Xyzzyville-les-Trois" };
    const asked = await site.post("/gestion/activite/nouvelle", typed);
    expect(asked.status).toBe(422);
    const field = (await asked.page()).querySelector("input[type=radio]")?.getAttribute("name") ?? "";
    expect((await site.post("/gestion/activite/nouvelle", { ...typed, [field]: "tel-quel" })).status).toBe(
      303,
    );
    const line = await db.selectFrom("activities.shared_meetings").selectAll().executeTakeFirstOrThrow();
    expect(line).toMatchObject({ places: "Xyzzyville-les-Trois", setting: "trip" });
  });

  test("“Enregistrer et en saisir une autre” comes back to an empty form", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const sent = await site.post("/gestion/activite/nouvelle", { ...(await said(db)), ensuite: "autre" });
    expect(sent).toMatchObject({ status: 303, to: "/gestion/activite/nouvelle" });
    const page = await site.visit("/gestion/activite/nouvelle");
    expect(page.querySelector("[role=status]")?.textContent).toContain("Réunion notée");
  });

  test("a double click notes one meeting", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/activite/nouvelle");
    const once = page.querySelector("[name=once]")?.getAttribute("value") ?? "";
    const form = { ...(await said(db)), once };
    const [first, second] = [
      await site.post("/gestion/activite/nouvelle", form),
      await site.post("/gestion/activite/nouvelle", form),
    ];
    expect(second.to).toBe(first.to);
    expect(await count(db)).toBe(1);
  });

  test.for([
    [{ sujet: " " }, "Donnez le sujet"],
    [{ sujet: "x".repeat(10_000) }, "300 caractères"],
    [{ type: "999999999" }, "Choisissez un type"],
    [{ date: "31/02/2021" }, "n’est pas une date"],
    [{ date: "6/1/2199" }, "dans plus d’un an"],
    [{ duree: "-1" }, "n’est pas une durée"],
    [{ duree: "90" }, "est-ce des heures ou des minutes"],
    [{ participants: "-3" }, "en chiffres"],
    [{ participants: "" }, "en chiffres"],
    [{ lieux: "" }, "cochez « En ligne »"],
    [{ lieux: "=cmd|’/C calc’!A0" }, "corrigez le lieu"],
  ] as const)("%j is refused, and all that was typed is still there", async ([wrong, message], { db }) => {
    const site = await openSite(db, "animatrice");
    const typed: Record<string, string> = { ...(await said(db)), ...wrong };
    const sent = await site.post("/gestion/activite/nouvelle", typed);
    expect(sent.status).toBe(422);
    const page = await sent.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    for (const name of ["sujet", "date", "duree", "participants"])
      expect(page.querySelector(`[name=${name}]`)?.getAttribute("value")).toBe(typed[name]);
    expect(page.querySelector("[name=lieux]")?.textContent).toBe(typed["lieux"]);
    expect(await count(db)).toBe(0);
  });
});

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
      ...(await said(db)),
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
    const form = { ...(await said(db)), lieux: "", enligne: "oui", version: "1" };
    expect((await aminata.post(path, { ...form, sujet: "Le titre d’Aminata" })).status).toBe(303);
    const late = await djamel.post(path, { ...form, sujet: "Le titre de Djamel", date: "hier" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector("table")?.textContent).toContain("Le titre d’Aminata");
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
    const form = { ...(await said(db)), version: "1" };
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
  expect(await count(db)).toBe(0);
  const deleted = await site.visit("/gestion/activite?etat=supprimees");
  expect(deleted.querySelector(`a[href="/gestion/activite/${id}"]`)).not.toBeNull();
  expect((await site.visit(`/gestion/activite/${id}`)).body.textContent).toContain("est supprimée");
  await site.post(undo ?? "");
  expect(await count(db)).toBe(1);
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
    const form = await said(db);
    for (const path of writes(id)) {
      const out = await (await openSite(db)).post(path, form);
      expect(out).toMatchObject({ status: 303, to: expect.stringContaining("/connexion") });
      for (const persona of ["membre", "administratrice_ca"] as const)
        expect((await (await openSite(db, persona)).post(path, form)).status, path).toBe(403);
      expect((await (await openSite(db, "animatrice")).post(path, form, { forged: true })).status).toBe(403);
    }
    expect(await count(db)).toBe(1);
  });

  test("a meeting that is not there is not found", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    for (const path of writes(99).slice(1)) expect((await site.post(path, await said(db))).status).toBe(404);
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
