-- What the indicators of the year count, over what the agenda and the log publish.

-- The events of ours that were held, trainings apart, each with its first day: announced and kept at a date that is over or
-- begun, or, of the programme, done as a meeting of the log (whose subject it then bears). One line an event, whatever its dates.
create view agenda.shared_held_events as
  select event.id, event.title, event.status, event.visibility, event.kind_id, kind.code as kind_code,
         coalesce(kind.label, 'Événement') as kind, held.first_on, extract(year from held.first_on)::int as year,
         coalesce(dates.days, 0) as sessions, logged.subject,
         -- The meeting of a session says again who came to it.
         greatest(dates.participants, logged.participants, 0) as participants
  from agenda.events event
  left join vocabularies.terms kind on kind.id = event.kind_id
  left join lateral (
    select min(session.starts_on) as first_on, count(*)::int as days, sum(session.participants)::int as participants
    from agenda.sessions session
    where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null
      and session.starts_on <= (now() at time zone 'Europe/Paris')::date
  ) dates on event.status = 'published'
  left join lateral (
    select min(meeting.held_on) as first_on, sum(meeting.participants)::int as participants,
           (array_agg(meeting.subject order by meeting.held_on, meeting.id))[1] as subject
    from agenda.session_meetings linked
    join activities.shared_meetings meeting on meeting.id = linked.meeting_id
    where linked.event_id = event.id
  ) logged on true
  cross join lateral (select least(dates.first_on, logged.first_on) as first_on) held
  where event.removed_at is null and event.cancelled_at is null and not event.training and event.origin = 'own'
    and event.status in ('draft', 'published') and held.first_on is not null;

-- As in 0038, where a year asked for reads its own sessions only (`not materialized`).
create or replace view agenda.shared_trainees as
  with held as not materialized (
    select session.id, session.event_id, session.year, session.duration_minutes, session.participants,
           exists (select from agenda.shared_attendances attendance where attendance.session_id = session.id) as named
    from agenda.shared_sessions session
    where session.training and session.origin = 'own' and session.status = 'published' and not session.cancelled
  )
  select held.event_id, held.year, attendance.person_key, max(attendance.registration_id) as registration_id,
         1 as people, sum(held.duration_minutes)::int as minutes, count(*)::int as attendances, true as named
  from held
  join agenda.shared_attendances attendance on attendance.session_id = held.id and attendance.state = 'present'
  group by held.event_id, held.year, attendance.person_key
  union all
  select held.event_id, held.year, null, null, max(held.participants)::int,
         sum(held.participants * held.duration_minutes)::int, sum(held.participants)::int, false
  from held
  where not held.named
  group by held.event_id, held.year
  having sum(held.participants) > 0;

-- The trainings of ours, one line a training and a year, with the people they trained. `newcomers`: those that no training of
-- that year, begun before, had already counted; who is known by number alone is never known to come back. A training noted by
-- name one day and by number another has the people of whichever says more.
create view agenda.shared_training_people as
  with dates as (
    select training_id, year, min(title) as title, min(visibility) as visibility, min(starts_on) as first_on,
           count(*)::int as sessions
    from agenda.shared_training_sessions group by training_id, year
  ), trained as (
    select dates.training_id, trainee.year, dates.title, dates.visibility, dates.first_on, dates.sessions,
           trainee.people, trainee.attendances, trainee.named,
           row_number() over (partition by trainee.year, trainee.person_key order by dates.first_on, dates.training_id) as place
    from agenda.shared_trainees trainee
    join dates on dates.training_id = trainee.event_id and dates.year = trainee.year
  ), counted as (
    select training_id, year, min(title) as title, min(visibility) as visibility, min(first_on) as first_on,
           min(sessions) as sessions, sum(attendances)::int as attendances,
           coalesce(sum(people) filter (where named), 0)::int as known,
           coalesce(sum(people) filter (where not named), 0)::int as numbered,
           coalesce(sum(people) filter (where named and place = 1), 0)::int as newcomers
    from trained group by training_id, year
  )
  select training_id, year, title, visibility, first_on, sessions, attendances, greatest(known, numbered) as people,
         newcomers + greatest(numbered - known, 0) as newcomers
  from counted;
