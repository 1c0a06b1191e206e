import { expect } from "vitest";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { dayInParis } from "#platform/dates.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anEvent } from "#test/public-agenda.ts";
import { openSite } from "#test/site.ts";

const year = Number(dayInParis(new Date()).slice(0, 4));
const headings = (page: Document, level = "h2") =>
  [...page.querySelectorAll(`main ${level}`)].map((one) => one.textContent?.trim());

test("the catalogue goes by cycle and module, each with its next dates, then the sessions held by year", async ({
  db,
}) => {
  const cycle = await ensureTerm(db, system, "training_cycles", "Monter un projet");
  const module = async (facts: { title: string; [column: string]: unknown }) => {
    const { id } = await db
      .insertInto("agenda.modules")
      .values(facts)
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  };
  const first = await module({
    ...{
      title: "Diagnostic",
      cycle_id: cycle,
      nature: "methodological",
      position: 1,
      objectives: "Savoir lire.",
    },
    ...{ contents: "Une journée.", audience: "Associations", duration_minutes: 420 },
  });
  await module({ title: "Le Mali", cycle_id: cycle, nature: "thematic", position: 2 });
  await module({ title: "Oublié", retired_at: new Date() });
  await anEvent(db, { title: "Diagnostic à Lille", training: true, module_id: first }, [
    { starts_on: `${year + 1}-02-03`, place: "Lille", commune_code: "59350" },
    { starts_on: "2021-02-03", online: true, participants: 7 },
  ]);
  await anEvent(db, { title: "Hors catalogue", training: true }, [{ starts_on: "2020-02-03", online: true }]);
  await anEvent(db, { title: "Un webinaire" }, [{ starts_on: "2020-02-03", online: true }]);
  const site = await openSite(db);
  const page = await site.visit("/formations");
  expect(headings(page)).toEqual(["À venir", "Le catalogue", "Sessions passées"]);
  expect(headings(page, ".catalogue h3")).toEqual(["Monter un projet"]);
  expect(headings(page, ".module h4")).toEqual(["Diagnostic", "Le Mali"]);
  const [diagnostic] = page.querySelectorAll(".module");
  const said = diagnostic?.textContent?.replace(/\s+/g, " ");
  for (const words of [
    "Méthodologique · 7 h",
    "déjà tenu 1 fois",
    "Savoir lire.",
    `3 février ${year + 1}, Lille`,
  ])
    expect(said).toContain(words);
  expect(page.querySelector("main")?.textContent).not.toMatch(/Oublié|Un webinaire/);
  expect(headings(page, ".programme h3").slice(-2)).toEqual(["2021", "2020"]);
  const past = await site.visit("/formations?annee=2020");
  expect(headings(past, ".programme h3").at(-1)).toBe("2020");
  expect(headings(await site.visit("/formations?nature=thematique"), ".module h4")).toEqual(["Le Mali"]);
  expect(headings(await site.visit(`/formations?cycle=monter-un-projet`), ".module h4").length).toBe(2);
  const online = await site.visit("/formations?cadre=en-ligne&annee=2021");
  expect(online.querySelector("main")?.textContent).not.toContain("Hors catalogue");
});

test("a catalogue with nothing in it says so, and what to do", async ({ db }) => {
  const site = await openSite(db);
  expect((await site.visit("/formations")).querySelector(".empty")?.textContent).toContain("encore publiée");
  await anEvent(db, { title: "Une", training: true }, [{ starts_on: "2021-02-03", online: true }]);
  const page = await site.visit("/formations?cadre=sur-place");
  expect(page.querySelector(".empty a[href='/formations']")).not.toBeNull();
  await site.visit("/formations?annee=abc&cadre=x&page=-1&cycle=rien&nature=x");
});
