import { extractText, getDocumentProxy } from "unpdf";
import { expect } from "vitest";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { openSite } from "#test/site.ts";
import { loadYear2021 } from "#test/year-2021.ts";
import { writePassage } from "../commands.ts";
import { computeReport } from "../queries.report.ts";
import { printReport } from "./index.ts";

const read = async (bytes: Uint8Array) => {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text;
};
/** Letters and figures only: line ends, hyphens and spaces are the layout's. */
const bare = (text: string) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");

test("the printed report has its chapters, its figures and all 381 meetings, tagged for screen readers", async ({
  db,
}) => {
  await loadLianes2021(db);
  const officer = await openSite(db, "animatrice");
  await officer.post("/gestion/bilan/2021/publication");
  const visitor = await openSite(db);
  const answer = await visitor.request("/bilan/2021.pdf");
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const raw = Buffer.from(bytes).toString("latin1");
  expect(raw).toContain("/StructTreeRoot");
  expect(raw).toMatch(/pdfuaid:part>\s*1|pdfuaid:part="1"/);
  expect(raw).toMatch(/\/Lang\s*\(fr/);
  const text = bare(await read(bytes));
  for (const words of [
    "Sommaire",
    "L’activité du réseau",
    "Les déplacements",
    "780,25",
    "Grande-Synthe",
    "Toutes les réunions",
  ])
    expect(text, words).toContain(bare(words));
  const meetings = await db.selectFrom("activities.meetings").select("subject").execute();
  expect(meetings).toHaveLength(381);
  expect(meetings.filter(({ subject }) => !text.includes(bare(subject)))).toEqual([]);
  expect(
    (await visitor.request("/bilan/2021.pdf", { headers: { "if-none-match": '"bilan-2021-1"' } })).status,
  ).toBe(304);
});

test("the supports, the events and the people trained once are printed too", async ({ db }) => {
  await loadYear2021(db);
  const report = await computeReport(db, 2021, new Date(), { whole: true });
  const pdf = printReport(report, { edition: "Brouillon", link: () => undefined });
  const text = bare(await read(Uint8Array.from(pdf)));
  for (const words of [
    "Accompagnements par département",
    "Accompagnements par type d’acteur",
    "L’agenda et le programme",
    "34,15",
    "Événements par type",
    "Personnes formées, chacune comptée une fois",
    "108",
    "Tous les événements",
    "14 lignes, telles que notées",
  ])
    expect(text, words).toContain(bare(words));
});

test("what people write is printed word for word, never obeyed", async ({ db }) => {
  const hostile = '#panic("non") *gras* $x$ <a> @b \\ "c" `d` [e] // f';
  await writePassage(db, system, { year: 2021, chapter: "activite", version: 0, text: hostile });
  await db
    .insertInto("network.settings")
    .values({ key: "name", value: JSON.stringify(hostile) })
    .execute();
  const site = await openSite(db, "animatrice");
  const answer = await site.request("/gestion/bilan/2021.pdf");
  expect(answer.status).toBe(200);
  const text = await read(new Uint8Array(await answer.arrayBuffer()));
  expect(bare(text)).toContain(bare(hostile));
});

test("a year without a record, or without an edition, is said calmly", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  expect((await site.request("/gestion/bilan/1999.pdf")).status).toBe(200);
  expect((await site.request("/bilan/1999.pdf")).status).toBe(404);
});
