import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { loadReference } from "../index.ts";

const count = async (db: Parameters<typeof loadReference>[0], from: ReturnType<typeof sql>) =>
  (await sql<{ count: number }>`select count(*) from ${from}`.execute(db)).rows[0]?.count;

test("the geography of France is whole", async ({ db }) => {
  const { rows } =
    await sql`select department_code as code, count(*) as communes, sum(population) as population
    from territory.shared_communes where region_code = '32' group by 1 order by 1`.execute(db);
  expect(rows).toEqual([
    { code: "02", communes: 797, population: 523342 },
    { code: "59", communes: 647, population: 2615635 },
    { code: "60", communes: 680, population: 829899 },
    { code: "62", communes: 887, population: 1457905 },
    { code: "80", communes: 771, population: 565413 },
  ]);
  expect(await count(db, sql`territory.communes`)).toBe(34969);
  expect(await count(db, sql`territory.epcis`)).toBe(1255);
});

test("every commune of mainland France is on the map, and says when its point is only near", async ({
  db,
}) => {
  expect(await count(db, sql`territory.communes where longitude is null and department_code < '97'`)).toBe(0);
  expect(await count(db, sql`territory.communes where coordinates_source = 'geonames'`)).toBe(14741);
  const { rows } =
    await sql`select name, round(longitude::numeric, 1) as longitude, round(latitude::numeric, 1) as latitude
    from territory.communes where code = '59350'`.execute(db);
  expect(rows).toEqual([{ name: "Lille", longitude: 3.1, latitude: 50.6 }]);
});

test("the world is there, in French, in its subregions", async ({ db }) => {
  const { rows } = await sql`select country.name, alpha3, numeric_code, subregion.name as subregion, continent
    from territory.countries country join territory.subregions subregion on subregion.code = subregion_code
    where country.code in ('CI', 'CD') order by country.code`.execute(db);
  expect(rows).toEqual([
    {
      ...{ name: "République démocratique du Congo", alpha3: "COD", numeric_code: "180" },
      ...{ subregion: "Afrique centrale", continent: "Afrique" },
    },
    {
      ...{ name: "Côte d’Ivoire", alpha3: "CIV", numeric_code: "384" },
      ...{ subregion: "Afrique de l’Ouest", continent: "Afrique" },
    },
  ]);
  expect(await count(db, sql`territory.countries`)).toBe(249);
  expect(await count(db, sql`territory.subregions`)).toBe(22);
  expect(
    await count(db, sql`territory.countries where alpha3 !~ '^[A-Z]{3}$' or numeric_code !~ '^\\d{3}$'`),
  ).toBe(0);
});

test("a newer geography brings all up to date and keeps what old records name", async ({ db }) => {
  await sql`update territory.sources set version = 'older'`.execute(db);
  await sql`update territory.communes set name = 'Lisle' where code = '59350'`.execute(db);
  await sql`insert into territory.communes (code, name, department_code) values ('59999', 'Merged', '59')`.execute(
    db,
  );
  await loadReference(db);
  await loadReference(db);
  const { rows } = await sql`select name, is_current from territory.communes
    where code in ('59350', '59999') order by code`.execute(db);
  expect(rows).toEqual([
    { name: "Lille", is_current: true },
    { name: "Merged", is_current: false },
  ]);
});
