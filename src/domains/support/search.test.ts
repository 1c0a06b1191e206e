import { expect, test as plain } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { office } from "#paths/office.ts";
import { support } from "#paths/support.ts";
import { stranger } from "#platform/web/visitor.ts";
import { booked, staffHost } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { aCohort, aStay } from "#test/incubation.ts";
import { type Persona, personas } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { aCourse } from "#test/support.ts";
import { appointmentsSearch, cohortsSearch, coursesSearch } from "./index.ts";

const search = (q: string) => `${office.search()}?q=${encodeURIComponent(q)}`;

test("an officer finds a course by its subject or its organisation, and a cohort by its name", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const course = await aCourse(db, { subject: "Forage au Sénégal" });
  const cohort = await aCohort(db, { name: "Élan des jumelages" });
  await aStay(db, cohort);
  const byWord = async (q: string) =>
    [...(await site.visit(search(q))).querySelectorAll("main .lines a")].map((a) => a.getAttribute("href"));
  expect(await byWord("FORAGE")).toEqual([support.one(course)]);
  expect(await byWord("adice")).toContain(support.one(course));
  expect(await byWord("elan")).toEqual([incubation.one(cohort)]);
  expect(await byWord("jumel elan")).toEqual([incubation.one(cohort)]);
  await site.post(incubation.removal(cohort));
  await site.post(support.removal(course));
  expect(await byWord("elan")).toEqual([]);
  expect(await byWord("forage")).toEqual([]);
});

test("an appointment is found by its subject and by who comes, for those who see the appointments", async ({
  db,
}) => {
  const { site, host } = await staffHost(db);
  await booked(db, host, 2, new Date());
  const found = await site.visit(search("sujet 1"));
  expect([...found.querySelectorAll("main .lines a")].map(({ textContent }) => textContent)).toEqual([
    "Sujet 1",
  ]);
  expect((await site.visit(search("fatou"))).querySelectorAll("main .lines a")).toHaveLength(2);
});

test("more cohorts than are shown are all in their own list, by the same word", async ({ db }) => {
  const site = await openSite(db, "administratrice_ca");
  for (let year = 2010; year < 2022; year++) await aCohort(db, { name: `Élan ${year}`, fromYear: year });
  await aCohort(db, { name: "Tremplin" });
  const page = await site.visit(search("élan"));
  expect(page.querySelectorAll("main .lines a")).toHaveLength(8);
  const all = page.querySelector<HTMLAnchorElement>(`main a[href^="${incubation.all()}?"]`);
  expect(all?.textContent).toBe("Voir les 12\u00a0cohortes");
  const list = await site.visit(all?.getAttribute("href") ?? "");
  expect(list.querySelectorAll("tbody tr")).toHaveLength(12);
  expect(list.querySelector("tbody")?.textContent).not.toContain("Tremplin");
  const none = await site.visit(`${incubation.all()}?q=zzz`);
  expect(none.querySelector(".empty-title")?.textContent).toBe("Aucune cohorte ne porte ce nom");
});

plain.for(Object.keys(personas) as Persona[])("%s finds of support what they may read", (persona) => {
  const visitor = { ...stranger, accountId: persona, roles: new Set(personas[persona].roles) };
  const inside = ["animatrice", "administrateur", "administratrice_ca"].includes(persona);
  for (const part of [coursesSearch, cohortsSearch, appointmentsSearch])
    expect(part.may.allows(visitor), part.title).toBe(inside);
});
