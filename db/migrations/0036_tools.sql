-- Appointments, tools of the network, incubation: what the team gives of its time, with what, and to whom over years.
create extension if not exists btree_gist;
create schema if not exists support;

-- Who receives: the page by which an officer offers slots.
create table support.hosts (
  id bigint generated always as identity primary key,
  account_id uuid not null unique references accounts.users,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60), -- of its public address
  name text not null check (length(name) between 1 and 200), -- as everyone reads it
  presentation text not null default '' check (length(presentation) <= 2000),
  theme_ids bigint[] not null default '{}', -- list `support_themes`
  listed boolean not null default true, -- in the public list of those who receive; its own address opens either way
  open boolean not null default true, -- takes appointments
  notice_hours integer not null default 24 check (notice_hours between 0 and 720), -- how long before one may still book
  horizon_days integer not null default 42 check (horizon_days between 1 and 366),
  pause_minutes integer not null default 0 check (pause_minutes between 0 and 240), -- kept free around what is taken
  feed_link integer not null default 1, -- raised when the private address of the feed must open nothing more
  secret text not null default '' check (length(secret) <= 2000), -- address of the officer's own calendar; see `calendar_readings`
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on support.hosts using gin (theme_ids);
call platform.watch('support.hosts');

-- How the calendar of an officer, elsewhere, was last read: only when it is taken is kept, never what it says.
create table support.calendar_readings (
  host_id bigint primary key references support.hosts on delete cascade,
  read_at timestamptz, -- the last time it was understood
  tried_at timestamptz not null,
  next_at timestamptz not null, -- not before: later and later while it fails
  failures integer not null default 0,
  refusal text -- why, the last time
);
create index on support.calendar_readings (next_at);
comment on column support.hosts.secret is
  'Purpose: offer no slot when its owner is taken. Seen by: nobody, its owner sees the host only. Erased with the page of appointments. Never in the change log.';

-- When the officer's own calendar is taken, as last read.
create table support.busy_times (
  host_id bigint not null references support.hosts on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (host_id, starts_at, ends_at)
);

-- What is offered: each week on a day, or once. Clock times of Paris.
create table support.openings (
  id bigint generated always as identity primary key,
  host_id bigint not null references support.hosts on delete cascade,
  weekday integer check (weekday between 1 and 7), -- ISO 8601: 1 is Monday
  every_weeks integer not null default 1 check (every_weeks between 1 and 4), -- counted from the week of `from_on`
  held_on date,
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  slot_minutes integer not null check (slot_minutes between 5 and 480),
  mode text not null check (mode in ('office', 'online', 'phone', 'elsewhere')),
  office_id bigint references territory.offices,
  place text not null default '' check (length(place) <= 300), -- elsewhere: as typed
  online_url text not null default '' check (length(online_url) <= 1000), -- given to those who booked only
  from_on date not null, -- the first day that may be offered
  to_on date check (to_on >= from_on),
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(weekday, held_on) = 1),
  check (mode <> 'office' or office_id is not null),
  check (mode <> 'elsewhere' or place <> '')
);
create index on support.openings (host_id) where removed_at is null;
call platform.watch('support.openings');

-- Days when nothing is offered.
create table support.absences (
  id bigint generated always as identity primary key,
  host_id bigint not null references support.hosts on delete cascade,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  why text not null default '' check (length(why) <= 200) -- for the team
);
create index on support.absences (host_id, to_on);
call platform.watch('support.absences');

-- Who comes, when, for what. Names and addresses are erased after a time (src/domains/support/appointments/rules.keeping.ts).
create table support.appointments (
  id bigint generated always as identity primary key,
  host_id bigint not null references support.hosts,
  opening_id bigint references support.openings, -- none when added by hand
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  mode text not null check (mode in ('office', 'online', 'phone', 'elsewhere')),
  place text not null default '' check (length(place) <= 500), -- in words: the office and its address, or as typed
  commune_code text references territory.communes, -- of the office, for the log
  online_url text not null default '' check (length(online_url) <= 1000),
  name text not null default '' check (length(name) <= 200),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  organisation_typed text not null default '' check (length(organisation_typed) <= 300),
  organisation_id bigint references directory.organisations,
  theme_id bigint references vocabularies.terms, -- list `support_themes`
  subject text not null check (length(subject) between 1 and 300),
  message text not null default '' check (length(message) <= 5000),
  notes text not null default '' check (length(notes) <= 20000), -- for the team
  source text not null default 'link' check (source in ('link', 'staff')),
  state text not null default 'booked' check (state in ('booked', 'cancelled')),
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('guest', 'host')),
  cancelled_why text not null default '' check (length(cancelled_why) <= 2000),
  moved_at timestamptz,
  reminded_at timestamptz, -- a reminder is written once for each date
  erased_at timestamptz,
  uid uuid not null unique default gen_random_uuid(), -- iCalendar UID (RFC 5545, 3.8.4.7)
  sequence integer not null default 0, -- iCalendar SEQUENCE: raised at each change of date, place or state
  link integer not null default 1, -- of the personal link: raised when it must open nothing more
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  -- Whatever arrives together, nobody receives two at once.
  constraint one_at_a_time exclude using gist (host_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked')
);
create index on support.appointments (host_id, starts_at);
create index on support.appointments (starts_at) where state = 'booked';
create index on support.appointments (organisation_id) where organisation_id is not null;
create index on support.appointments (lower(email)) where email <> '';
create index on support.appointments (ends_at) where erased_at is null;
comment on table support.appointments is 'rendez-vous|rendez-vous';
call platform.watch('support.appointments');

-- The meeting of the log that an appointment became: noted once.
create table support.appointment_meetings (
  appointment_id bigint primary key references support.appointments,
  meeting_id bigint not null unique -- activities.meetings
);
call platform.watch('support.appointment_meetings', 'appointment_id');

-- The words of the tools, as the network changed them: every version is kept, the last is used. Those shipped are in the
-- program (src/domains/support/tools/shipped); `content` none: the network came back to them.
create table support.tool_texts (
  id bigint generated always as identity primary key,
  tool text not null check (tool in ('steps', 'chessboard', 'goals', 'partnership', 'pitch')),
  number integer not null,
  content jsonb,
  written_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now(),
  unique (tool, number)
);
call platform.watch('support.tool_texts');

-- A tool filled with an actor. It keeps the words with which it was begun: what was answered keeps its questions.
create table support.tool_sheets (
  id bigint generated always as identity primary key,
  tool text not null check (tool in ('steps', 'chessboard', 'goals', 'partnership', 'pitch')),
  title text not null check (length(title) between 1 and 200),
  content jsonb not null,
  answers jsonb not null default '{}',
  course_id bigint references support.courses on delete set null,
  organisation_id bigint references directory.organisations,
  shared boolean not null default false, -- opened by its link, and filled from there
  link integer not null default 1, -- raised when the link must open nothing more
  created_by uuid references accounts.users on delete set null,
  removed_at timestamptz, -- deleted, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  key text generated always as (platform.fold(title)) stored
);
create index on support.tool_sheets (updated_at desc, id desc) where removed_at is null;
create index on support.tool_sheets (organisation_id) where organisation_id is not null;
create index on support.tool_sheets (course_id) where course_id is not null;
comment on table support.tool_sheets is 'outil rempli|outils remplis';
call platform.watch('support.tool_sheets');

-- What public cards say of where, with whom and on what organisations work: partners are looked for in it.
create view directory.shared_public_work as
  select card.id, card.name, card.acronym, card.commune_code, card.counted_department_code as department_code,
         card.counted_epci_code as epci_code, card.actor_type_id, card.counted_family_id as family_id,
         card.sector_ids, card.country_codes, card.goal_ids
  from directory.public_cards card;
