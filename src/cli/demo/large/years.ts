import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { drawn, oneOf } from "./pick.ts";
import { family, given, themes } from "./words.ts";

const events = 400;
const courses = 4_000;
const registered = 100;
const first = "2017-01-01";

const titles = ["Webinaire : ", "Groupe de travail : ", "Rencontre : ", "Atelier : ", "Journée : "];
const asked = [
  "Monter un projet pour ",
  "Chercher des fonds pour ",
  "Trouver un partenaire pour ",
  "Évaluer ",
];

/**
 * Ten years of a network's work, 2017 to 2026, as a team of eight does it: 400 events, half of them trainings, with a hundred
 * registrations each; 4 000 courses of support with their meetings and time. Needs the organisations, the meetings and the accounts.
 */
export async function addLargeYears(db: Db): Promise<void> {
  await sql`create temporary table large_staff on commit drop as
    select id, row_number() over (order by email) - 1 as which, count(*) over () as most
    from accounts.shared_staff`.execute(db);
  await addEvents(db);
  await addRegistrations(db);
  await addCourses(db);
}

async function addEvents(db: Db) {
  await sql`create temporary table large_events on commit drop as
    with kinds as (select array_agg(id order by position, id) as ids from vocabularies.shared_terms where list_id = 'event_kinds'),
         poles as (select array_agg(id order by position, id) as ids from vocabularies.shared_terms where list_id = 'poles')
    select nextval(pg_get_serial_sequence('agenda.events', 'id')) as id, n,
           date ${sql.lit(first)} + (n * 3650 / ${sql.lit(events)})::int as day, kinds.ids as kinds, poles.ids as poles
    from generate_series(1, ${sql.lit(events)}) n, kinds, poles`.execute(db);
  await sql`
    insert into agenda.events (id, title, description, training, kind_id, nature, programme_year, pole_id, registration,
                               capacity, reminder_days, country_codes)
    overriding system value
    select id, ${oneOf(titles, 80, "n")} || ${oneOf(themes, 81, "n")}, 'Échanges et témoignages sur ' || ${oneOf(themes, 82, "n")} || '.',
           n % 2 = 0, case when n % 2 = 1 then kinds[1 + ${drawn(83, 9, "n")}] end,
           case when n % 2 = 0 then (array['thematic', 'methodological'])[1 + ${drawn(84, 2, "n")}] end,
           extract(year from day), poles[1 + ${drawn(85, 3, "n")}], 'here', 80, '{}', '{}'
    from large_events`.execute(db);
  await sql`
    insert into agenda.sessions (event_id, starts_on, starts_at, ends_at, duration_minutes, participants, online, place)
    select id, day + 7 * which, '09:30', '12:30', 180, 60, n % 3 = 0, case when n % 3 > 0 then 'Lille' else '' end
    from large_events, generate_series(0, case when n % 4 = 0 then 2 else 0 end) which`.execute(db);
  await sql`
    insert into agenda.organisers (event_id, organisation_id, typed, position)
    select event.id, organisation.id, organisation.name, 0
    from large_events event join large_ids large on large.n = 1 + abs(hashint8extended(event.n, 86) % large.most)
    join directory.shared_organisations organisation on organisation.id = large.id`.execute(db);
  // Each session past is one meeting of the log.
  await sql`
    insert into agenda.session_meetings (meeting_id, event_id, session_id)
    select meeting.id, session.event_id, session.id
    from (select id, event_id, starts_on, row_number() over (order by starts_on, id) as n from agenda.sessions
          where starts_on < '2026-11-01') session
    join large_meetings meeting using (n)`.execute(db);
  await sql`
    update activities.meetings meeting
    set held_on = session.starts_on, subject = event.title, duration_minutes = session.duration_minutes, participants = session.participants
    from agenda.session_meetings link join agenda.sessions session on session.id = link.session_id
    join agenda.events event on event.id = session.event_id
    where meeting.id = link.meeting_id`.execute(db);
}

/** Eighty in, ten waiting, ten who withdrew; one person comes back to several events; three in four of those in came. */
async function addRegistrations(db: Db) {
  await sql`
    insert into agenda.registrations (event_id, given_name, family_name, email, organisation, organisation_id, person_key,
                                      source, state, confirmed_at, cancelled_at, cancelled_by)
    select place.id, place.given, place.family, 'personne-' || place.n || '@exemple.invalid',
           organisation.name, organisation.id, 'personne ' || place.n, 'form',
           case when rank < 80 then 'confirmed' when rank < 90 then 'waiting' else 'cancelled' end,
           case when rank < 80 then day::timestamptz end, case when rank >= 90 then day::timestamptz end,
           case when rank >= 90 then 'person' end
    from (select *, ${oneOf(given, 87, "n")} as given, ${oneOf(family, 88, "n")} as family
          from (select event.id, event.day, rank, (event.n * 37 + rank) % 9000 as n
                from large_events event, generate_series(0, ${sql.lit(registered - 1)}) rank) numbered) place
    join large_ids large on large.n = 1 + place.n % large.most
    join directory.shared_organisations organisation on organisation.id = large.id
    order by place.id, rank`.execute(db);
  await sql`
    insert into agenda.attendances (registration_id, session_id, state)
    select registration.id, session.id, case when (registration.id + session.id) % 4 > 0 then 'present' else 'absent' end
    from agenda.registrations registration join agenda.sessions session using (event_id)
    where registration.state = 'confirmed' and session.starts_on < '2026-11-01'`.execute(db);
}

async function addCourses(db: Db) {
  await sql`create temporary table large_courses on commit drop as
    with themes as (select array_agg(id) as ids from vocabularies.shared_terms where list_id = 'support_themes')
    select nextval(pg_get_serial_sequence('support.courses', 'id')) as id, course.n, large.id as organisation_id,
           date ${sql.lit(first)} + (course.n * 3600 / ${sql.lit(courses)})::int as day, themes.ids as themes,
           course.n <= ${sql.lit(courses - 400)} as closed
    from generate_series(1, ${sql.lit(courses)}) course (n)
    join large_ids large on large.n = 1 + abs(hashint8extended(course.n, 90) % large.most), themes`.execute(
    db,
  );
  await sql`
    insert into support.courses (id, subject, stage, stage_since, opened_on, closed_on, outcome, referent_id, theme_ids,
                                 department_code, actor_type_id, next_step, next_step_on, touched_at)
    overriding system value
    select course.id, ${oneOf(asked, 91, "n")} || ${oneOf(themes, 92, "n")},
           case when closed then 'closed' else (array['diagnosis', 'under_way', 'waiting'])[1 + ${drawn(93, 3, "n")}] end,
           day::timestamptz, day, case when closed then day + 90 end, case when closed then 'reached' end, staff.id,
           array[themes[1 + ${drawn(94, 8, "n")}]], organisation.department_code, organisation.actor_type_id,
           case when closed then '' else 'Rappeler' end, case when not closed then day + 60 end, day::timestamptz
    from large_courses course
    join directory.shared_organisations organisation on organisation.id = course.organisation_id
    join large_staff staff on staff.which = course.n % staff.most`.execute(db);
  await sql`
    insert into support.course_organisations (course_id, position, typed, organisation_id)
    select course.id, 0, organisation.name, organisation.id
    from large_courses course join directory.shared_organisations organisation on organisation.id = course.organisation_id`.execute(
    db,
  );
  await sql`
    insert into support.course_meetings (meeting_id, course_id)
    select meeting.id, course.id
    from large_courses course cross join generate_series(0, 1) which
    join large_meetings meeting on meeting.n = 1000 + (course.n * 2 + which) % 3000`.execute(db);
  await sql`
    insert into support.time_entries (course_id, day, minutes, what, user_id)
    select course.id, day + 20, 30 * (1 + ${drawn(95, 6, "n")}), 'Relecture du dossier', staff.id
    from large_courses course join large_staff staff on staff.which = course.n % staff.most where n % 3 = 0`.execute(
    db,
  );
  await sql`
    insert into activities.meeting_staff (meeting_id, user_id)
    select meeting.id, staff.id from large_meetings meeting join large_staff staff on staff.which = meeting.n % staff.most
    where meeting.n <= 4000`.execute(db);
}
