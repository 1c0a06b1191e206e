import { describe, expect } from "vitest";
import { dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { addSession, addTraining } from "./commands.ts";
import type { SessionFacts } from "./rules.ts";

const session: SessionFacts = {
  startsOn: "2021-02-18",
  endsOn: null,
  durationMinutes: 180,
  participants: 7,
  online: true,
  place: "",
  communeCode: null,
};

const aTraining = (db: Db, title = "Formation ECSI & Centre Sociaux", facts: Partial<SessionFacts> = {}) =>
  addTraining(
    db,
    system,
    { title, description: "Pour les équipes.", visibility: "listed" },
    { ...session, ...facts },
  );

const said = {
  intitule: "Monter son projet",
  description: "",
  debut: "23/2/21",
  fin: "",
  duree: "3,5",
  participants: "8",
  lieu: "lille",
};

const sessions = (db: Db) =>
  db.selectFrom("agenda.shared_training_sessions").selectAll().orderBy("starts_on").execute();

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
    expect(await sessions(db)).toMatchObject([
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
    expect((await sessions(db)).length).toBe(1);
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
    expect(await sessions(db)).toEqual([]);
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
    const [{ id: sessionId } = { id: 0 }] = await sessions(db);
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
    expect(await sessions(db)).toMatchObject([{ starts_on: "2021-02-19", participants: 6 }]);
    const wrong = await site.post(path, { ...form, debut: "x", version: "2" });
    expect((await wrong.page()).querySelector("[name=version]")?.getAttribute("value")).toBe("2");
  });

  test("what is deleted leaves the counts, and comes back", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const id = await aTraining(db);
    const [{ id: sessionId } = { id: 0 }] = await sessions(db);
    await site.post(`/gestion/formations/${id}/sessions/${sessionId}/suppression`);
    expect(await sessions(db)).toEqual([]);
    expect((await site.visit("/gestion/formations")).body.textContent).toContain("Formations sans session");
    await site.post(`/gestion/formations/${id}/sessions/${sessionId}/retablissement`);
    const gone = await site.post(`/gestion/formations/${id}/suppression`);
    const list = await site.visit(gone.to ?? "");
    expect(list.querySelector("[role=status] form")?.getAttribute("action")).toBe(
      `/gestion/formations/${id}/retablissement`,
    );
    expect(await sessions(db)).toEqual([]);
    const deleted = await site.visit("/gestion/formations?etat=supprimees");
    expect(deleted.querySelector(`a[href="/gestion/formations/${id}"]`)).not.toBeNull();
    await site.post(`/gestion/formations/${id}/retablissement`);
    expect((await sessions(db)).length).toBe(1);
  });
});

test("signed out goes to sign in; a member and the board may not write; what is not there is not found", async ({
  db,
}) => {
  const id = await aTraining(db);
  const [{ id: sessionId } = { id: 0 }] = await sessions(db);
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

describe("what everyone sees", () => {
  const year = Number(dayInParis(new Date()).slice(0, 4));

  test("upcoming sessions first, then the past by year, filtered by year and by being online", async ({
    db,
  }) => {
    await aTraining(db);
    await aTraining(db, "Mobiliser son partenaire local", {
      ...{ startsOn: "2020-07-02", online: false, place: "Lille", communeCode: "59350" },
    });
    await aTraining(db, "Bientôt", { startsOn: `${year + 1}-01-10`, participants: 0 });
    const site = await openSite(db);
    const headings = (page: Awaited<ReturnType<typeof site.visit>>) =>
      [...page.querySelectorAll("main h2")].map((heading) => heading.textContent);
    const page = await site.visit("/formations");
    expect(headings(page)).toEqual(["À venir", "2021", "2020"]);
    expect(page.querySelector(".lines .line-title")?.textContent).toBe("Bientôt");
    const online = await site.visit("/formations?cadre=en-ligne&annee=2021");
    expect(online.querySelector("main")?.textContent).not.toContain("Mobiliser");
    expect(headings(await site.visit("/formations?annee=2020"))).toEqual(["À venir", "2020"]);
    await site.visit("/formations?annee=1999");
    await site.visit("/formations?annee=abc&cadre=x&page=-1");
  });

  test("a training has its page, described to search engines; its old address leads to it", async ({
    db,
  }) => {
    const id = await aTraining(db);
    const site = await openSite(db);
    const moved = await site.request(`/formations/${id}`);
    expect(moved.status).toBe(301);
    const page = await site.visit(moved.headers.get("location") ?? "");
    expect(page.querySelector("h1")?.textContent).toBe("Formation ECSI & Centre Sociaux");
    const course = JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
    expect(course).toMatchObject({
      "@type": "Course",
      hasCourseInstance: [{ "@type": "CourseInstance", courseMode: "online", startDate: "2021-02-18" }],
    });
  });

  test("what is internal, deleted or not there is nowhere", async ({ db }) => {
    const hidden = await addTraining(
      db,
      system,
      { title: "Entre nous", description: "", visibility: "internal" },
      session,
    );
    const removed = await aTraining(db, "Retirée");
    await (await openSite(db, "animatrice")).post(`/gestion/formations/${removed}/suppression`);
    const site = await openSite(db);
    for (const path of [`${hidden}-entre-nous`, `${removed}-retiree`, "999999"])
      await site.visit(`/formations/${path}`, { status: 404 });
    const told: string[] = [];
    for (const path of ["/formations", "/formations.atom", "/sitemap.xml"]) {
      const answer = await site.request(path);
      expect(answer.status, path).toBe(200);
      told.push(await answer.text());
    }
    expect(told.join()).not.toMatch(/Entre nous|Retirée|entre-nous|retiree/);
  });

  test("the feed is well formed, whatever a title holds", async ({ db }) => {
    const id = await aTraining(db, 'Aide & <script>"alerte"</script>');
    await addSession(db, system, id, { ...session, startsOn: "2021-02-19" });
    const feed = await (await (await openSite(db)).request("/formations.atom")).text();
    expect(feed.match(/<entry>/g)?.length).toBe(2);
    expect(feed).toContain("Aide &amp; &lt;script&gt;");
    expect(feed).not.toContain("<script>");
    expect(await (await (await openSite(db)).request("/sitemap.xml")).text()).toContain(
      `/formations/${id}-aide-script`,
    );
  });
});
