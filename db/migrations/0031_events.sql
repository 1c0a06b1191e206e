-- The agenda whole: a training is an event among others, with what only trainings have. Numbers and addresses stay.
alter table agenda.trainings rename to events;
alter table agenda.training_sessions rename to sessions;
alter table agenda.sessions rename column training_id to event_id;
update platform.changes set table_name = 'agenda.events' where table_name = 'agenda.trainings';
update platform.changes set table_name = 'agenda.sessions' where table_name = 'agenda.training_sessions';

-- The catalogue of trainings: what is taught, whoever asks and whenever.
create table agenda.modules (
  id bigint generated always as identity primary key,
  cycle_id bigint references vocabularies.terms, -- list `training_cycles`
  title text not null check (length(title) between 1 and 300),
  key text generated always as (platform.fold(title)) stored,
  nature text check (nature in ('thematic', 'methodological')),
  objectives text not null default '' check (length(objectives) <= 20000),
  contents text not null default '' check (length(contents) <= 20000),
  audience text not null default '' check (length(audience) <= 2000),
  prerequisites text not null default '' check (length(prerequisites) <= 2000),
  duration_minutes integer check (duration_minutes between 1 and 60000),
  position integer not null default 0,
  retired_at timestamptz, -- no longer in the catalogue
  import_id bigint,
  import_line integer,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on agenda.modules (cycle_id, position);
create index on agenda.modules (key);
create index on agenda.modules (import_id) where import_id is not null;
call platform.watch('agenda.modules');

alter table agenda.events
  add column kind_id bigint references vocabularies.terms, -- list `event_kinds`; a training has none
  add column training boolean not null default false,
  add column module_id bigint references agenda.modules,
  add column nature text check (nature in ('thematic', 'methodological')),
  add column objectives text not null default '' check (length(objectives) <= 20000),
  add column status text not null default 'published' check (status in ('proposed', 'draft', 'published', 'refused')),
  add column cancelled_at timestamptz,
  add column cancelled_why text not null default '' check (length(cancelled_why) <= 2000), -- said to everyone
  add column origin text not null default 'own' check (origin in ('own', 'relayed')), -- relayed: of another's agenda
  -- The programme of the year: what was planned in advance, and when, as vaguely as it was said.
  add column programme_year integer check (programme_year between 1950 and 2200),
  add column planned_period text not null default '' check (length(planned_period) <= 100), -- `Mai`, `Automne`, `À définir`
  add column planned_from date,
  add column planned_to date,
  add column dropped_at timestamptz, -- of the programme, and will not be done
  add column dropped_why text not null default '' check (length(dropped_why) <= 2000),
  add column audience text not null default '' check (length(audience) <= 2000), -- as typed
  add column audience_type_ids bigint[] not null default '{}', -- list `actor_types`
  add column pole_id bigint references vocabularies.terms, -- list `poles`
  add column axis_id bigint references vocabularies.terms, -- list `strategic_axes`
  add column mission_id bigint references vocabularies.terms, -- list `missions`
  add column scheme_id bigint references vocabularies.terms, -- list `schemes`
  add column sector_ids bigint[] not null default '{}', -- list `sectors`
  add column goal_ids bigint[] not null default '{}', -- list `odd`
  add column country_codes text[] not null default '{}', -- ISO 3166-1 alpha-2
  add column website text not null default '' check (length(website) <= 500),
  add column accessibility text not null default '' check (length(accessibility) <= 2000),
  add column contact text not null default '' check (length(contact) <= 300), -- whom to ask, said to everyone
  add column picture_file_id uuid references platform.files,
  add column picture_text text not null default '' check (length(picture_text) <= 500),
  -- Registration. `series`: its sessions go together, one registers once for all; else one chooses a session.
  add column registration text not null default 'none' check (registration in ('none', 'here', 'elsewhere')),
  add column registration_url text not null default '' check (length(registration_url) <= 500),
  add column opens_at timestamptz,
  add column closes_at timestamptz,
  add column capacity integer check (capacity between 1 and 100000), -- of the series, or of each session
  add column series boolean not null default true,
  add column price_cents integer not null default 0 check (price_cents between 0 and 100000000),
  add column price_words text not null default '' check (length(price_words) <= 300), -- `gratuit pour les adhérents`
  add column questionnaire_id bigint references questionnaires.questionnaires,
  add column satisfaction_id bigint references questionnaires.questionnaires,
  add column reminder_days integer[] not null default '{7,1}', -- days before the first day when those registered are written to
  add column import_line integer,
  add check (planned_from <= planned_to),
  add check ((cancelled_at is null) or cancelled_why is not null),
  add check (not (training and kind_id is not null)),
  add check (training or (module_id is null and nature is null)),
  add check (dropped_at is null or programme_year is not null),
  add check (closes_at > opens_at);
update agenda.events set training = true;
create index on agenda.events (status, visibility) where removed_at is null;
create index on agenda.events (programme_year) where programme_year is not null;
create index on agenda.events (module_id) where module_id is not null;
create index on agenda.events (kind_id);

-- Times are those of the clock in Paris; a session without them is of whole days.
alter table agenda.sessions
  alter column duration_minutes set default 0, -- 0: counted from its times
  add column title text not null default '' check (length(title) <= 300), -- `Module 2`, when it has one of its own
  add column starts_at time,
  add column ends_at time,
  add column address text not null default '' check (length(address) <= 500),
  add column online_url text not null default '' check (length(online_url) <= 1000), -- given to those registered only
  add column cancelled_at timestamptz,
  add column moved_from date, -- the day it was to be held, once it has been moved
  add column moved_from_at time,
  add column moved_at timestamptz,
  add column uid uuid not null default gen_random_uuid(), -- iCalendar UID (RFC 5545, 3.8.4.7)
  add column sequence integer not null default 0, -- iCalendar SEQUENCE: raised at each change of date, place or state
  add check (ends_at is null or starts_at is not null),
  add check (coalesce(ends_on, starts_on) > starts_on or ends_at >= starts_at);
create unique index on agenda.sessions (uid);

-- Who holds an event; one that the directory does not know is named as typed.
create table agenda.organisers (
  id bigint generated always as identity primary key,
  event_id bigint not null references agenda.events on delete cascade,
  organisation_id bigint references directory.organisations,
  typed text not null check (length(typed) between 1 and 300),
  role text not null default 'organiser' check (role in ('organiser', 'co_organiser', 'speaker')),
  position integer not null default 0,
  unique (event_id, position)
);
create index on agenda.organisers (organisation_id);
comment on table agenda.organisers is 'place dans un événement|places dans des événements';
call platform.watch('agenda.organisers');

-- The meetings of the log that are those of a session: the hours that the team spent there are counted once.
create table agenda.session_meetings (
  meeting_id bigint primary key, -- activities.meetings
  event_id bigint not null references agenda.events,
  session_id bigint references agenda.sessions
);
create index on agenda.session_meetings (event_id);
create index on agenda.session_meetings (session_id);
call platform.watch('agenda.session_meetings', 'meeting_id');

drop view agenda.shared_training_sessions;

create view agenda.shared_sessions as
  select session.id, session.event_id, event.title, session.title as session_title, event.kind_id, event.training,
         event.visibility, event.status, event.origin, session.starts_on, session.ends_on, session.starts_at, session.ends_at,
         extract(year from session.starts_on)::int as year,
         coalesce(nullif(session.duration_minutes, 0),
           extract(epoch from session.ends_at - session.starts_at)::int / 60, 0) as duration_minutes,
         session.participants, session.online, session.place, session.commune_code, commune.name as commune,
         coalesce(session.cancelled_at, event.cancelled_at) is not null as cancelled,
         event.pole_id, event.axis_id, event.mission_id, event.scheme_id, event.module_id
  from agenda.sessions session
  join agenda.events event on event.id = session.event_id and event.removed_at is null
  left join territory.communes commune on commune.code = session.commune_code
  where session.removed_at is null;

-- The sessions of our own trainings that are held or to be held.
create view agenda.shared_training_sessions as
  select id, event_id as training_id, title, visibility, starts_on, ends_on, year, duration_minutes, participants, online,
         place, commune_code, commune
  from agenda.shared_sessions
  where training and origin = 'own' and status = 'published' and not cancelled;

create view agenda.shared_events as
  select event.id, event.title, event.kind_id, kind.code as kind_code,
         case when event.training then 'Formation' else coalesce(kind.label, 'Événement') end as kind, event.training,
         event.origin, event.status, event.visibility, event.cancelled_at is not null as cancelled, event.programme_year,
         event.planned_period, event.planned_from, event.planned_to, event.dropped_at is not null as dropped,
         event.audience_type_ids, event.pole_id, event.axis_id, event.mission_id, event.scheme_id, event.sector_ids,
         event.goal_ids, event.country_codes, event.module_id, held.first_on, held.last_on, held.sessions, held.meetings,
         event.created_at
  from agenda.events event
  left join vocabularies.terms kind on kind.id = event.kind_id
  left join lateral (
    select min(session.starts_on) as first_on, max(coalesce(session.ends_on, session.starts_on)) as last_on,
           count(*)::int as sessions,
           (select count(*)::int from agenda.session_meetings meeting where meeting.event_id = event.id) as meetings
    from agenda.sessions session
    where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null
  ) held on true
  where event.removed_at is null;

-- What the team says of a meeting besides: under what it is counted.
alter table activities.meetings
  add column pole_id bigint references vocabularies.terms, -- list `poles`
  add column axis_id bigint references vocabularies.terms, -- list `strategic_axes`
  add column mission_id bigint references vocabularies.terms, -- list `missions`
  add column scheme_id bigint references vocabularies.terms; -- list `schemes`
