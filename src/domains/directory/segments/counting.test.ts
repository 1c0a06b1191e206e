import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { criteria } from "#app/criteria.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { network } from "#test/segments.ts";
import type { Definition, Term } from "./definition.ts";
import { listSegmentOrganisations } from "./queries.ts";

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
