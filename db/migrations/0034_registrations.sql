-- Who comes: registrations, the letters written about them, who was there, and the certificates that say so.
-- A place is one of the event's when its sessions go together (`series`), else one of a session's: `session_id` says which.
create sequence agenda.registration_ranks;

create table agenda.registrations (
  id bigint generated always as identity primary key,
  event_id bigint not null references agenda.events,
  session_id bigint references agenda.sessions, -- null: the whole series
  given_name text not null default '' check (length(given_name) <= 100),
  family_name text not null default '' check (length(family_name) <= 100),
  email text not null default '' check (length(email) <= 254 and email = lower(email)),
  phone text not null default '' check (length(phone) <= 40),
  organisation text not null default '' check (length(organisation) <= 300), -- as typed
  organisation_id bigint references directory.organisations,
  needs text not null default '' check (length(needs) <= 2000), -- to be able to take part; erased a month after the event
  person_id bigint references directory.people,
  person_key text not null, -- the same for the same person; says nothing of them once they are forgotten
  source text not null check (source in ('form', 'staff', 'door')), -- `door`: came without a place, which then counts none
  state text not null check (state in ('confirmed', 'waiting', 'cancelled')),
  rank bigint not null default nextval('agenda.registration_ranks'), -- of arrival; staff may let one pass before
  keep_contact boolean not null default false, -- asked to be kept in the directory
  link integer not null default 1, -- raised when the personal link must open nothing more
  answer_id bigint references questionnaires.answers on delete set null,
  satisfaction_answer_id bigint references questionnaires.answers on delete set null,
  paid_at timestamptz,
  paid_how text not null default '' check (length(paid_how) <= 100),
  confirmed_at timestamptz, -- has a place since
  promoted_at timestamptz, -- from the waiting list
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('person', 'staff')),
  forgotten_at timestamptz, -- what says who it was has been erased
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((state = 'confirmed') <= (confirmed_at is not null))
);
-- One person, one place.
create unique index on agenda.registrations (event_id, (coalesce(session_id, 0)), email)
  where state <> 'cancelled' and email <> '';
create index on agenda.registrations (event_id, session_id, state, rank);
create index on agenda.registrations (session_id) where session_id is not null;
create index on agenda.registrations (organisation_id) where organisation_id is not null;
create index on agenda.registrations (person_id) where person_id is not null;
create index on agenda.registrations (email) where email <> '';
create index on agenda.registrations (answer_id) where answer_id is not null;
create index on agenda.registrations (satisfaction_answer_id) where satisfaction_answer_id is not null;
comment on table agenda.registrations is 'inscription à un événement|inscriptions à des événements';
call platform.watch('agenda.registrations');

-- The last guard: whatever is written, and however many write at once, no more people than places.
create function agenda.hold_places() returns trigger language plpgsql as $$
declare
  places integer;
begin
  if new.state <> 'confirmed' or new.source = 'door' then return new; end if;
  if tg_op = 'UPDATE' and old.state = 'confirmed' and old.source <> 'door'
     and old.session_id is not distinct from new.session_id then return new; end if;
  select capacity into places from agenda.events where id = new.event_id for no key update;
  if places is not null and places <= (
    select count(*) from agenda.registrations other
    where other.event_id = new.event_id and other.session_id is not distinct from new.session_id
      and other.state = 'confirmed' and other.source <> 'door' and other.id <> new.id)
  then raise exception 'No place is left at event %.', new.event_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger hold_places before insert or update of state, source, session_id on agenda.registrations
  for each row execute function agenda.hold_places();

-- Letters to all those of an event, written by a job, each once: what happened to it, or what the team has to say.
create table agenda.announcements (
  id bigint generated always as identity primary key,
  event_id bigint not null references agenda.events,
  session_id bigint references agenda.sessions, -- only to those who were to come that day
  kind text not null check (kind in ('cancelled', 'moved', 'restored', 'note', 'thanks', 'missed')),
  audience text not null default 'all' check (audience in ('all', 'confirmed', 'waiting', 'present', 'absent')),
  subject text not null default '' check (length(subject) <= 200),
  text text not null default '' check (length(text) <= 10000),
  certificate boolean not null default false,
  signer text not null default '' check (length(signer) <= 200), -- who signs the certificates
  satisfaction boolean not null default false,
  due_at timestamptz not null default now(), -- time to think again: what is taken back before is written to nobody
  done_at timestamptz,
  withdrawn_at timestamptz,
  created_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now()
);
create index on agenda.announcements (event_id, id);
create index on agenda.announcements (due_at) where done_at is null and withdrawn_at is null;
call platform.watch('agenda.announcements');

-- What was written to whom: a key is written once (`reminder 12 2021-06-01 7`, `announcement 4`, `thanks`).
create table agenda.registration_letters (
  id bigint generated always as identity primary key,
  registration_id bigint not null references agenda.registrations on delete cascade,
  key text not null check (length(key) between 1 and 100),
  letter_id bigint, -- platform.letters, which are kept ninety days
  written_at timestamptz not null default now(),
  unique (registration_id, key)
);
call platform.watch('agenda.registration_letters');

-- Who was there, session by session. A session without a line has not been taken by name.
create table agenda.attendances (
  id bigint generated always as identity primary key,
  registration_id bigint not null references agenda.registrations on delete cascade,
  session_id bigint not null references agenda.sessions,
  state text not null check (state in ('present', 'absent')),
  noted_at timestamptz not null default now(),
  unique (registration_id, session_id)
);
create index on agenda.attendances (session_id, state);
call platform.watch('agenda.attendances');

-- What is certified never moves: it says what was so on the day it was made.
create table agenda.certificates (
  id bigint generated always as identity primary key,
  registration_id bigint not null references agenda.registrations,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'), -- 100 bits (Crockford's base 32)
  holder text not null check (length(holder) <= 201),
  title text not null,
  training boolean not null, -- else an event, at which one was
  objectives text not null default '',
  place text not null default '',
  days jsonb not null, -- [{ "day": "2021-02-18", "minutes": 180 }]
  minutes integer not null check (minutes >= 0),
  network text not null,
  signer text not null default '',
  issued_on date not null,
  revoked_at timestamptz,
  revoked_why text not null default '' check (length(revoked_why) <= 500),
  created_at timestamptz not null default now()
);
create unique index on agenda.certificates (registration_id) where revoked_at is null;
create index on agenda.certificates (registration_id);
call platform.watch('agenda.certificates');

comment on column agenda.registrations.needs is
  'Purpose: let the person take part. Basis: consent. Retention: a month after the last day of the event.';
comment on column agenda.registrations.email is
  'Purpose: answer, remind, write about the event. Basis: performance of the service asked for. Retention: three years after the last day of the event.';
comment on column agenda.registrations.family_name is
  'Purpose: know who comes, prove a training. Retention: three years after the last day; six for a training.';
comment on table agenda.certificates is
  'Purpose: prove the training to who asks. Retention: six years after the training, then the name goes.';

create view agenda.shared_registrations as
  select registration.id as registration_id, registration.event_id, registration.session_id, registration.person_key,
         registration.organisation_id, registration.state, registration.source, registration.created_at
  from agenda.registrations registration
  join agenda.events event on event.id = registration.event_id and event.removed_at is null;

create view agenda.shared_attendances as
  select attendance.session_id, attendance.registration_id, registration.event_id, registration.person_key,
         registration.organisation_id, attendance.state
  from agenda.attendances attendance
  join agenda.registrations registration on registration.id = attendance.registration_id
  join agenda.events event on event.id = registration.event_id and event.removed_at is null
  join agenda.sessions session on session.id = attendance.session_id and session.removed_at is null;
