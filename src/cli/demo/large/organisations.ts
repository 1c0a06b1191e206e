import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { drawn, oneOf, someOf, weighted } from "./pick.ts";
import { actions, beginnings, countries, ends, family, given, kinds, themes } from "./words.ts";

const abroad = weighted(countries);
const types = weighted(kinds.map((kind) => ({ ...kind, weight: Math.max(1, kind.weight / 5) })));

const towns = abroad.map(({ town }) => town);
const firms = [" Conseil", " et fils", " Ingénierie", " Énergies", " Développement", " International"];
const services = ["Ville ", "Centre communal d’action sociale ", "Service jeunesse ", "Maison de quartier "];
const forms = ["Association", "", "", "", "ONG", "Collectif"];

/** Made from `like_n`: for one in a hundred that of another row, so that the same organisation is there in another spelling. */
const nameOf = sql`case shape
  when 'twin' then 'Comité de jumelage ' || place.of_name || ' et ' || ${oneOf(towns, 11, "like_n")}
    || ' ' || ${oneOf(family, 13, "like_n")}
  when 'firm' then ${oneOf(family, 14, "like_n")} || ${oneOf(firms, 15, "like_n")} || ' ' || ${oneOf(family, 16, "like_n")}
  when 'school' then ${oneOf(["Collège ", "Lycée ", "École "], 17, "like_n")} || ${oneOf(given, 18, "like_n")} || ' '
    || ${oneOf(family, 19, "like_n")} || ' ' || place.of_name
  when 'public' then ${oneOf(services, 20, "like_n")} || place.of_name || ' (' || ${oneOf(family, 22, "like_n")} || ')'
  else trim(${oneOf(forms, 26, "n")} || ' ' || ${oneOf(beginnings, 23, "like_n")} || ' ' || of_country
    || ${oneOf(["", " – ", " à "], 24, "like_n")} || case ${drawn(24, 3, "like_n")} when 0 then '' else place.name end
    || ' ' || ${oneOf(family, 25, "like_n")}) end`;

/** The communes of the region, each in as many places as it has inhabitants to hold, and the words of the lists as arrays. */
async function prepare(db: Db) {
  await sql`create temporary table large_places on commit drop as
    select row_number() over (order by code, slot) - 1 as place, code, name, longitude, latitude, department_code,
           case when name ~ '^[AEIOUYÉÈHŒ]' then 'd’' else 'de ' end || name as of_name,
           postal_codes[1] as postal_code
    from territory.shared_communes, generate_series(0, coalesce(population, 0) / 600) slot
    where region_code = '32'`.execute(db);
  await sql`create unique index on large_places (place)`.execute(db);
  await sql`create temporary table large_kinds on commit drop as
    select place - 1 as place, code, shape, term.id, term.parent_id
    from unnest(${types.map(({ type }) => type)}::text[], ${types.map(({ shape }) => shape)}::text[])
      with ordinality kind (code, shape, place)
    join vocabularies.shared_terms term using (code) where term.list_id = 'actor_types'`.execute(db);
  await sql`analyze large_places, large_kinds`.execute(db);
  await sql`create or replace function pg_temp.luhn(figures text) returns text language sql immutable as $$
    select ((10 - sum(case (length(figures) - place) % 2 when 0 then figure * 2 / 10 + figure * 2 % 10 else figure end)
      % 10) % 10)::text
    from (select place, substr(figures, place, 1)::int as figure from generate_series(1, length(figures)) place) f $$`.execute(
    db,
  );
}

/** Adds `count` organisations over the communes of the region: four in five are public, one in a hundred is there twice. */
export async function addLargeOrganisations(db: Db, count: number): Promise<void> {
  await prepare(db);
  const { rows } = await sql<{ places: number; sectors: number[]; goals: number[] }>`
    select (select count(*) from large_places) as places,
           (select array_agg(id) from vocabularies.shared_terms where list_id = 'sectors') as sectors,
           (select array_agg(id) from vocabularies.shared_terms where list_id in ('odd', 'goals')) as goals`.execute(
    db,
  );
  const [{ places, sectors, goals } = { places: 1, sectors: [], goals: [] }] = rows;
  const codes = abroad.map(({ code }) => code);
  await sql`
    insert into directory.organisations (name, acronym, actor_type_id, commune_code, postal_code, address, longitude, latitude,
      description, website, rna, siren, founded_year, legal_form, sector_ids, goal_ids, country_codes, custom, facts,
      visibility, status, listed_at, created_at, updated_at, confirmed_on, network_since)
    select name, case when shape = 'cause' and n % 7 = 0
             then (select upper(string_agg(left(word, 1), '')) from regexp_split_to_table(platform.fold(name), ' ') word) else '' end,
           type_id, commune_code, postal_code, (1 + n % 180) || ' rue ' || ${oneOf(given, 30, "n")} || ' ' || ${oneOf(family, 31, "n")},
           case when n % 5 < 2 then longitude + ${drawn(32, 200, "n")} / 10000.0 - 0.01 end,
           case when n % 5 < 2 then latitude + ${drawn(33, 200, "n")} / 10000.0 - 0.01 end,
           case when n % 8 = 0 then '' else name || ' ' || ${oneOf(actions, 34, "n")} || ' ' || ${oneOf(themes, 35, "n")} || ' et '
             || ${oneOf(themes, 36, "n")} || ' auprès ' || of_country || '. ' || ${oneOf(ends, 37, "n")} end,
           case when n % 3 = 0 then 'https://www.acteur-' || n || '.example' else '' end,
           case when shape in ('cause', 'twin') and n % 100 > 30 then 'W' || department_code || lpad(n::text, 7, '0') end,
           case when shape in ('firm', 'public') or n % 4 = 0 then base || pg_temp.luhn(base) end,
           case when n % 6 > 0 then 1901 + ${drawn(38, 122, "n")} end,
           case when shape in ('cause', 'twin') then 'Association loi 1901' else '' end,
           ${someOf(sectors, "bigint", 39)}, ${someOf(goals, "bigint", 40)}, ${someOf(codes, "text", 41)},
           case when n % 3 = 0 then '{}' else jsonb_build_object('equipe', ${oneOf(["benevole", "petite", "grande"], 42, "n")},
             'volontaires', n % 4 = 0) end,
           case when n % 90 = 0 then '{"description": {"visibility": "staff"}, "country_codes": {"visibility": "members"}}'::jsonb
             else '{}' end,
           case when n % 10 < 8 then 'listed' else 'internal' end,
           case when n % 50 = 7 then 'proposed' when n % 50 = 8 then 'archived' else 'published' end,
           seen_at, seen_at, seen_at, case when n % 3 = 0 then seen_at::date end, seen_at::date
    from (
      select n, like_n, shape, kind.id as type_id, place.code as commune_code, place.department_code, place.postal_code,
             place.longitude, place.latitude, of_country, lpad((30000000 + n * 7)::text, 8, '0') as base, ${nameOf} as name,
             timestamptz '2026-01-01' - (n * interval '37 minutes') - ${drawn(43, 900, "n")} * interval '1 day' as seen_at
      from (select n, case when n % 100 = 99 then n - 50 else n end as like_n from generate_series(1, ${count}::int) n) numbered
      cross join lateral (select ${oneOf(
        abroad.map(({ of }) => of),
        44,
        "like_n",
      )} as of_country) said
      join large_places place on place.place = ${drawn(45, places, "like_n")}
      join large_kinds kind on kind.place = ${drawn(46, types.length, "like_n")}
    ) made`.execute(db);
}
