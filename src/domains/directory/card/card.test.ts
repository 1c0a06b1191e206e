import fc from "fast-check";
import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addField, termsOf } from "#test/records.ts";
import { openSite } from "#test/site.ts";
import { showField } from "../fields/commands.ts";
import { builtInFields, fieldVisibilities } from "../fields/registry.ts";
import { sees, visibleFields } from "../fields/rules.ts";
import { addOrganisations } from "../matching/commands.ts";

async function kabe(db: Db) {
  await addField(db, { libelle: "Agrément", genre: "yes_no", vue: "public" });
  await addField(db, { libelle: "Salariés", genre: "number", vue: "members" });
  const [sector, goal, type] = [
    await termsOf(db, "sectors"),
    await termsOf(db, "odd"),
    await termsOf(db, "actor_types"),
  ];
  const [id = 0] = await addOrganisations(db, system, [
    {
      name: "Lycée Kabé",
      actor_type_id: type("etablissement-scolaire"),
      commune_code: "59512",
      address: "1, rue des Arts",
      postal_code: "59100",
      visibility: "listed",
      uai: "0590001F",
      sector_ids: [sector("ecsi")],
      goal_ids: [goal("4"), goal("6")],
      country_codes: ["BJ", "ML"],
      custom: { agrement: true, salaries: 42 },
    },
  ]);
  await db
    .insertInto("directory.contact_points")
    .values([
      { organisation_id: id, kind: "social", value: "https://social.fr/kabe", visibility: "public" },
      { organisation_id: id, kind: "email", value: "proviseur@kabe.fr", visibility: "members" },
      { organisation_id: id, kind: "phone", value: "06 00 00 00 00", visibility: "staff" },
    ])
    .execute();
  return { id, path: directory.publicCard(id, "lycee-kabe") };
}

test("everyone reads what is public: words, goals, countries; machines read it too", async ({ db }) => {
  const { path } = await kabe(db);
  const page = await (await openSite(db)).visit(path);
  const text = page.querySelector("main")?.textContent ?? "";
  for (const word of ["Bénin", "Mali", "Éducation de qualité", "Agrément", "0590001F"])
    expect(text).toContain(word);
  for (const word of ["rue des Arts", "Salariés", "proviseur", "06 00"]) expect(text).not.toContain(word);
  expect(page.querySelectorAll(".goal-swatch rect[fill='#c5192d']")).toHaveLength(1);
  const data = JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
  expect(data).toMatchObject({
    "@type": "School",
    sameAs: ["https://social.fr/kabe"],
    areaServed: [{ name: "Bénin" }, { name: "Mali" }],
    knowsAbout: expect.arrayContaining(["4. Éducation de qualité"]),
    identifier: [{ propertyID: "UAI", value: "0590001F" }],
    address: { addressLocality: "Roubaix" },
  });
  expect(data.address.streetAddress).toBeUndefined();
});

test("members signed in see what is shown to members, and are told so; machines still read the public part", async ({
  db,
}) => {
  const { path } = await kabe(db);
  const page = await (await openSite(db, "membre")).visit(path);
  const text = page.querySelector("main")?.textContent ?? "";
  for (const word of ["1, rue des Arts, 59100", "42", "proviseur@kabe.fr", "Visible des adhérents"])
    expect(text).toContain(word);
  expect(text).not.toContain("06 00");
  expect(page.querySelector("script[type='application/ld+json']")?.textContent).not.toContain("proviseur");
  const other = await (await openSite(db, "visiteuse")).visit(path);
  expect(other.querySelector("main")?.textContent).not.toContain("proviseur");
});

test("a field hidden on one card leaves it, its data for machines and the API", async ({ db }) => {
  const { id, path } = await kabe(db);
  for (const key of ["goal_ids", "country_codes", "custom.agrement", "uai"])
    await showField(db, system, id, key, "staff");
  const site = await openSite(db);
  const html = await (await site.request(path)).text();
  for (const word of ["Bénin", "Éducation de qualité", "Agrément", "0590001F"])
    expect(html).not.toContain(word);
  const api = await (await site.request(`/api/v1/organisations/${id}`)).json();
  expect(api).toMatchObject({ goals: [], countries: [], uai: null, custom: {} });
  for (const address of ["/acteurs.json", "/acteurs.csv", "/acteurs.atom", "/acteurs"])
    for (const word of ["Bénin", "Éducation de qualité", "0590001F"])
      expect(await (await site.request(address)).text(), address).not.toContain(word);
  await (await openSite(db, "membre")).visit(path);
});

test("the list of actors taken away holds the public fields of each card, the network's own too", async ({
  db,
}) => {
  await kabe(db);
  const [row] = (await (await (await openSite(db)).request("/acteurs.json")).json()) as object[];
  expect(row).toMatchObject({
    name: "Lycée Kabé",
    countries: "Bénin, Mali",
    goals: "4. Éducation de qualité ; 6. Eau propre et assainissement",
    uai: "0590001F",
    custom_agrement: "Oui",
  });
  expect(JSON.stringify(row)).not.toMatch(/rue des Arts|salaries|proviseur/);
});

test("partners abroad and people who agreed to it stand on the card, each for those who may see them", async ({
  db,
}) => {
  const { id, path } = await kabe(db);
  await db
    .insertInto("directory.partnerships")
    .values([
      { organisation_id: id, kind: "twinning", partner: "Lycée de Ségou", country_code: "ML" },
      { organisation_id: id, kind: "other", partner: "Secret", country_code: "ML", visibility: "staff" },
    ])
    .execute();
  for (const [family_name, visibility] of [
    ["Diop", "public"],
    ["Keïta", "members"],
    ["Traoré", "staff"],
  ] as const) {
    const person = await db
      .insertInto("directory.people")
      .values({ given_name: "Fatou", family_name })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("directory.roles")
      .values({ person_id: person.id, organisation_id: id, title: "Proviseure", visibility })
      .execute();
  }
  const text = async (who?: "membre") =>
    (await (await openSite(db, who)).visit(path)).querySelector("main")?.textContent ?? "";
  const seen = await text();
  for (const word of ["Lycée de Ségou", "Fatou Diop"]) expect(seen).toContain(word);
  for (const word of ["Secret", "Keïta", "Traoré"]) expect(seen).not.toContain(word);
  const told = await text("membre");
  expect([told.includes("Keïta"), told.includes("Traoré")]).toEqual([true, false]);
});

test("whatever the facts say, nobody sees a field that is not for their eyes", () => {
  const visibility = fc.constantFrom(...fieldVisibilities);
  const facts = fc.dictionary(
    fc.constantFrom(...builtInFields.map(({ key }) => key)),
    fc.record({ visibility }),
  );
  const values = Object.fromEntries(builtInFields.map(({ key }) => [key, "x"]));
  fc.assert(
    fc.property(facts, visibility, (facts, eyes) => {
      for (const shown of visibleFields(builtInFields, values, facts, eyes)) {
        const said = shown.field.fixed
          ? "public"
          : (facts[shown.field.key]?.visibility ?? shown.field.visibility);
        expect(sees(eyes, said)).toBe(true);
      }
    }),
  );
});
