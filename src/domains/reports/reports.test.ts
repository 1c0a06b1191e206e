import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { expect } from "vitest";
import { findIndicator, isOpen } from "#domains/observatory/index.ts";
import { system } from "#platform/db/index.ts";
import { readClaims2021 } from "#test/claims-2021.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";
import { loadYear2021 } from "#test/year-2021.ts";
import { loadClaims, publishEdition } from "./commands.ts";
import { frozenRows } from "./queries.frozen.ts";
import { computeReport } from "./queries.report.ts";
import { findEdition } from "./queries.ts";
import { reconcile } from "./reconciliation.ts";

test("printed figures agree, differ with a reason, or wait for a rule", async ({ db }) => {
  await loadLianes2021(db);
  expect(await loadClaims(db, system, 2021, await readClaims2021())).toBe(206);
  expect(await loadClaims(db, system, 2021, await readClaims2021()), "loaded once").toBe(0);
  const reconciled = await reconcile(db, 2021);
  const told = (standing: string) =>
    reconciled.filter((claim) => claim.standing === standing).map((claim) => claim.id);
  expect(told("differ").toSorted()).toEqual([
    "000-obs-01",
    "001-acc-01",
    "001-adh-07",
    "001-col-01",
    "001-col-02",
    "001-col-03",
    "001-col-04",
    "001-col-05",
    "001-dep-01",
    "001-dep-02",
    "001-dep-03",
    "001-dep-04",
    "001-for-03",
    "001-for-04",
    "001-top-09",
  ]);
  expect(told("agree")).toHaveLength(21);
  expect(told("unknown")).toHaveLength(170);
  const differing = reconciled.filter(({ standing }) => standing === "differ");
  expect(differing.filter(({ note }) => note === "")).toEqual([]);
  expect(reconciled.find(({ id }) => id === "001-dep-03")).toMatchObject({ value: 30, ours: 53 });
});

test("the 194 supports printed stand beside those of the first term, with the reason", async ({ db }) => {
  await loadYear2021(db);
  await loadClaims(db, system, 2021, await readClaims2021());
  const claims = await reconcile(db, 2021);
  expect(claims.find(({ id }) => id === "001-acc-01")).toMatchObject({
    value: 194,
    ours: 54,
    standing: "differ",
    note: expect.stringContaining("premier trimestre"),
  });
  expect(claims.find(({ id }) => id === "001-for-02")).toMatchObject({
    value: 170,
    ours: 170,
    standing: "agree",
  });
});

test("the report tells the supports without saying who, and nobody opens them from it", async ({ db }) => {
  await loadYear2021(db);
  await (await openSite(db, "animatrice")).post("/gestion/bilan/2021/publication");
  const visitor = await openSite(db);
  const page = await visitor.visit("/bilan/2021");
  const chapter = page.querySelector("#accompagnement");
  expect(chapter?.textContent).toContain("54");
  expect(chapter?.textContent).toContain("Pas-de-Calais");
  expect(chapter?.querySelectorAll("a[href*='support.courses'], a[href*='support.by_']")).toHaveLength(0);
  expect(chapter?.querySelectorAll("a[href*='support.meetings']")).toHaveLength(1);
  for (const end of ["", ".csv"])
    expect((await visitor.request(`/bilan/2021/lignes/support.courses${end}`)).status).toBe(404);
  await visitor.visit("/bilan/2021/lignes/support.by_department?cle=62", { status: 404 });
  expect(page.querySelector("#agenda")?.textContent).toContain("34,15");
  expect(page.querySelector("#activite")?.textContent, "nobody said whom the meetings met").not.toContain(
    "Collectivités rencontrées",
  );
  const kept = await sql<{ keys: string[] }>`
    select array(select jsonb_object_keys(content->'rows')) as keys from reports.editions`.execute(db);
  expect(kept.rows[0]?.keys).toContain("events");
  expect(kept.rows[0]?.keys).not.toContain("courses");
});

test("an edition frozen before a chapter existed keeps to its own, on the page and on paper", async ({
  db,
}) => {
  const report = await computeReport(db, 2021, new Date(), { whole: true });
  const old = Object.fromEntries(
    Object.entries(report.figures).filter(([id]) => !/^(support|events|programme|collectivites)\./.test(id)),
  );
  const { events: _, ...rows } = report.rows ?? {};
  const content = { ...report, figures: old, order: Object.keys(old), rows };
  await db
    .insertInto("reports.editions")
    .values({ year: 2021, number: 1, content: JSON.stringify(content), published_at: new Date() })
    .execute();
  const visitor = await openSite(db);
  const page = await visitor.visit("/bilan/2021");
  expect(page.querySelector("#accompagnement")).toBeNull();
  expect(page.querySelector("#annexes")?.textContent).not.toContain("événements");
  expect((await visitor.request("/bilan/2021.pdf")).status).toBe(200);
});

test("the draft says each figure, and each opens on its rows", async ({ db }) => {
  await loadLianes2021(db);
  await loadClaims(db, system, 2021, await readClaims2021());
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit("/gestion/bilan/2021");
  const text = page.body.textContent ?? "";
  for (const figure of ["381", "780,25", "1\u202f517", "205", "123", "53", "21", "170", "106", "111", "72"])
    expect(text).toContain(figure);
  expect(text).toContain("110\u00a0heures imprimés");
  const links = [...page.querySelectorAll(".figure-value")].map((link) => link.getAttribute("href") ?? "");
  expect(links.length).toBeGreaterThan(14);
  for (const link of links) await site.visit(link);
  expect(page.querySelectorAll("svg[role=img]").length).toBeGreaterThan(4);
});

test("an edition is frozen: what happens later moves nothing in it, and a new one stands beside it", async ({
  db,
}) => {
  await loadLianes2021(db);
  const site = await openSite(db, "animatrice");
  expect((await site.post("/gestion/bilan/2021/publication")).to).toBe("/bilan/2021");
  await db.deleteFrom("activities.meeting_places").execute();
  await sql`update activities.meetings set removed_at = now() where id % 2 = 0`.execute(db);
  const visitor = await openSite(db);
  const page = await visitor.visit("/bilan/2021");
  expect(page.body.textContent).toContain("780,25");
  const trips = await visitor.visit("/bilan/2021/lignes/meetings.trips");
  expect(trips.querySelector(".total")?.textContent).toMatch(/^53\s/);
  expect(trips.body.textContent).toContain("Soisson");
  await visitor.visit("/bilan/2021/lignes/meetings.by_place?cle=59271");
  const taken = await visitor.request("/bilan/2021/lignes/meetings.trips.csv?edition=1");
  expect((await taken.text()).trim().split("\r\n")).toHaveLength(54);

  await site.post("/gestion/bilan/2021/publication");
  expect((await visitor.visit("/bilan/2021")).body.textContent).not.toContain("780,25");
  expect((await visitor.visit("/bilan/2021?edition=1")).body.textContent).toContain("780,25");
  await visitor.visit("/bilan/2021?edition=3", { status: 404 });
  await visitor.visit("/bilan");
});

test("a public report weighs less than 60 KB once compressed", async ({ db }) => {
  await loadLianes2021(db);
  await publishEdition(db, system, 2021, new Date());
  const answer = await (await openSite(db)).request("/bilan/2021");
  expect(gzipSync(await answer.text()).length).toBeLessThan(60_000);
});

test("the table itself refuses to change or lose an edition", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await site.post("/gestion/bilan/2021/publication");
  for (const attempt of [sql`update reports.editions set number = 9`, sql`delete from reports.editions`]) {
    await sql`savepoint attempt`.execute(db);
    await expect(attempt.execute(db)).rejects.toThrow("never moves");
    await sql`rollback to savepoint attempt`.execute(db);
  }
});

test("every frozen figure counts its own frozen rows, and every link of the edition has its rows", async ({
  db,
}) => {
  await loadLianes2021(db);
  const number = await publishEdition(db, system, 2021, new Date());
  const edition = await findEdition(db, 2021, number, { rows: true });
  if (!edition) throw new Error("no edition");
  const counting = Object.values(edition.report.figures).filter(
    ({ id, rows }) => findIndicator(id)?.measure.kind === "count" && isOpen(rows),
  );
  expect(counting.length).toBeGreaterThan(10);
  for (const { id, value } of counting)
    for (const line of typeof value === "number" ? [{ key: undefined, value }] : value)
      expect(frozenRows(edition, id, line.key)?.rows.length, `${id} ${line.key}`).toBe(line.value);
  const page = await (await openSite(db)).visit("/bilan/2021");
  const links = [...page.querySelectorAll(".report a[href*='/lignes/']")].map(
    (link) => link.getAttribute("href") ?? "",
  );
  expect(new Set(links).size).toBeGreaterThan(60);
  for (const link of links) {
    const { pathname, searchParams } = new URL(link, "http://localhost");
    const counted = frozenRows(
      edition,
      pathname.split("/").at(-1) ?? "",
      searchParams.get("cle") ?? undefined,
    );
    expect(counted, link).toBeDefined();
  }
});

test("an officer writes a chapter's words, and a colleague's are not lost", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await site.visit("/gestion/bilan/2021/textes/activite");
  const text = "Une année <b>dense</b>.\n\nEn ligne, surtout.";
  expect((await site.post("/gestion/bilan/2021/textes/activite", { text, version: "0" })).to).toBe(
    "/gestion/bilan/2021#activite",
  );
  const late = await site.post("/gestion/bilan/2021/textes/activite", { text: "Autre", version: "0" });
  expect(late.status).toBe(409);
  expect((await late.page()).body.textContent).toContain("En ligne, surtout.");
  expect((await site.visit("/gestion/bilan/2021")).body.innerHTML).toContain("&lt;b&gt;dense");
  await site.visit("/gestion/bilan/2021/textes/inconnu", { status: 404 });
});

test("an officer notes a printed figure, then corrects it", async ({ db }) => {
  await loadLianes2021(db);
  const site = await openSite(db, "animatrice");
  const fields = {
    claim: "Réunions",
    value: "1 381,5",
    document: "Bilan",
    comparison: "equal",
    indicator: "meetings.count",
  };
  await site.visit("/gestion/bilan/2021/chiffres-imprimes/nouveau");
  expect((await site.post("/gestion/bilan/2021/chiffres-imprimes", { ...fields, claim: "" })).status).toBe(
    422,
  );
  expect(
    (await site.post("/gestion/bilan/2021/chiffres-imprimes", { ...fields, indicator: "rien" })).status,
  ).toBe(422);
  expect((await site.post("/gestion/bilan/2021/chiffres-imprimes", fields)).to).toBe(
    "/gestion/bilan/2021/reconciliation",
  );
  const [claim] = await reconcile(db, 2021);
  expect(claim).toMatchObject({ value: 1381.5, ours: 381, standing: "differ" });
  const path = `/gestion/bilan/2021/chiffres-imprimes/${claim?.id}`;
  await site.visit(path);
  expect((await site.post(path, { ...fields, value: "381", version: "1" })).status).toBe(303);
  expect((await site.post(path, { ...fields, value: "382", version: "1" })).status).toBe(409);
  expect((await reconcile(db, 2021))[0]?.standing).toBe("agree");
  const page = await site.visit("/gestion/bilan/2021/reconciliation?etat=agree");
  expect(page.querySelectorAll("tbody tr")).toHaveLength(1);
});

test("the board reads the drafts and writes nothing; strangers sign in; a member is refused", async ({
  db,
}) => {
  const board = await openSite(db, "administratrice_ca");
  await board.visit("/gestion/bilan");
  await board.visit("/gestion/bilan/2021");
  await board.visit("/gestion/bilan/2021/reconciliation");
  const stranger = await openSite(db);
  const member = await openSite(db, "membre");
  for (const path of ["publication", "chiffres-imprimes", "textes/activite"]) {
    expect((await board.post(`/gestion/bilan/2021/${path}`)).status).toBe(403);
    expect((await member.post(`/gestion/bilan/2021/${path}`)).status).toBe(403);
    expect((await stranger.post(`/gestion/bilan/2021/${path}`)).to).toMatch(/^\/connexion/);
  }
});
