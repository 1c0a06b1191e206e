import { describe, expect } from "vitest";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { aTraining, countedSessions } from "#test/trainings.ts";

const said = {
  intitule: "Monter son projet",
  description: "",
  debut: "23/2/21",
  fin: "",
  duree: "3,5",
  participants: "8",
  lieu: "lille",
};

describe("adding a training", () => {
  test("Aminata adds a training with its first session in one form, then a second session", async ({
    db,
  }) => {
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/formations/nouvelle");
    expect(page.querySelector("[autofocus]")?.getAttribute("name")).toBe("intitule");
    const sent = await site.post("/gestion/formations/nouvelle", said);
    expect(sent.status).toBe(303);
    const more = await site.post(`${sent.to}/sessions`, {
      ...{ debut: "1/3/2021", fin: "2/3/2021", duree: "7h", participants: "5", enligne: "oui", lieu: "" },
    });
    expect(more).toMatchObject({ status: 303, to: sent.to });
    expect(await countedSessions(db)).toMatchObject([
      { title: "Monter son projet", place: "lille", commune: "Lille", duration_minutes: 210, online: false },
      { starts_on: "2021-03-01", ends_on: "2021-03-02", duration_minutes: 420, place: "", online: true },
    ]);
    const record = await site.visit(sent.to ?? "");
    expect(record.body.textContent).toContain("01/03/2021 – 02/03/2021");
    expect(record.querySelectorAll("tbody tr").length).toBe(2);
  });

  test("a double click adds one training", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/formations/nouvelle");
    const once = page.querySelector("[name=once]")?.getAttribute("value") ?? "";
    const first = await site.post("/gestion/formations/nouvelle", { ...said, once });
    expect((await site.post("/gestion/formations/nouvelle", { ...said, once })).to).toBe(first.to);
    expect((await countedSessions(db)).length).toBe(1);
  });

  test.for([
    [{ intitule: "" }, "Donnez l’intitulé"],
    [{ debut: "31/02/2021" }, "n’est pas une date"],
    [{ debut: "" }, "Donnez le premier jour"],
    [{ fin: "1/1/2021" }, "vient après le premier"],
    [{ duree: "-3" }, "n’est pas une durée"],
    [{ duree: "210" }, "est-ce des heures ou des minutes"],
    [{ participants: "beaucoup" }, "en chiffres"],
    [{ lieu: "" }, "cochez « En ligne »"],
    [{ lieu: "Xyzzyville-les-Trois" }, "corrigez le lieu"],
  ] as const)("%j is refused, and all that was typed is still there", async ([wrong, message], { db }) => {
    const site = await openSite(db, "animatrice");
    const typed: Record<string, string> = { ...said, ...wrong };
    const sent = await site.post("/gestion/formations/nouvelle", typed);
    expect(sent.status).toBe(422);
    const page = await sent.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    for (const name of ["intitule", "debut", "fin", "duree", "participants", "lieu"])
      expect(page.querySelector(`[name=${name}]`)?.getAttribute("value"), name).toBe(typed[name]);
    expect(await countedSessions(db)).toEqual([]);
  });
});

describe("changing a training and its sessions", () => {
  test("of two colleagues the first wins, and the second sees both versions", async ({ db }) => {
    const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
    const path = `/gestion/formations/${await aTraining(db)}/modifier`;
    const form = { intitule: "D’Aminata", description: "", version: "1" };
    expect((await aminata.post(path, form)).status).toBe(303);
    const late = await djamel.post(path, { ...form, intitule: "De Djamel" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector("table")?.textContent).toContain("D’Aminata");
    expect(page.querySelector("[name=intitule]")?.getAttribute("value")).toBe("De Djamel");
  });

  test("the same for a session", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const id = await aTraining(db);
    const [{ id: sessionId } = { id: 0 }] = await countedSessions(db);
    const path = `/gestion/formations/${id}/sessions/${sessionId}`;
    expect((await site.visit(path)).querySelector("[name=debut]")?.getAttribute("value")).toBe("18/02/2021");
    const form = {
      debut: "19/2/2021",
      duree: "3h",
      participants: "6",
      enligne: "oui",
      lieu: "",
      version: "1",
    };
    expect((await site.post(path, form)).status).toBe(303);
    const late = await site.post(path, { ...form, participants: "9" });
    expect(late.status).toBe(409);
    expect((await late.page()).querySelector("table")?.textContent).toContain("Personnes formées");
    expect(await countedSessions(db)).toMatchObject([{ starts_on: "2021-02-19", participants: 6 }]);
    const wrong = await site.post(path, { ...form, debut: "x", version: "2" });
    expect((await wrong.page()).querySelector("[name=version]")?.getAttribute("value")).toBe("2");
  });

  test("what is deleted leaves the counts, and comes back", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const id = await aTraining(db);
    const [{ id: sessionId } = { id: 0 }] = await countedSessions(db);
    await site.post(`/gestion/formations/${id}/sessions/${sessionId}/suppression`);
    expect(await countedSessions(db)).toEqual([]);
    expect((await site.visit("/gestion/formations")).body.textContent).toContain("Formations sans session");
    await site.post(`/gestion/formations/${id}/sessions/${sessionId}/retablissement`);
    const gone = await site.post(`/gestion/formations/${id}/suppression`);
    const list = await site.visit(gone.to ?? "");
    expect(list.querySelector("[role=status] form")?.getAttribute("action")).toBe(
      `/gestion/formations/${id}/retablissement`,
    );
    expect(await countedSessions(db)).toEqual([]);
    const deleted = await site.visit("/gestion/formations?etat=supprimees");
    expect(deleted.querySelector(`a[href="/gestion/formations/${id}"]`)).not.toBeNull();
    await site.post(`/gestion/formations/${id}/retablissement`);
    expect((await countedSessions(db)).length).toBe(1);
  });
});

test("signed out goes to sign in; a member and the board may not write; what is not there is not found", async ({
  db,
}) => {
  const id = await aTraining(db);
  const [{ id: sessionId } = { id: 0 }] = await countedSessions(db);
  const writes = (training: number, session: number) => [
    `/gestion/formations/${training}/modifier`,
    `/gestion/formations/${training}/suppression`,
    `/gestion/formations/${training}/retablissement`,
    `/gestion/formations/${training}/sessions`,
    `/gestion/formations/${training}/sessions/${session}`,
    `/gestion/formations/${training}/sessions/${session}/suppression`,
    `/gestion/formations/${training}/sessions/${session}/retablissement`,
  ];
  for (const path of ["/gestion/formations/nouvelle", ...writes(id, Number(sessionId))]) {
    const out = await (await openSite(db)).post(path, said);
    expect(out).toMatchObject({ status: 303, to: expect.stringContaining("/connexion") });
    for (const persona of ["membre", "administratrice_ca"] as const)
      expect((await (await openSite(db, persona)).post(path, said)).status, path).toBe(403);
  }
  const staff = await openSite(db, "animatrice");
  for (const path of writes(999_999, Number(sessionId)))
    expect((await staff.post(path, said)).status).toBe(404);
  const other = await aTraining(db, "Une autre");
  const foreign = `/gestion/formations/${other}/sessions/${sessionId}/suppression`;
  expect((await staff.post(foreign)).status, "a session of another training").toBe(404);
  const board = await (await openSite(db, "administratrice_ca")).visit(`/gestion/formations/${id}`);
  expect(board.querySelector("main form")).toBeNull();
});
