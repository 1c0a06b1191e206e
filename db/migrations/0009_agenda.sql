-- Trainings and their sessions.
create schema agenda;

create table agenda.trainings (
  id bigint generated always as identity primary key,
  title text not null check (length(title) between 1 and 300),
  key text generated always as (platform.fold(title)) stored,
  description text not null default '',
  visibility text not null default 'listed' check (visibility in ('listed', 'internal')),
  import_id bigint,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on agenda.trainings (key);
create index on agenda.trainings (import_id) where import_id is not null;
call platform.watch('agenda.trainings');

create table agenda.training_sessions (
  id bigint generated always as identity primary key,
  training_id bigint not null references agenda.trainings,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  duration_minutes integer not null check (duration_minutes between 0 and 60000),
  participants integer not null default 0 check (participants between 0 and 100000),
  online boolean not null default false,
  place text not null default '' check (length(place) <= 200), -- as typed
  commune_code text references territory.communes,
  import_id bigint,
  import_line integer,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on agenda.training_sessions (training_id);
create index on agenda.training_sessions (starts_on desc) where removed_at is null;
create index on agenda.training_sessions (import_id) where import_id is not null;
call platform.watch('agenda.training_sessions');

create view agenda.shared_training_sessions as
  select session.id, session.training_id, training.title, training.visibility,
         session.starts_on, session.ends_on, extract(year from session.starts_on)::int as year,
         session.duration_minutes, session.participants, session.online, session.place,
         session.commune_code, commune.name as commune
  from agenda.training_sessions session
  join agenda.trainings training on training.id = session.training_id and training.removed_at is null
  left join territory.communes commune on commune.code = session.commune_code
  where session.removed_at is null;
