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
  const alone = await listOrganisations(db, scope, asked);
  const { rows, counts, corrected } = await listOrganisations(db, scope, asked, undefined, {
    model: listing,
  });
  const facts = ({ id, name, actor_type, family, commune, department }: (typeof rows)[number]) => [
    ...[id, name, actor_type, family, commune, department],
  ];
  expect(counts).toEqual(alone.counts);
  expect(rows.map(facts)).toEqual(alone.rows.map(facts));
  expect(corrected).toBe(alone.corrected);
}

describe("the read model and the database", () => {
  for (const scope of ["public", "inside"] as const)
    test(`give the same page, total and counts (${scope})`, async () => {
      await fc.assert(
        fc.asyncProperty(question, (asked) => bothSay(scope, asked)),
        { numRuns: 60 },
      );
    });
});
