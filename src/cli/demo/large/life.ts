import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { drawn, oneOf, weighted } from "./pick.ts";
import { countries, themes } from "./words.ts";
import { addLargeYears } from "./years.ts";

const subjects = [
  "Point sur ",
  "Préparer une action pour ",
  "Chercher des fonds pour ",
  "Bilan d’étape sur ",
];
const towns = ["Lille", "Amiens", "Roubaix", "Arras", "Beauvais", "Laon"];
const abroad = weighted(countries);

/** What surrounds the organisations: how to reach them, links, partnerships abroad, memberships, a log of meetings, ten years of work. */
export async function addLargeLife(db: Db): Promise<void> {
  await sql`create temporary table large_ids on commit drop as
    select id, row_number() over (order by id) as n, count(*) over () as most from directory.organisations`.execute(
    db,
  );
  await sql`create unique index on large_ids (n)`.execute(db);
  await sql`analyze large_ids`.execute(db);
  await addContactPoints(db);
  await addTies(db);
  await sql`
    insert into membership.memberships (organisation_id, year, college_id, joined_on)
    select large.id, year, term.id, make_date(year, 1 + (n % 12)::int, 15)
    from large_ids large, generate_series(2021, 2026) year, vocabularies.shared_terms term
    where n % 20 = 0 and (n / 20 + year) % 4 > 0 and term.list_id = 'colleges' and term.code = 'association'`.execute(
    db,
  );
  await addMeetings(db);
  await addLargeYears(db);
}

const addContactPoints = (db: Db) =>
  sql`
    insert into directory.contact_points (organisation_id, kind, value, visibility, position)
    select id, 'email', 'contact@acteur-' || n || '.example', case when n % 3 = 0 then 'public' else 'staff' end, 0
    from large_ids where n % 10 < 7
    union all
    select id, 'phone', '03 20 ' || to_char(n % 1000000, 'FM00" "00" "00'),
           case when n % 6 = 0 then 'public' else 'members' end, 1
    from large_ids where n % 10 < 4`.execute(db);

async function addTies(db: Db) {
  await sql`
    insert into directory.links (from_id, to_id, kind, since)
    select from_id, to_id, ${oneOf(["member_of", "partner_of", "supports"], 60, "n")},
           date '2020-01-01' - ${drawn(61, 3000, "n")}
    from (select one.id as from_id, other.id as to_id, one.n
          from large_ids one
          join large_ids other on other.n = 1 + abs(hashint8extended(one.n, 62) % one.most)
          where one.n % 5 = 0 and other.id <> one.id) pairs`.execute(db);
  const [codes, partners] = [abroad.map(({ code }) => code), abroad.map(({ town }) => town)];
  await sql`
    insert into directory.partnerships (organisation_id, kind, partner, country_code, since_year, visibility)
    select id, case when n % 2 = 0 then 'twinning' else 'decentralised_cooperation' end,
           ${oneOf(partners, 63, "n")}, ${oneOf(codes, 63, "n")}, 1960 + ${drawn(64, 60, "n")}, 'public'
    from large_ids where n % 25 = 0`.execute(db);
}

/** One meeting for four organisations, 4 000 at least, over ten years. */
async function addMeetings(db: Db) {
  await sql`
    insert into activities.meetings (subject, type_id, held_on, duration_minutes, participants, online)
    select ${oneOf(subjects, 65, "n")} || ${oneOf(themes, 66, "n")}, type_ids[1 + ${drawn(67, 8, "n")}],
           date '2017-01-01' + ${drawn(68, 3600, "n")}, 30 * (1 + ${drawn(69, 6, "n")}), ${drawn(70, 30, "n")}, n % 3 = 0
    from (select n, type_ids from generate_series(1, (select greatest(4000, count(*) / 4) from large_ids)) n,
            (select array_agg(id) as type_ids from vocabularies.shared_terms where list_id = 'meeting_types') t) numbered`.execute(
    db,
  );
  await sql`create temporary table large_meetings on commit drop as
    select id, row_number() over (order by id) as n from activities.meetings`.execute(db);
  await sql`
    insert into activities.meeting_places (meeting_id, position, typed, commune_code)
    select meeting.id, 0, town.name, town.code
    from (select id, n, 1 + ${drawn(71, towns.length, "n")} as which from large_meetings where n % 3 > 0) meeting
    join unnest(${towns}::text[]) with ordinality asked (name, which) using (which)
    join lateral (select code, name from territory.shared_communes
                  where name = asked.name and region_code = '32' limit 1) town on true`.execute(db);
  await sql`
    insert into activities.meeting_organisations (meeting_id, position, typed, organisation_id)
    select meeting.id, 0, organisation.name, organisation.id
    from large_meetings meeting join large_ids large on large.n = 1 + abs(hashint8extended(meeting.n, 72) % large.most)
    join directory.shared_organisations organisation on organisation.id = large.id`.execute(db);
}
