import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { drawn, oneOf } from "./pick.ts";
import { family, given } from "./words.ts";

const titles = [
  "Présidente",
  "Président",
  "Trésorière",
  "Secrétaire",
  "Directeur",
  "Coordinatrice",
  "Bénévole",
];
const holders = ["elected", "elected", "elected", "elected", "employed", "employed", "volunteer"];

/** Adds `count` people, each with a role in one organisation (the first one is its main contact), a courriel, some consents. */
export async function addLargePeople(db: Db, count: number): Promise<void> {
  await sql`
    insert into directory.people (given_name, family_name, origin, last_contact_on, created_at)
    select ${oneOf(given, 50, "n")}, ${oneOf(family, 51, "n")} || case when n % 9 = 0 then '-' || ${oneOf(family, 52, "n")} else '' end,
           'Ancien fichier de contacts', date '2026-01-01' - ${drawn(53, 1500, "n")},
           timestamptz '2026-01-01' - ${drawn(53, 1500, "n")} * interval '1 day'
    from generate_series(1, ${count}::int) n`.execute(db);
  const { rows } = await sql<{ most: number }>`select count(*) as most from directory.organisations`.execute(
    db,
  );
  const most = Math.max(1, rows[0]?.most ?? 0);
  await sql`create temporary table large_roles on commit drop as
    with people as (select id, n, case when n <= ${most} then n else 1 + ${drawn(54, most, "n")} end as place
                    from (select id, row_number() over (order by id) as n from directory.people) numbered),
         places as (select id, row_number() over (order by id) as place from directory.organisations)
    select people.id as person_id, places.id as organisation_id, people.n,
           row_number() over (partition by places.id order by people.n) as rank
    from people join places using (place)`.execute(db);
  await sql`
    insert into directory.roles (person_id, organisation_id, title, kind, since, until, main_contact, visibility)
    select person_id, organisation_id, ${oneOf(titles, 55, "n")}, ${oneOf(holders, 55, "n")},
           date '2020-01-01' - ${drawn(56, 4000, "n")}, case when rank > 1 and n % 10 = 0 then date '2024-06-30' end,
           rank = 1, case when n % 20 = 0 then 'public' else 'staff' end
    from large_roles`.execute(db);
  await sql`
    insert into directory.contact_points (person_id, kind, value, visibility)
    select person_id, 'email', 'personne-' || n || '@exemple.invalid', 'staff' from large_roles where n % 10 < 8`.execute(
    db,
  );
  await sql`
    insert into directory.consents (person_id, purpose_id, given, told_on, origin)
    select person_id, term.id, n % 9 > 0, date '2026-01-01' - ${drawn(57, 1000, "n")}, 'Formulaire du site'
    from large_roles join vocabularies.shared_terms term on term.list_id = 'consent_purposes' and term.code = 'newsletter'
    where n % 2 = 0`.execute(db);
}
