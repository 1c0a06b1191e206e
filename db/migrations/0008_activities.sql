-- The log of meetings.
create schema activities;

create table activities.meetings (
  id bigint generated always as identity primary key,
  subject text not null check (length(subject) between 1 and 300),
  type_id bigint not null references vocabularies.terms,
  held_on date not null,
  duration_minutes integer not null check (duration_minutes between 0 and 20000),
  participants integer not null check (participants between 0 and 100000),
  online boolean not null default false, -- with places as well: hybrid
  notes text not null default '', -- staff only
  logged_by uuid references accounts.users on delete set null,
  import_id bigint,
  import_line integer,
  removed_at timestamptz, -- deleted, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector generated always as (to_tsvector('simple', platform.fold(subject))) stored
);
create index on activities.meetings (held_on desc, id desc) where removed_at is null;
create index on activities.meetings (type_id);
create index on activities.meetings (logged_by, id desc);
create index on activities.meetings using gin (search);
create index on activities.meetings (import_id) where import_id is not null;
call platform.watch('activities.meetings');

create table activities.meeting_places (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references activities.meetings on delete cascade,
  position integer not null default 0,
  typed text not null check (length(typed) between 1 and 200),
  commune_code text references territory.communes, -- null: not matched, or abroad
  country_code text references territory.countries,
  unique (meeting_id, position)
);
create index on activities.meeting_places (commune_code);
call platform.watch('activities.meeting_places');

-- Who was met. A name that the directory does not know is kept as typed, and counts for no organisation.
create table activities.meeting_organisations (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references activities.meetings on delete cascade,
  position integer not null default 0,
  typed text not null check (length(typed) between 1 and 300),
  organisation_id bigint references directory.organisations,
  unique (meeting_id, position)
);
create index on activities.meeting_organisations (organisation_id);
call platform.watch('activities.meeting_organisations');

-- Every meeting as it is read and counted, deleted ones too.
-- `setting`: online; in the commune of an office open that day; or a trip (any other place, rule of the 2021 report).
create view activities.meeting_lines as
  select meeting.id, meeting.subject, meeting.held_on, extract(year from meeting.held_on)::int as year,
         extract(month from meeting.held_on)::int as month,
         meeting.duration_minutes, meeting.participants, meeting.online,
         type.id as type_id, type.code as type_code, type.label as type,
         coalesce(place.typed, '') as places,
         coalesce(place.communes, '{}') as commune_codes,
         case
           when place.typed is null then 'online'
           when place.outside then 'trip'
           else 'office'
         end as setting,
         meeting.removed_at, meeting.import_id, meeting.search
  from activities.meetings meeting
  join vocabularies.terms type on type.id = meeting.type_id
  left join lateral (
    select string_agg(place.typed, ', ' order by place.position) as typed,
           array_agg(place.commune_code order by place.position) filter (where place.commune_code is not null) as communes,
           bool_or(not exists (
             select from territory.offices office
             where office.commune_code = place.commune_code
               and (office.opened_on is null or office.opened_on <= meeting.held_on)
               and (office.closed_on is null or office.closed_on >= meeting.held_on))) as outside
    from activities.meeting_places place
    where place.meeting_id = meeting.id
  ) place on true;

create view activities.shared_meetings as
  select id, subject, held_on, year, month, duration_minutes, participants, online,
         type_id, type_code, type, places, commune_codes, setting
  from activities.meeting_lines
  where removed_at is null;

-- `key` is what two spellings of one place have in common: its commune, its country, or the folded text.
create view activities.shared_meeting_places as
  select place.id, place.meeting_id, place.typed, place.country_code,
         coalesce(place.commune_code, place.country_code, platform.fold(place.typed)) as key,
         coalesce(commune.name, country.name, place.typed) as label,
         commune.code as commune_code, commune.name as commune, commune.longitude, commune.latitude,
         commune.department_code
  from activities.meeting_places place
  join activities.meetings meeting on meeting.id = place.meeting_id and meeting.removed_at is null
  left join territory.communes commune on commune.code = place.commune_code
  left join territory.countries country on country.code = place.country_code;
