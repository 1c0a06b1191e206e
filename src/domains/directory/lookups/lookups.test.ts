import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { json, playOutside } from "#test/outside.ts";
import type { Persona } from "#test/personas.ts";
import { announcement, unit } from "#test/registers.ts";
import { openSite, testConfig } from "#test/site.ts";
import { addOrganisations } from "../matching/commands.ts";

const site = (db: Db, registers: { sirene?: string; rna?: string }, who: Persona = "animatrice") =>
  openSite(db, who, {
    config: { ...testConfig, registers: { sirene: registers.sirene, rna: registers.rna } },
  });

const sirene = () =>
  playOutside(json({ results: [unit], total_results: 1, page: 1, per_page: 8, total_pages: 1 }));
const notices = () => playOutside(json({ total_count: 1, results: [announcement] }));
const adice = async (db: Db) => {
  const [id = 0] = await addOrganisations(db, system, [{ name: "Adice", postal_code: "59000" }]);
  return id;
};

test("Aminata looks an organisation up by its name, and takes what she checks: the card says where it comes from", async ({
  db,
}) => {
  await using companies = await sirene();
  await using journal = await notices();
  const id = await adice(db);
  const office = await site(db, { sirene: companies.url, rna: journal.url });
  const page = await office.visit(directory.registersOf(id));
  expect(companies.asked).toEqual([
    "/search?q=Adice&page=1&per_page=8&minimal=true&include=siege%2Ccomplements",
  ]);
  expect(journal.asked[0]).toContain("/records?select=");
  expect(new URL(journal.asked[0] ?? "", journal.url).searchParams.get("where")).toBe(
    'source="joafe" and search(titre, "Adice")',
  );
  const checked = [...page.querySelectorAll('[name="champs-732829320"][checked]')].map((box) =>
    box.getAttribute("value"),
  );
  expect(checked).toEqual(["acronym", "address", "commune_code", "rna", "siren", "siret", "legal_form"]);
  expect(page.body.textContent).toContain("La fiche dit : 59000");
  const { to } = await office.post(directory.registersOf(id), {
    registre: "sirene:732829320",
    version: "1",
    "champs-732829320": ["siret", "rna", "commune_code"],
  });
  expect(to).toBe(directory.one(id));
  const card = await db
    .selectFrom("directory.organisations")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(card).toMatchObject({
    name: "Adice",
    siret: "73282932000074",
    siren: "732829320",
    commune_code: "59512",
    legal_form: "",
  });
  expect(card.facts).toMatchObject({ siret: { source: "sirene", ref: "732829320" } });
  expect(companies.asked.length, "asked once").toBe(1);
});

test("a new organisation is filled from a register, then checked and saved as any other", async ({ db }) => {
  await using journal = await notices();
  const office = await site(db, { rna: journal.url });
  const page = await office.visit(`${directory.registers()}?q=W595001234`);
  expect(page.querySelectorAll(".twin").length).toBe(1);
  const filled = await office.visit(
    `${directory.add()}?registre=rna%3AW595001234&champs-W595001234=name&champs-W595001234=rna&champs-W595001234=commune_code`,
  );
  const value = (name: string) => filled.querySelector(`[name=${name}]`)?.getAttribute("value");
  expect([value("nom"), value("rna"), value("commune"), value("registre")]).toEqual([
    "ADICE",
    "W595001234",
    "Roubaix (Nord)",
    "rna:W595001234",
  ]);
  await office.post(directory.add(), {
    nom: "Adice",
    rna: "W595001234",
    commune: "Roubaix (Nord)",
    registre: "rna:W595001234",
  });
  const card = await db.selectFrom("directory.organisations").select(["facts"]).executeTakeFirstOrThrow();
  expect(card.facts).toMatchObject({
    rna: { source: "rna", ref: "W595001234" },
    commune_code: { source: "rna" },
  });
  expect(Object.keys(card.facts as object), "what was typed otherwise is the team's").not.toContain("name");
});

test("when the registers do not answer the page says it and gives the way on; the form never waits for them", async ({
  db,
}) => {
  await using broken = await playOutside(json({}, 503, { "retry-after": "60" }));
  await using odd = await playOutside((_, response) => response.end("<html>maintenance</html>"));
  const office = await site(db, { sirene: broken.url, rna: odd.url });
  const page = await office.visit(`${directory.registers()}?q=adice`);
  expect(page.body.textContent).toContain("Recherche d’entreprises (Sirene) demande d’attendre un peu.");
  expect(page.body.textContent).toContain("a répondu autre chose que ce qu’il annonce.");
  expect(page.querySelector(".callout a")?.getAttribute("href")).toBe(directory.add());
  const asked = broken.asked.length;
  await office.visit(directory.add());
  expect(broken.asked.length).toBe(asked);
  const off = await site(db, {});
  expect((await off.visit(`${directory.registers()}?q=adice`)).body.textContent).toContain(
    "n’est pas branché",
  );
});

test("nothing known is said, and a card that says it all too", async ({ db }) => {
  await using none = await playOutside(json({ results: [] }));
  const office = await site(db, { sirene: none.url, rna: none.url });
  const page = await office.visit(`${directory.registers()}?q=zzyzx`);
  expect(page.body.textContent).toContain("Les registres ne connaissent pas");
  expect((await office.visit(directory.registers())).querySelectorAll(".twin").length).toBe(0);
});

test("the writing route climbs the ladder, and what was changed meanwhile is told", async ({ db }) => {
  await using companies = await sirene();
  const id = await adice(db);
  const good = { registre: "sirene:732829320", version: "1", "champs-732829320": "rna" };
  const post = async (who: Persona | undefined, fields: Record<string, string>) => {
    const office = who ? await site(db, { sirene: companies.url }, who) : await openSite(db);
    return (await office.post(directory.registersOf(id), fields)).status;
  };
  expect(await post(undefined, good)).toBe(303);
  for (const who of ["membre", "administratrice_ca"] as const) expect(await post(who, good), who).toBe(403);
  expect(await post("animatrice", good), "nothing was looked up yet").toBe(422);
  expect(await post("animatrice", { ...good, registre: "http://autre" })).toBe(422);
  expect(await post("animatrice", { ...good, "champs-732829320": "" })).toBe(422);
  expect(await post("animatrice", { ...good, registre: "sirene:000000000", "champs-000000000": "rna" })).toBe(
    422,
  );
  expect(await post("animatrice", { ...good, version: "7" })).toBe(409);
  await addOrganisations(db, system, [{ name: "Tierce", rna: "W595001234" }]);
  expect(await post("animatrice", good), "taken").toBe(422);
  await db.updateTable("directory.organisations").set({ rna: null }).where("name", "=", "Tierce").execute();
  expect(await post("animatrice", good)).toBe(303);
});
