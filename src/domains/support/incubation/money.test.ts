import { expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { test } from "#test/database.ts";
import { aCohort, aStay, theCohort } from "#test/incubation.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";

const line = { genre: "expense", intitule: "Formation à la gestion", prevu: "1 500,00 €", realise: "600" };

test("a budget is held line by line, with what is left and what is missing", async ({ db }) => {
  const id = await aCohort(db);
  const region = await anOrganisation(db, "Région Hauts-de-France");
  const site = await openSite(db, "animatrice");
  await site.post(incubation.budget(id), line);
  await site.post(incubation.budget(id), {
    ...line,
    intitule: "Déplacements",
    prevu: "100",
    realise: "120,50",
  });
  await site.post(incubation.budget(id), {
    genre: "income",
    intitule: "Subvention",
    prevu: "1000",
    financeur: "Région Hauts-de-France",
  });
  const { lines } = await theCohort(db, id);
  expect(lines.map(({ planned_cents, organisation_id }) => [planned_cents, organisation_id])).toEqual([
    [150_000, null],
    [10_000, null],
    [100_000, region],
  ]);
  const budget = (await site.visit(incubation.one(id))).querySelector("#budget")?.textContent;
  expect(budget).toMatch(/Formation à la gestion\s*1\s500\s€\s*600\s€\s*900\s€/);
  expect(budget).toMatch(/Déplacements\s*100\s€\s*120,50\s€\s*dépassé de 20,50\s€/);
  expect(budget).toMatch(/Total\s*1\s600\s€\s*720,50\s€\s*879,50\s€/);
  expect(budget).toMatch(/Au budget prévu, il manque 600\s€ de recettes/);

  const of = lines[0]?.id ?? 0;
  await site.visit(incubation.line(id, of));
  const changed = { ...line, realise: "1500", version: "1" };
  expect((await site.post(incubation.line(id, of), changed)).status).toBe(303);
  expect((await site.post(incubation.line(id, of), changed)).status).toBe(409);
  expect((await site.post(incubation.line(id, of), { ...changed, prevu: "beaucoup" })).status).toBe(422);
  await site.post(incubation.lineRemoval(id, of));
  expect((await theCohort(db, id)).lines).toHaveLength(2);
  await site.post(incubation.lineRestoration(id, of));
  expect((await theCohort(db, id)).lines[0]).toMatchObject({ realised_cents: 150_000 });
});

test.for([
  [{ intitule: "" }, "Dites à quoi va l’argent"],
  [{ genre: "don" }, "dépense ou une recette"],
  [{ prevu: "-500" }, "« -500 » n’est pas un montant"],
  [{ prevu: "12,345" }, "n’est pas un montant"],
  [{ realise: "un peu" }, "Réalisé : « un peu » n’est pas un montant"],
  [{ prevu: "", realise: "" }, "Donnez un montant"],
  [{ financeur: "Région" }, "Un financeur va avec une recette"],
] as const)("a line %j is refused with what was typed", async ([wrong, message], { db }) => {
  const id = await aCohort(db);
  const site = await openSite(db, "animatrice");
  const answer = await site.post(incubation.budget(id), { ...line, ...wrong });
  expect(answer.status).toBe(422);
  const page = await answer.page();
  expect(page.querySelector("#erreurs")?.textContent?.replaceAll("\u00a0", " ")).toContain(message);
  expect((await theCohort(db, id)).lines).toEqual([]);
});

test("the programme is made of events of the agenda, with who of the cohort was there", async ({ db }) => {
  const id = await aCohort(db);
  const { organisation, stay } = await aStay(db, id);
  await aStay(db, id, "Lycée Baggio");
  const { id: event } = await db
    .insertInto("agenda.events")
    .values({ title: "Atelier budget", training: true, status: "published" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: session } = await db
    .insertInto("agenda.sessions")
    .values({ event_id: event, starts_on: "2025-10-02" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: registration } = await db
    .insertInto("agenda.registrations")
    .values({
      event_id: event,
      organisation_id: organisation,
      person_key: "k1",
      source: "staff",
      state: "confirmed",
      confirmed_at: new Date(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const site = await openSite(db, "animatrice");
  const found = await site.visit(`${incubation.programme(id)}?q=BUDGET`);
  expect(found.querySelectorAll(".lines li").length).toBe(1);
  expect((await site.post(incubation.relinking(id, event))).status).toBe(303);
  expect((await site.post(incubation.relinking(id, event + 1000))).status).toBe(404);
  expect((await site.visit(`${incubation.programme(id)}?q=budget`)).body.textContent).toContain(
    "Aucun événement",
  );
  const programme = async () =>
    (await site.visit(incubation.one(id))).querySelector("#programme")?.textContent;
  expect(await programme()).toMatch(/Atelier budget[\s\S]*2 octobre 2025[\s\S]*Inscrites : Adice/);
  await db
    .insertInto("agenda.attendances")
    .values({ registration_id: registration, session_id: session, state: "present" })
    .execute();
  expect(await programme()).toMatch(/Présentes : Adice/);
  expect((await site.visit(incubation.stay(stay))).body.textContent).toMatch(
    /elle était là[\s\S]*Atelier budget, 2 octobre 2025/,
  );
  await site.post(incubation.unlinking(id, event));
  expect(await programme()).not.toContain("Atelier budget");
});
