import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followChanges } from "#platform/db/changes.ts";
import { type Db, system } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { ownDatabase } from "#test/own-database.ts";
import { addOrganisations } from "../../matching/commands.ts";
import type { Question, Scope } from "../input.ts";
import { listOrganisations } from "../queries.ts";
import { type ListingModel, openListing } from "./service.ts";

/** A database of its own, for what is committed: the read model reads on connections of its own. */
let database: Awaited<ReturnType<typeof ownDatabase>>;
let db: Db;
let listing: ListingModel;
let changes: { stop: () => Promise<void> };
let seen = 0;

const given = ["Amis", "Élan", "Puits", "Comité", "Œuvre"];
const countries = ["Mali", "Togo", "Sénégal", "Bénin"];
const communes = ["59350", "80021", "62041", "60057", null];
const customs = [{}, { equipe: "petite" }, { equipe: "grande", voie: true }, { voie: false }];

/** Some three hundred organisations of every kind, drawn from their number. */
async function fill(db: Db) {
  await db
    .insertInto("directory.custom_fields")
    .values([
      {
        code: "equipe",
        label: "Équipe",
        kind: "choice",
        visibility: "public",
        filter: true,
        choices: JSON.stringify([
          { code: "petite", label: "Petite" },
          { code: "grande", label: "Grande" },
        ]),
      },
      { code: "voie", label: "Sur la voie", kind: "yes_no", visibility: "public", filter: true },
    ])
    .execute();
  await addOrganisations(
    db,
    system,
    Array.from({ length: 300 }, (_, n) => ({
      name: `${given[n % 5]} du ${countries[n % 4]} ${n % 60}`,
      description: n % 3 ? `Accès à l’eau et jeunesse ${n % 7}` : "",
      commune_code: communes[n % 5] ?? null,
      visibility: n % 4 ? ("listed" as const) : ("internal" as const),
    })),
  );
  await sql`
    update directory.organisations organisation set
      actor_type_id = (select id from vocabularies.terms where list_id = 'actor_types' order by id offset organisation.id % 6 limit 1),
      sector_ids = (select coalesce(array_agg(id), '{}') from
        (select id from vocabularies.terms where list_id = 'sectors' order by id
         offset organisation.id % 4 limit organisation.id % 3) few),
      country_codes = case organisation.id % 3 when 0 then '{}' when 1 then '{ML}' else '{ML,TG}' end::text[],
      custom = ${JSON.stringify(customs)}::jsonb -> (organisation.id % 4)::int,
      facts = case when organisation.id % 10 = 0 then '{"country_codes": {"visibility": "staff"}}'::jsonb else '{}' end,
      status = case organisation.id % 11 when 5 then 'archived' when 6 then 'proposed' else 'published' end,
      listed_at = listed_at - organisation.id % 17 * interval '1 day'`.execute(db);
}

/** Waits until the read model answers. */
async function built(scope: Scope) {
  for (let tries = 0; tries < 300; tries++) {
    if (await listing.ask(scope, {})) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("The read model was not built.");
}

beforeAll(async () => {
  database = await ownDatabase();
  db = database.db;
  await fill(db);
  listing = openListing(db, openLog("silent"), () => seen++);
  changes = await followChanges(database.url, [listing.follower]);
  listing.start();
  await built("public");
  await built("inside");
});

afterAll(async () => {
  await changes?.stop();
  await listing?.stop();
  await database?.[Symbol.asyncDispose]();
});

const question = fc.record(
  {
    q: fc.constantFrom(
      "mali",
      "am",
      "eau jeunesse",
      "oeuvre 1",
      "elan du",
      "malli",
      "zzzz",
      "!!",
      "comité 5",
    ),
    departement: fc.constantFrom("59", "80", "62", "02", "aucun"),
    epci: fc.constantFrom("200093201", "aucun"),
    commune: fc.constantFrom("59350", "80021", "aucun"),
    famille: fc.constantFrom("associations", "entreprises", "aucun"),
    type: fc.constantFrom("osim", "association-locale", "aucun", "inconnu"),
    secteur: fc.constantFrom("eau", "agriculture", "sante", "aucun"),
    pays: fc.constantFrom("ML", "TG", "FR", "aucun"),
    "champ.equipe": fc.constantFrom("petite", "grande", "aucun"),
    "champ.voie": fc.constantFrom("oui", "non"),
    tri: fc.constantFrom("nom", "-nom", "commune", "-commune", "recent"),
    page: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Question>;

async function bothSay(scope: Scope, asked: Question) {
  const answer = await listing.ask(scope, asked);
  if (asked.type !== "inconnu") expect(answer, "the read model answers what it knows").toBeDefined();
  const { rows, counts, corrected } = await listOrganisations(db, scope, asked, undefined, {
    model: listing,
  });
  const alone = await listOrganisations(db, scope, corrected ? { ...asked, q: corrected } : asked);
  const facts = ({ id, name, actor_type, family, commune, department }: (typeof rows)[number]) => [
    ...[id, name, actor_type, family, commune, department],
  ];
  expect(counts).toEqual(alone.counts);
  expect(rows.map(facts)).toEqual(alone.rows.map(facts));
}

describe("the read model and the database", () => {
  for (const scope of ["public", "inside"] as const)
    test(`give the same page, total and counts (${scope})`, async () => {
      await fc.assert(
        fc.asyncProperty(question, (asked) => bothSay(scope, asked)),
        { numRuns: 60 },
      );
    });

  test("forgive the spelling of a word, and say which one was looked for", async () => {
    for (const options of [{ model: listing }, {}]) {
      const found = await listOrganisations(db, "public", { q: "élann togoo" }, undefined, options);
      expect(found.corrected).toBe("elan togo");
      expect(found.counts.total).toBeGreaterThan(0);
      expect((await listOrganisations(db, "public", { q: "xyzzy" }, undefined, options)).counts.total).toBe(
        0,
      );
    }
  });
});

describe("what changes", () => {
  const total = async (scope: Scope, asked: Question) => (await listing.ask(scope, asked))?.counts.total;

  test("is in the public list within a second, and in the back office at once", async () => {
    const before = seen;
    const [id = 0] = await addOrganisations(db, system, [
      { name: "Nouvelle venue du Pérou", commune_code: "02408", visibility: "listed" },
    ]);
    expect(await total("inside", { q: "nouvelle perou" })).toBe(1);
    await expect
      .poll(() => total("public", { q: "nouvelle perou" }), { timeout: 1000, interval: 20 })
      .toBe(1);
    expect(seen, "the pages kept ready are dropped again").toBeGreaterThan(before);
    await bothSay("public", { departement: "02" });
    await db.updateTable("directory.organisations").set({ name: "Autre nom" }).where("id", "=", id).execute();
    await expect.poll(() => total("public", { q: "autre nom" }), { timeout: 1000, interval: 20 }).toBe(1);
    expect(await total("public", { q: "nouvelle" })).toBe(0);
    for (const tri of ["nom", "-nom", "commune", "-commune", "recent"] as const)
      await bothSay("public", { tri });
    await db
      .updateTable("directory.organisations")
      .set({ visibility: "internal" })
      .where("id", "=", id)
      .execute();
    await expect.poll(() => total("public", { q: "autre nom" }), { timeout: 1000, interval: 20 }).toBe(0);
    await bothSay("inside", { q: "autre nom" });
  });

  test("is not missed when a transaction that began earlier ends later", async () => {
    const slow = await db.startTransaction().execute();
    await addOrganisations(slow, system, [{ name: "Lente à venir", visibility: "listed" }]);
    await addOrganisations(db, system, [{ name: "Vite venue", visibility: "listed" }]);
    await expect.poll(() => total("public", { q: "vite venue" }), { timeout: 1000, interval: 20 }).toBe(1);
    await slow.commit().execute();
    await expect.poll(() => total("public", { q: "lente venir" }), { timeout: 1000, interval: 20 }).toBe(1);
  });

  test("in great number makes it read everything again, the database answering meanwhile", async () => {
    await sql`update directory.organisations set acronym = 'RRMA'`.execute(db);
    await addOrganisations(
      db,
      system,
      Array.from({ length: 2100 }, (_, n) => ({
        name: `Venue en nombre ${n}`,
        visibility: "listed" as const,
      })),
    );
    await built("public");
    await expect
      .poll(() => total("public", { q: "venue nombre" }), { timeout: 5000, interval: 50 })
      .toBe(2100);
    await bothSay("public", { q: "rrma", page: 2 });
  });

  test("makes it silent when nobody can tell: the database answers", async () => {
    listing.follower.lost();
    expect(await listing.ask("public", {})).toBeUndefined();
    listing.follower.found();
    await built("public");
  });
});
