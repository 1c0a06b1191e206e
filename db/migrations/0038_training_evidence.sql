-- What the yearly pedagogical and financial report of a training body asks of each training (Cerfa no 10443, code du
-- travail art. L6352-11), and the quality checklist (référentiel national qualité, art. R6316-1).
create table agenda.training_evidence (
  event_id bigint primary key references agenda.events,
  trainee_kind text not null default 'other'
    check (trainee_kind in ('private_employee', 'apprentice', 'job_seeker', 'individual', 'other')),
  objective text not null default 'other'
    check (objective in ('diploma', 'certification', 'cqp', 'other', 'skills_review', 'experience')),
  specialty text not null default '' check (length(specialty) <= 100), -- nomenclature of training specialities, as typed
  subcontracted boolean not null default false, -- entrusted to us by another body
  inside_trainers integer not null default 0 check (inside_trainers between 0 and 1000),
  inside_minutes integer not null default 0 check (inside_minutes between 0 and 600000),
  outside_trainers integer not null default 0 check (outside_trainers between 0 and 1000),
  outside_minutes integer not null default 0 check (outside_minutes between 0 and 600000),
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
call platform.watch('agenda.training_evidence', 'event_id');

-- Of what kind one person is, when it is not that of the training.
create table agenda.trainee_kinds (
  registration_id bigint primary key references agenda.registrations on delete cascade,
  kind text not null check (kind in ('private_employee', 'apprentice', 'job_seeker', 'individual', 'other'))
);
call platform.watch('agenda.trainee_kinds', 'registration_id');

-- What the network says of each indicator of the quality referential, in the version that it answers.
create table agenda.quality_answers (
  id bigint generated always as identity primary key,
  referential text not null check (length(referential) between 1 and 40),
  indicator integer not null check (indicator between 1 and 99),
  state text not null check (state in ('met', 'partly', 'not_met', 'not_concerned')),
  words text not null default '' check (length(words) <= 5000),
  proof text not null default '' check (length(proof) <= 2000), -- where it is found
  checked_on date not null,
  checked_by uuid references accounts.users on delete set null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  unique (referential, indicator)
);
call platform.watch('agenda.quality_answers');

-- Who was trained, one line a person and a training, with the time spent there: by name where the attendance was taken so,
-- else by the number noted. A person of a series counts once; a session noted by number alone cannot say who came twice, so
-- that its training counts the people of its fullest session.
create view agenda.shared_trainees as
  with held as (
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
