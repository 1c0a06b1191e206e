import { extractText, getDocumentProxy } from "unpdf";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { loadProgramme } from "#test/programme.ts";
import { openSite } from "#test/site.ts";
import { findProgramme } from "./queries.ts";

test("the printed programme has every line, its vague periods, what was moved and what was cancelled, tagged", async ({
  db,
}) => {
  await loadLianes2021(db);
  await loadProgramme(db);
  const { lines } = await findProgramme(db, 2021, "2021-06-01");
  const [moved, cancelled, dropped] = lines;
  const hostile = '#panic("non") *gras* $x$';
  const ids = [moved, cancelled, dropped].map((line) => line?.id ?? 0);
  await db
    .updateTable("agenda.events")
    .set({ cancelled_at: new Date(), cancelled_why: hostile })
    .where("id", "=", ids[1] ?? 0)
    .execute();
  await db
    .updateTable("agenda.events")
    .set({ dropped_at: new Date(), dropped_why: "Faute de salle." })
    .where("id", "=", ids[2] ?? 0)
    .execute();
  const session = { event_id: ids[0] ?? 0, online: true };
  await db
    .insertInto("agenda.sessions")
    .values([
      { ...session, starts_on: "2021-03-02", moved_from: "2021-02-03", moved_at: new Date() },
      { ...session, starts_on: "2021-04-05", cancelled_at: new Date() },
    ])
    .execute();
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit("/gestion/agenda/programme?annee=2021");
  expect(page.querySelector("a[href='/gestion/agenda/programme/2021.pdf']")).not.toBeNull();
  expect(page.querySelector("main")?.textContent).toContain("déplacé : c’était le 03/02/2021");
  const answer = await site.request("/gestion/agenda/programme/2021.pdf");
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(Buffer.from(bytes).toString("latin1")).toMatch(/pdfuaid:part>\s*1|pdfuaid:part="1"/);
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  const bare = (words: string) => words.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  for (const { title } of lines) expect(bare(text), title).toContain(bare(title));
  for (const words of [
    "Automne",
    "À définir",
    "Juin-Juillet",
    "c’était le 03/02/2021",
    "05/04/2021 : annulé",
  ])
    expect(bare(text), words).toContain(bare(words));
  for (const words of ["Annulé", hostile, "Abandonné", "Faute de salle", "Par public"])
    expect(bare(text), words).toContain(bare(words));
  expect((await site.request("/gestion/agenda/programme/1999.pdf")).status).toBe(404);
  expect((await (await openSite(db)).request("/gestion/agenda/programme/2021.pdf")).status).toBe(303);
  expect((await (await openSite(db, "membre")).request("/gestion/agenda/programme/2021.pdf")).status).toBe(
    403,
  );
});
