import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { criteria } from "#app/criteria.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addOrganisations } from "../matching/commands.ts";
import type { Definition, Term } from "./definition.ts";
import { countSegment, listSegmentOrganisations, segmentCondition, sentenceOf } from "./queries.ts";

const of = (criterion: string, asked: Term["asked"], not = false): Term => ({ criterion, asked, not });
const alone = (...terms: Term[]): Definition => terms.map((term) => [term]);

async function termsOf(db: Db) {
  const terms = await db.selectFrom("vocabularies.terms").select(["id", "list_id", "code"]).execute();
  return (list: string, code: string) =>
    terms.find((one) => one.list_id === list && one.code === code)?.id ?? 0;
}

/** Five organisations, of which three have been members and one has been met. */
async function network(db: Db) {
  const term = await termsOf(db);
  const type = (code: string) => term("actor_types", code);
  const ids = await addOrganisations(db, system, [
    { name: "Amis du Mali", actor_type_id: type("osim"), commune_code: "80021", visibility: "listed" },
    { name: "Ville d’Amiens", actor_type_id: type("collectivite"), commune_code: "80021" },
    {
      name: "Lille Togo",
      actor_type_id: type("ong"),
      commune_code: "59350",
      website: "https://lille.example",
    },
    { name: "Collectif du Nord", actor_type_id: type("collectif"), department_code: "59" },
    { name: "Sans rien" },
  ]);
  const [mali = 0, amiens = 0, togo = 0] = ids;
  await sql`update directory.organisations set sector_ids = array[${term("sectors", "eau")}::bigint],
    country_codes = '{ML}', founded_year = 1998 where id = ${mali}`.execute(db);
  await sql`update directory.organisations set goal_ids = array[${term("odd", "6")}::bigint],
    country_codes = '{TG,ML}' where id = ${togo}`.execute(db);
  const college = term("colleges", "association");
  await db
    .insertInto("membership.memberships")
    .values([
      { organisation_id: mali, year: 2020, college_id: college },
      { organisation_id: mali, year: 2021, college_id: college },
      { organisation_id: amiens, year: 2020, college_id: term("colleges", "collectivite") },
    ])
    .execute();
  const { id } = await db
    .insertInto("activities.meetings")
    .values({
      subject: "Atelier",
      type_id: term("meeting_types", "formation"),
      held_on: "2021-03-04",
      duration_minutes: 60,
      participants: 3,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("activities.meeting_organisations")
    .values({ meeting_id: id, typed: "Lille Togo", organisation_id: togo })
    .execute();
  return ids;
}

const found = async (db: Db, definition: Definition) =>
  (await listSegmentOrganisations(db, criteria, definition)).map(({ name }) => name);

const family = of("directory.family", { famille: ["associations"] });
const somme = of("directory.department", { departement: ["80"] });
const mali = of("directory.country", { pays: ["ML"] });
const member = of("membership.member", { annee: ["2021"] });

describe("an officer reads who is in a segment", () => {
  test("by what the organisations are, where they are, what they did", async ({ db }) => {
    await network(db);
    const cases: [Definition, string[], string][] = [
      [
        [],
        ["Amis du Mali", "Collectif du Nord", "Lille Togo", "Sans rien", "Ville d’Amiens"],
        "toutes les organisations",
      ],
      [
        alone(family, somme, member, mali),
        ["Amis du Mali"],
        "les associations de la Somme membres en 2021 qui agissent au Mali",
      ],
      [
        alone(family, { ...somme, not: true }),
        ["Collectif du Nord", "Lille Togo"],
        "les associations hors de la Somme",
      ],
      [
        alone({ ...family, not: true }, of("directory.department", { departement: ["59", "80"] })),
        ["Ville d’Amiens"],
        "les organisations du Nord ou de la Somme qui ne sont pas des associations",
      ],
      [
        alone(family, { ...member, not: true }, { ...mali, not: true }),
        ["Collectif du Nord"],
        "les associations qui ne sont pas membres en 2021 et qui n’agissent pas au Mali",
      ],
      [
        [[family], [of("directory.has", { quoi: ["website"] }), member]],
        ["Amis du Mali", "Lille Togo"],
        "les associations, soit qui ont un site internet, soit membres en 2021",
      ],
      [
        alone(
          of("directory.type", { type: ["ong", "osim"] }),
          of("directory.country", { pays: ["TG", "MG"] }),
        ),
        ["Lille Togo"],
        "les ONG et les OSIM qui agissent au Togo ou à Madagascar",
      ],
      [
        alone(of("directory.type", { type: ["ong", "osim"] }, true), { ...somme, not: true }),
        ["Collectif du Nord", "Sans rien"],
        "les organisations hors de la Somme qui ne sont pas des ONG ni des OSIM",
      ],
      [
        alone(of("membership.lapsed", { annee: ["2021"] })),
        ["Ville d’Amiens"],
        "les organisations qui étaient membres en 2020 sans l’être en 2021",
      ],
      [
        alone(of("membership.years", { nombre: ["2"] })),
        ["Amis du Mali"],
        "les organisations qui ont été membres au moins 2 années",
      ],
      [
        alone(of("activities.met-at", { type: ["formation"], annee: ["2021"] })),
        ["Lille Togo"],
        "les organisations qui ont pris part à une réunion du type « Formation » en 2021",
      ],
      [
        alone(of("activities.never-met", {}), family),
        ["Amis du Mali", "Collectif du Nord"],
        "les associations qui n’ont encore pris part à aucune réunion",
      ],
      [
        alone(of("directory.sector", { secteur: ["eau"] }), of("directory.founded", { annee: ["1990"] })),
        ["Amis du Mali"],
        "les organisations qui agissent dans le secteur « Eau et assainissement » et dont la création date de 1990 ou d’après",
      ],
      [
        alone(of("directory.goal", { odd: ["6", "1"] }), of("directory.commune", { commune: ["59350"] })),
        ["Lille Togo"],
        "les organisations de Lille qui agissent pour l’ODD 6 ou 1",
      ],
      [
        alone(of("directory.completeness", { part: ["40"] })),
        ["Amis du Mali", "Lille Togo"],
        "les organisations dont la fiche est remplie à 40 % au moins",
      ],
    ];
    for (const [definition, names, words] of cases) {
      expect(await sentenceOf(db, criteria, definition)).toBe(words);
      expect(await found(db, definition), words).toEqual(names);
      expect(await countSegment(db, criteria, definition), words).toBe(names.length);
    }
  });

  test("nobody is in a segment one of whose criteria is gone, and archived ones wait until asked for", async ({
    db,
  }) => {
    const [first = 0] = await network(db);
    expect(await found(db, alone(of("projects.gone", {}, true)))).toEqual([]);
    expect(await sentenceOf(db, criteria, alone(of("projects.gone", {})))).toContain("critère disparu");
    await db
      .updateTable("directory.organisations")
      .set({ status: "archived" })
      .where("id", "=", first)
      .execute();
    expect(await found(db, alone(mali))).toEqual(["Lille Togo"]);
    expect(await found(db, alone(of("directory.status", { etat: ["archived"] })))).toEqual(["Amis du Mali"]);
  });

  test("a segment said of this year follows the calendar", async ({ db }) => {
    const [first = 0] = await network(db);
    const year = yearOf(dayInParis(new Date()));
    const college = (await termsOf(db))("colleges", "association");
    await db
      .insertInto("membership.memberships")
      .values({ organisation_id: first, year, college_id: college })
      .execute();
    const now = alone(of("membership.member", { annee: ["cette année"] }));
    expect(await found(db, now)).toEqual(["Amis du Mali"]);
    expect(await sentenceOf(db, criteria, now)).toBe(`les organisations membres en ${year}`);
    expect(await found(db, alone(of("membership.lapsed", { annee: ["l’an prochain"] })))).toEqual([
      "Amis du Mali",
    ]);
  });

  test("another room draws from it page by page, and puts it in its own statement", async ({ db }) => {
    await network(db);
    const pages: string[] = [];
    let after: { key: string; id: number } | undefined;
    for (;;) {
      const page = await listSegmentOrganisations(db, criteria, [], {
        limit: 2,
        ...(after ? { after } : {}),
      });
      pages.push(...page.map(({ name }) => name));
      after = page.at(-1);
      if (page.length < 2) break;
    }
    expect(pages).toEqual(await found(db, []));
    const inside = await segmentCondition(db, criteria, alone(member), sql.ref("membership.organisation_id"));
    const { rows } = await sql`select from membership.memberships membership where ${inside}`.execute(db);
    expect(rows).toHaveLength(2);
  });
});

/** What the brute force looks at. */
interface Line {
  id: number;
  family: string | null;
  department: string | null;
  countries: string[];
  years: number[];
  website: string;
}

const choices = fc.oneof(
  fc.record({
    criterion: fc.constant("directory.family"),
    asked: fc.record({ famille: fc.subarray(["associations", "collectivites", "autres"], { minLength: 1 }) }),
  }),
  fc.record({
    criterion: fc.constant("directory.department"),
    asked: fc.record({ departement: fc.subarray(["59", "80", "02"], { minLength: 1 }) }),
  }),
  fc.record({
    criterion: fc.constant("directory.country"),
    asked: fc.record({ pays: fc.subarray(["ML", "TG", "SN"], { minLength: 1 }) }),
  }),
  fc.record({
    criterion: fc.constant("membership.member"),
    asked: fc.record({ annee: fc.constantFrom("2020", "2021", "2022").map((year) => [year]) }),
  }),
  fc.record({
    criterion: fc.constant("directory.has"),
    asked: fc.record({ quoi: fc.constant("website").map((part) => [part]) }),
  }),
);
const term = fc
  .tuple(choices, fc.boolean())
  .map(([choice, not]): Term => ({ criterion: choice.criterion, asked: choice.asked, not }));
const definitions = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { maxLength: 4 });

const meets: Record<string, (line: Line, asked: Term["asked"]) => boolean> = {
  "directory.family": ({ family }, { famille }) => family !== null && (famille ?? []).includes(family),
  "directory.department": ({ department }, { departement }) =>
    department !== null && (departement ?? []).includes(department),
  "directory.country": ({ countries }, { pays }) => countries.some((code) => (pays ?? []).includes(code)),
  "membership.member": ({ years }, { annee }) => years.includes(Number(annee?.[0])),
  "directory.has": ({ website }) => website !== "",
};
const answers = (line: Line, definition: Definition) =>
  definition.every((group) =>
    group.some(({ criterion, asked, not }) => Boolean(meets[criterion]?.(line, asked)) !== Boolean(not)),
  );

async function lines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select organisation.id, family.code as family, counted_department_code as department, country_codes as countries,
           website, array(select year from membership.memberships where organisation_id = organisation.id) as years
    from directory.organisations organisation
    left join vocabularies.terms family on family.id = counted_family_id order by organisation.id`.execute(
    db,
  );
  return rows;
}

describe("whatever the segment", () => {
  test("it holds those found by looking at them one by one, in any order of its criteria", async ({ db }) => {
    await network(db);
    const all = await lines(db);
    await fc.assert(
      fc.asyncProperty(definitions, async (definition) => {
        const expected = all.filter((line) => answers(line, definition)).map(({ id }) => id);
        const ids = async (asked: Definition) =>
          (await listSegmentOrganisations(db, criteria, asked)).map(({ id }) => id).sort((a, b) => a - b);
        expect(await ids(definition)).toEqual(expected);
        expect(await ids([...definition].reverse().map((group) => [...group].reverse()))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("turning a criterion round gives exactly the others", async ({ db }) => {
    const ids = await network(db);
    await fc.assert(
      fc.asyncProperty(term, async (one) => {
        const found = [
          await listSegmentOrganisations(db, criteria, [[one]]),
          await listSegmentOrganisations(db, criteria, [[{ ...one, not: !one.not }]]),
        ];
        expect(
          found
            .flat()
            .map(({ id }) => id)
            .sort((a, b) => a - b),
        ).toEqual(ids);
      }),
      { numRuns: 40 },
    );
  });
});
