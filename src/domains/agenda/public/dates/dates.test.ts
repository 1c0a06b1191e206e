import fc from "fast-check";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { describe, expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { followChanges } from "#platform/db/changes.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { test } from "#test/database.ts";
import { ownDatabase } from "#test/own-database.ts";
import { anEvent, anOrganiser } from "#test/public-agenda.ts";
import { termsOf } from "#test/records.ts";
import { type AgendaQuestion, dimensions } from "../input.ts";
import { periodOf } from "../rules.ts";
import { readDates } from "./queries.ts";
import { findDates } from "./rules.ts";
import { keepAgenda } from "./service.ts";

const today = "2026-06-15";
const given = ["Webinaire eau", "Forum jeunesse", "Formation au Mali", "Comité énergie", "Œuvrer à Dakar"];
const communes = ["59350", "80021", null, "97411"];

/** Forty events of every kind, drawn from their number; the cards that hold some of them. */
async function fill(db: Db): Promise<readonly number[]> {
  const of = {
    kinds: await termsOf(db, "event_kinds"),
    sectors: await termsOf(db, "sectors"),
    goals: await termsOf(db, "odd"),
    types: await termsOf(db, "actor_types"),
  };
  const cards = await addOrganisations(db, system, [
    { name: "Ville de Lille", visibility: "listed" },
    { name: "Amis du Mali", visibility: "internal" },
  ]);
  for (let n = 0; n < 40; n++) {
    const facts = {
      title: `${given[n % 5]} ${n % 7}`,
      description: n % 3 ? "" : "Accès à l’eau et jeunesse",
      training: n % 4 === 0,
      kind_id: n % 4 === 0 ? null : of.kinds(n % 2 ? "webinaire" : "forum"),
      origin: n % 6 === 0 ? "relayed" : "own",
      sector_ids: [of.sectors("eau"), of.sectors("sante")].slice(0, n % 3),
      goal_ids: n % 5 ? [of.goals("6")] : [],
      audience_type_ids: n % 2 ? [of.types("osim")] : [],
      country_codes: ["ML", "TG"].slice(0, n % 3),
      visibility: n % 13 === 12 ? "internal" : "listed",
      programme_year: 2024 + (n % 4),
      ...(n % 9 === 8 ? { planned_period: "Mai", planned_from: "2026-05-01", planned_to: "2026-05-31" } : {}),
    };
    const dates = Array.from({ length: n % 3 }, (_, rank) => ({
      starts_on: `${2024 + (n % 4)}-${String(1 + ((n + rank) % 12)).padStart(2, "0")}-10`,
      ends_on: n % 8 === 7 ? `${2025 + (n % 4)}-12-31` : null,
      online: n % 2 === 0,
      place: n % 2 ? "Maison des associations" : "",
      commune_code: communes[n % 4] ?? null,
      removed_at: n % 10 === 9 ? new Date() : null,
    }));
    const { id } = await anEvent(db, facts, dates);
    const card = cards[n % 3];
    await anOrganiser(
      db,
      id,
      n % 2 ? "Mairie de Lille" : "Œuvre locale",
      card ? { organisation_id: card } : {},
    );
  }
  return cards;
}

const question = (cards: readonly number[]) =>
  fc.record(
    {
      q: fc.constantFrom("eau", "mal jeun", "oeuv", "mairie", "maison", "zzz", "!!", "comité 3"),
      quoi: fc.constantFrom("evenements", "formations"),
      type: fc.constantFrom("webinaire", "forum", "inconnu"),
      cadre: fc.constantFrom("en-ligne", "sur-place"),
      departement: fc.constantFrom("59", "80", "974", "75"),
      commune: fc.constantFrom("59350", "80021"),
      secteur: fc.constantFrom("eau", "sante", "agriculture"),
      odd: fc.constantFrom("6", "1"),
      pays: fc.constantFrom("ML", "tg", "SN"),
      public: fc.constantFrom("osim", "association-locale"),
      organisateur: fc.constantFrom(...cards),
      origine: fc.constantFrom("reseau", "relayes"),
      annee: fc.constantFrom(2024, 2025, 2026, 2027),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<AgendaQuestion>;

const term = (list: string, code: string) =>
  sql`(select id from vocabularies.terms where list_id = ${list} and code = ${code})`;

/** Each filter as the tables say it. */
const conditions: Partial<Record<keyof AgendaQuestion, (asked: string) => RawBuilder<SqlBool>>> = {
  quoi: (asked) => sql`date.training = ${asked === "formations"}`,
  type: (asked) => sql`date.kind_id = ${term("event_kinds", asked)}`,
  cadre: (asked) => (asked === "en-ligne" ? sql`date.online` : sql`date.on_site`),
  departement: (asked) => sql`date.department_code = ${asked}`,
  commune: (asked) => sql`date.commune_code = ${asked}`,
  secteur: (asked) => sql`date.sector_ids @> array[${term("sectors", asked)}]`,
  odd: (asked) => sql`date.goal_ids @> array[${term("odd", asked)}]`,
  pays: (asked) => sql`date.country_codes @> array[upper(${asked})]`,
  public: (asked) => sql`date.audience_type_ids @> array[${term("actor_types", asked)}]`,
  organisateur: (asked) => sql`exists (select from agenda.organisers organiser
    join directory.organisations card on card.id = organiser.organisation_id and card.visibility = 'listed'
    where organiser.event_id = date.event_id and card.id = ${asked}::bigint)`,
  origine: (asked) => sql`date.origin = ${asked === "reseau" ? "own" : "relayed"}`,
  q: (asked) =>
    sql`(select bool_and(exists (
        select from agenda.events event where event.id = date.event_id and event.search @@ to_tsquery('simple', word || ':*')
        union all select from agenda.sessions session where session.event_id = date.event_id
          and session.removed_at is null and session.search @@ to_tsquery('simple', word || ':*')
        union all select from agenda.organisers organiser
          left join directory.organisations card on card.id = organiser.organisation_id
          where organiser.event_id = date.event_id and coalesce(card.visibility, 'listed') = 'listed'
            and organiser.search @@ to_tsquery('simple', word || ':*')))
      from unnest(${fold(asked).split(" ").filter(Boolean)}::text[]) word) is not false`,
};

/** The dates that the database finds, asked in the plainest way. */
async function foundBySql(db: Db, asked: AgendaQuestion) {
  const { from, to } = periodOf(asked.annee, today);
  const where = Object.entries(asked).flatMap(
    ([name, value]) => conditions[name as keyof AgendaQuestion]?.(String(value)) ?? [],
  );
  const { rows } = await sql<{ key: string }>`
    select date.key from agenda.public_dates date
    where date.last_on >= ${from} and date.first_on <= ${to ?? "infinity"}
      and (not date.vague or date.last_on >= ${today}) and ${sql.join([sql`true`, ...where], sql` and `)}`.execute(
    db,
  );
  return rows.map(({ key }) => key).sort();
}

describe("the agenda in memory", () => {
  test("finds what the database finds, and counts for each filter what choosing it would give", async ({
    db,
  }) => {
    const cards = await fill(db);
    const held = await readDates(db);
    const ask = (asked: AgendaQuestion) => findDates(held, asked, periodOf(asked.annee, today), today);
    await fc.assert(
      fc.asyncProperty(question(cards), async (asked) => {
        const { matched, unfiltered, facets } = ask(asked);
        expect(matched.map(({ key }) => key).sort()).toEqual(await foundBySql(db, asked));
        expect(unfiltered).toBe(ask({ q: asked.q, annee: asked.annee }).matched.length);
        for (const dimension of dimensions) {
          for (const { value, count } of facets[dimension])
            expect(ask({ ...asked, [dimension]: value }).matched.length, `${dimension} ${value}`).toBe(count);
          const [from, to] = held.values.spans[dimension];
          if (matched.some(({ values }) => values.some((number) => number >= from && number < to)))
            expect(facets[dimension].length, dimension).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("names each value as its list does, and nothing that a date does not say", async ({ db }) => {
    const kinds = await termsOf(db, "event_kinds");
    await anEvent(db, { title: "Un forum", kind_id: kinds("forum") }, [
      { starts_on: "2026-07-01", online: true },
    ]);
    await anEvent(db, { title: "Sans type" }, [{ starts_on: "2026-07-02", online: true }]);
    const { facets } = findDates(await readDates(db), {}, periodOf(undefined, today), today);
    expect(facets.type).toEqual([{ value: "forum", label: "Forum", count: 1 }]);
    for (const dimension of ["pole", "axe", "pays", "departement", "organisateur"] as const)
      expect(facets[dimension], dimension).toEqual([]);
  });

  test("follows what any process writes of it within a second, and nothing else", async () => {
    await using other = await ownDatabase();
    const { db } = other;
    const kept = keepAgenda(db);
    const following = await followChanges(other.url, [kept.follower]);
    const titles = async () => (await kept.get()).dates.map(({ title }) => title);
    const names = async () =>
      (await kept.get()).dates.flatMap((date) => date.organisers.map(({ name }) => name));
    const soon = { timeout: 1000, interval: 10 };
    const { id } = await anEvent(db, { title: "Nouveau" }, [{ starts_on: "2026-07-01", online: true }]);
    await expect.poll(titles, soon).toEqual(["Nouveau"]);
    const [card = 0] = await addOrganisations(db, system, [{ name: "Elan", visibility: "listed" }]);
    await anOrganiser(db, id, "Élan", { organisation_id: card });
    await expect.poll(names, soon).toEqual(["Elan"]);
    await db.updateTable("directory.organisations").set({ name: "Élan" }).where("id", "=", card).execute();
    await expect.poll(names, soon).toEqual(["Élan"]);
    const before = await kept.get();
    await inTransaction(db, system, (db) =>
      db
        .insertInto("network.settings")
        .values({ key: "name", value: JSON.stringify("Un réseau") })
        .execute(),
    );
    await new Promise((done) => setTimeout(done, 200));
    expect(await kept.get()).toBe(before);
    await db.updateTable("agenda.events").set({ visibility: "internal" }).where("id", "=", id).execute();
    await expect.poll(titles, soon).toEqual([]);
    await following.stop();
  });
});
