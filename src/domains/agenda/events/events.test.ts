import { describe, expect } from "vitest";
import { test } from "#test/database.ts";
import { addAs, ahead, termOf, webinar } from "#test/events.ts";
import { openSite } from "#test/site.ts";
import { aTraining, countedSessions } from "#test/trainings.ts";
import { findEvent } from "./queries.ts";

describe("adding an event", () => {
  test("a title, a date, hours: it is announced, and its duration is counted", async ({ db }) => {
    const { id: kind } = await termOf(db, "event_kinds", "webinaire");
    const { event, site, id } = await addAs(db, { genre: String(kind) });
    expect(event).toMatchObject({
      status: "published",
      kind: "Webinaire",
      origin: "own",
      visibility: "listed",
    });
    expect(event?.sessions).toMatchObject([
      { starts_at: "18:30:00", ends_at: "20:00:00", duration_minutes: 90, online: true, cancelled_at: null },
    ]);
    const page = await site.visit(`/gestion/agenda/${id}`);
    expect(page.querySelector("main")?.textContent?.replace(/\s/g, " ")).toContain("de 18 h 30 à 20 h");
    await site.visit("/gestion/agenda?quand=a-venir&genre=webinaire");
  });

  test("other dates at once, the same hours, and a draft that nobody else sees", async ({ db }) => {
    const { event, id } = await addAs(db, { autres: `${ahead(37)}\n${ahead(44)}`, ensuite: "brouillon" });
    expect(event?.status).toBe("draft");
    expect(event?.sessions.length).toBe(3);
    expect(event?.sessions[2]?.starts_at).toBe("18:30:00");
    await (await openSite(db, "membre")).visit(`/gestion/agenda/${id}`, { status: 403 });
  });

  test("a period as vague as it is, that gets its date later", async ({ db }) => {
    const { event, site, id } = await addAs(db, { debut: "Automne 2027", heure_debut: "", heure_fin: "" });
    expect(event).toMatchObject({
      programme_year: 2027,
      planned_period: "Automne 2027",
      planned_from: "2027-09-22",
      planned_to: "2027-12-20",
    });
    expect(event?.sessions).toEqual([]);
    const list = await site.visit("/gestion/agenda?annee=2027&etat=prevus");
    expect(list.querySelector("main table")?.textContent).toContain("Automne 2027");
    await site.post(`/gestion/agenda/${id}/sessions`, { debut: ahead(300), enligne: "oui", lieu: "" });
    expect((await findEvent(db, id))?.sessions.length).toBe(1);
  });

  test("who organises is found in the directory, or kept as typed; the place is matched", async ({ db }) => {
    const { id: known } = await db
      .insertInto("directory.organisations")
      .values({ name: "Avec et pour le Mali", status: "published" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { event, site } = await addAs(db, {
      organisateurs: "avec et pour le mali\nCollectif des écoles de Roubaix",
      coorganisateurs: "Ville de Lille",
      enligne: "",
      lieu: "Lille",
      pays: "Mali, Bénin",
    });
    expect(event?.organisers).toMatchObject([
      { organisation_id: known, role: "organiser" },
      { organisation_id: null, typed: "Collectif des écoles de Roubaix" },
      { role: "co_organiser", typed: "Ville de Lille" },
    ]);
    expect(event?.sessions[0]).toMatchObject({ commune_code: "59350", online: false });
    expect(event?.country_codes).toEqual(["ML", "BJ"]);
    const panel = await site.visit(`/gestion/agenda/organisations/${known}`);
    expect(panel.querySelector("turbo-frame")?.textContent).toContain("Accès à l’eau au Sénégal");
  });

  test("what is already there is shown first; said to be another, it is added", async ({ db }) => {
    await addAs(db);
    const { sent } = await addAs(db, { titre: "Acces à l'eau au SENEGAL" });
    expect(sent.status).toBe(422);
    expect((await sent.page()).querySelector(".callout")?.textContent).toContain("Accès à l’eau au Sénégal");
    const { sent: again } = await addAs(db, { titre: "Acces à l'eau au SENEGAL", autre: "oui" });
    expect(again.status).toBe(303);
    const { sent: later } = await addAs(db, { debut: ahead(200) });
    expect(later.status, "the same title, months later, is done again").toBe(303);
  });

  test("sent twice, it is there once", async ({ db }) => {
    const once = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const { id } = await addAs(db, { once });
    const { id: again } = await addAs(db, { once, autre: "oui" });
    expect(again).toBe(id);
  });
});

test("what is wrong is said in French, and nothing is lost", async ({ db }) => {
  const wrong: readonly (readonly [Record<string, string>, string])[] = [
    [{ titre: "" }, "Donnez un titre."],
    [{ debut: "bientôt" }, "ni une date ni une période"],
    [{ heure_debut: "25h" }, "n’est pas une heure"],
    [{ heure_debut: "20h", heure_fin: "18h" }, "finit avant de commencer"],
    [{ fin: ahead(10) }, "après le premier"],
    [{ enligne: "", lieu: "" }, "Dites où"],
    [{ genre: "formation", heure_fin: "" }, "le bilan compte les heures"],
    [{ inscription: "elsewhere" }, "Donnez l’adresse de la page"],
    [{ ouverture: ahead(20), cloture: ahead(10) }, "ferment avant d’ouvrir"],
    [{ places: "beaucoup" }, "nombre de places"],
    [{ pays: "Wakanda" }, "aucun pays connu"],
    [{ autres: "31 février" }, "une date par ligne"],
    [{ annee_programme: "demain" }, "quatre chiffres"],
    [{ periode: "un jour" }, "n’est pas une période"],
    [{ prix: "cher" }, "n’est pas un prix"],
    [{ site: "pas un site" }, "n’est pas bonne"],
  ];
  const site = await openSite(db, "animatrice");
  for (const [fields, reason] of wrong) {
    const sent = await site.post("/gestion/agenda/nouvel", { ...webinar, contact: "Fatou", ...fields });
    expect(sent.status, reason).toBe(422);
    const page = await sent.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(reason);
    expect(page.querySelector("[name=contact]")?.getAttribute("value")).toBe("Fatou");
  }
});

test("the addresses of the trainings lead to the agenda", async ({ db }) => {
  const id = await aTraining(db);
  const site = await openSite(db, "animatrice");
  const to = async (path: string) => (await site.request(path)).headers.get("location");
  expect(await to("/gestion/formations?annee=2021")).toBe("/gestion/agenda?annee=2021&genre=formation");
  expect(await to("/gestion/formations/nouvelle")).toBe("/gestion/agenda/nouvel?genre=formation");
  expect(await to(`/gestion/formations/${id}`)).toBe(`/gestion/agenda/${id}`);
  expect(await to(`/gestion/formations/${id}/modifier`)).toBe(`/gestion/agenda/${id}/modifier`);
});

test("signed out goes to sign in; a member and the board may not write; what is not there is not found", async ({
  db,
}) => {
  const id = await aTraining(db);
  const [{ id: sessionId } = { id: 0 }] = await countedSessions(db);
  const writes = (event: number, session: number) => [
    ...[
      "modifier",
      "publication",
      "brouillon",
      "annulation",
      "maintien",
      "suppression",
      "retablissement",
    ].map((rest) => `/gestion/agenda/${event}/${rest}`),
    ...["image", "image/retrait", "sessions", `sessions/${session}`].map(
      (rest) => `/gestion/agenda/${event}/${rest}`,
    ),
    ...["annulation", "maintien", "suppression", "retablissement"].map(
      (rest) => `/gestion/agenda/${event}/sessions/${session}/${rest}`,
    ),
  ];
  for (const path of ["/gestion/agenda/nouvel", ...writes(id, Number(sessionId))]) {
    const out = await (await openSite(db)).post(path, webinar);
    expect(out).toMatchObject({ status: 303, to: expect.stringContaining("/connexion") });
    for (const persona of ["membre", "administratrice_ca"] as const)
      expect((await (await openSite(db, persona)).post(path, webinar)).status, path).toBe(403);
  }
  const staff = await openSite(db, "animatrice");
  for (const path of writes(999_999, Number(sessionId)))
    expect((await staff.post(path, webinar)).status, path).toBe(404);
  const other = await aTraining(db, "Mobiliser son partenaire local");
  expect((await staff.post(`/gestion/agenda/${other}/sessions/${sessionId}/suppression`)).status).toBe(404);
  const board = await (await openSite(db, "administratrice_ca")).visit(`/gestion/agenda/${id}`);
  expect(board.querySelector("main form")).toBeNull();
});
