-- The log of meetings whole: who of the team was there, who was met, what a calendar proposes, what is missing, and which
-- collectivités were met.

-- The team: the accounts that work for the network and are open.
create view accounts.shared_staff as
  select account.id, account.name, account.email
  from accounts.users account
  where account.closed_at is null
    and exists (select from accounts.roles role where role.user_id = account.id and role.role in ('officer', 'administrator'));

-- Who of the team was at a meeting: their hours are counted there.
create table activities.meeting_staff (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references activities.meetings on delete cascade,
  user_id uuid not null references accounts.users on delete cascade,
  unique (meeting_id, user_id)
);
create index on activities.meeting_staff (user_id, meeting_id);
call platform.watch('activities.meeting_staff');

-- Who was met, one by one, when it is worth writing down. A person of the directory, or a name as typed.
create table activities.meeting_people (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references activities.meetings on delete cascade,
  position integer not null default 0,
  typed text not null check (length(typed) between 1 and 200),
  email text not null default '' check (length(email) <= 300),
  person_id bigint references directory.people on delete set null,
  unique (meeting_id, position)
);
create index on activities.meeting_people (person_id) where person_id is not null;
create index on activities.meeting_people (platform.fold(typed)) where person_id is null;
create index on activities.meeting_people (lower(email)) where email <> '';
call platform.watch('activities.meeting_people');
comment on table activities.meeting_people is
  'Purpose: remember who was met. Basis: legitimate interest of the network. Seen by: staff only. Retention: a name that is no person of the directory is forgotten three years after the meeting; others as the person.';
comment on column activities.meeting_people.typed is 'Purpose: say who was met. Seen by: staff only. Erased with the person.';
comment on column activities.meeting_people.email is 'Purpose: make them a person of the directory, or find them in it. Seen by: staff only. Retention: a year after the meeting.';

-- What the lists of meetings read: computed by the triggers below, it holds nothing of its own.
-- `words`: subject, places and organisations folded, each word after a space, so that one that begins so is found by trigrams.
create table activities.meeting_index (
  meeting_id bigint primary key references activities.meetings on delete cascade,
  words text not null,
  places text not null, -- as typed, in their order
  commune_codes text[] not null,
  unplaced boolean not null -- one of its places is no commune
);
create index on activities.meeting_index using gin (words gin_trgm_ops);

create function activities.index_meetings(ids bigint[]) returns void language sql as $$
  insert into activities.meeting_index (meeting_id, words, places, commune_codes, unplaced)
  select meeting.id,
         ' ' || platform.fold(meeting.subject) || ' ' || platform.fold(coalesce(place.typed, '')) || ' ' ||
           platform.fold(coalesce(met.typed, '')),
         coalesce(place.typed, ''), coalesce(place.communes, '{}'), coalesce(place.unplaced, false)
  from activities.meetings meeting
  left join lateral (
    select string_agg(place.typed, ', ' order by place.position) as typed,
           array_agg(place.commune_code order by place.position) filter (where place.commune_code is not null) as communes,
           bool_or(place.commune_code is null) as unplaced
    from activities.meeting_places place where place.meeting_id = meeting.id
  ) place on true
  left join lateral (
    select string_agg(met.typed, ' ' order by met.position) as typed
    from activities.meeting_organisations met where met.meeting_id = meeting.id
  ) met on true
  where meeting.id = any(ids)
  on conflict (meeting_id) do update set words = excluded.words, places = excluded.places,
    commune_codes = excluded.commune_codes, unplaced = excluded.unplaced
$$;

create function activities.note_meetings() returns trigger language plpgsql as $$
begin
  perform activities.index_meetings(array(select id from changed));
  return null;
end $$;
create function activities.note_subjects() returns trigger language plpgsql as $$
begin
  perform activities.index_meetings(array(
    select changed.id from changed join before on before.id = changed.id and before.subject <> changed.subject));
  return null;
end $$;
create function activities.note_meetings_of() returns trigger language plpgsql as $$
begin
  perform activities.index_meetings(array(select distinct meeting_id from changed));
  return null;
end $$;
create trigger note_meetings_insert after insert on activities.meetings
  referencing new table as changed for each statement execute function activities.note_meetings();
create trigger note_meetings_update after update on activities.meetings
  referencing old table as before new table as changed for each statement execute function activities.note_subjects();
create trigger note_meetings_insert after insert on activities.meeting_places
  referencing new table as changed for each statement execute function activities.note_meetings_of();
create trigger note_meetings_update after update on activities.meeting_places
  referencing new table as changed for each statement execute function activities.note_meetings_of();
create trigger note_meetings_delete after delete on activities.meeting_places
  referencing old table as changed for each statement execute function activities.note_meetings_of();
create trigger note_meetings_insert after insert on activities.meeting_organisations
  referencing new table as changed for each statement execute function activities.note_meetings_of();
create trigger note_meetings_update after update on activities.meeting_organisations
  referencing new table as changed for each statement execute function activities.note_meetings_of();
create trigger note_meetings_delete after delete on activities.meeting_organisations
  referencing old table as changed for each statement execute function activities.note_meetings_of();
select activities.index_meetings(array(select id from activities.meetings));

create index on activities.meetings (pole_id, held_on) where pole_id is not null;

-- Every meeting as it is read and counted, deleted ones too (see 0008 for `setting`).
create or replace view activities.meeting_lines as
  select meeting.id, meeting.subject, meeting.held_on, extract(year from meeting.held_on)::int as year,
         extract(month from meeting.held_on)::int as month,
         meeting.duration_minutes, meeting.participants, meeting.online,
         type.id as type_id, type.code as type_code, type.label as type,
         line.places, line.commune_codes,
         case
           when line.places = '' then 'online'
           when not line.unplaced and line.commune_codes <@ array(
             select office.commune_code from territory.offices office
             where (office.opened_on is null or office.opened_on <= meeting.held_on)
               and (office.closed_on is null or office.closed_on >= meeting.held_on)) then 'office'
           else 'trip'
         end as setting,
         meeting.removed_at, meeting.import_id, meeting.search,
         meeting.pole_id, meeting.axis_id, meeting.mission_id, meeting.scheme_id, meeting.logged_by, line.words
  from activities.meetings meeting
  join activities.meeting_index line on line.meeting_id = meeting.id
  join vocabularies.terms type on type.id = meeting.type_id;

create or replace view activities.shared_meetings as
  select id, subject, held_on, year, month, duration_minutes, participants, online,
         type_id, type_code, type, places, commune_codes, setting, pole_id, axis_id, mission_id, scheme_id
  from activities.meeting_lines
  where removed_at is null;

-- The organisations met, each once a meeting.
create view activities.shared_meeting_organisations as
  select distinct met.meeting_id, meeting.held_on, extract(year from meeting.held_on)::int as year, met.organisation_id
  from activities.meeting_organisations met
  join activities.meetings meeting on meeting.id = met.meeting_id and meeting.removed_at is null
  where met.organisation_id is not null;

-- Who of the team was there; when nobody said, whoever logged the meeting.
create view activities.shared_meeting_staff as
  select meeting.id as meeting_id, meeting.held_on, extract(year from meeting.held_on)::int as year,
         meeting.duration_minutes, present.user_id
  from activities.meetings meeting
  cross join lateral (
    select staff.user_id from activities.meeting_staff staff where staff.meeting_id = meeting.id
    union all
    select meeting.logged_by where meeting.logged_by is not null and meeting.import_id is null
      and not exists (select from activities.meeting_staff staff where staff.meeting_id = meeting.id)
  ) present
  where meeting.removed_at is null;

-- What is done to many meetings at once, taken back as a whole (see directory.bulk_actions).
create table activities.bulk_actions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('change', 'remove')),
  detail text not null default '' check (length(detail) <= 500), -- what was changed, in words
  count integer not null,
  request_id text not null, -- the lines of the change log from which it is taken back
  created_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
call platform.watch('activities.bulk_actions');

-- Meetings logged together because they come back: every Monday until…
alter table activities.meetings add column series_id uuid;
create index on activities.meetings (series_id) where series_id is not null;

-- A calendar that someone of the team gave, by its address. `secret`: the address, which opens the calendar to whoever has it.
create table activities.calendars (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  name text not null check (length(name) between 1 and 120),
  secret text not null check (length(secret) between 8 and 2000),
  mine text not null default '' check (length(mine) <= 300), -- the address under which its owner is invited, when not the account's
  read_at timestamptz, -- when it was last read whole
  refusal text, -- why it could not be, the last time
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index on activities.calendars (user_id);
call platform.watch('activities.calendars');
comment on column activities.calendars.secret is 'Purpose: read the calendar of who gave it. Seen by: nobody, its owner sees the host only. Erased with the calendar or the account. Never in the change log.';

-- What a calendar holds that may be a meeting to log. `uid` and `occurrence` are kept for ever, so that nothing is proposed
-- twice; the rest is forgotten a week after it was decided (`jobs.ts`), or three months after it was proposed.
create table activities.calendar_entries (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  calendar_id bigint references activities.calendars on delete set null, -- null: from a file
  uid text not null check (length(uid) between 1 and 1000), -- RFC 5545, 3.8.4.7
  occurrence text not null default '' check (length(occurrence) <= 40), -- which time of a recurring one
  state text not null default 'waiting' check (state in ('waiting', 'noted', 'refused')),
  meeting_id bigint references activities.meetings on delete set null,
  starts_at timestamptz not null,
  duration_minutes integer not null check (duration_minutes between 0 and 20000),
  subject text not null default '',
  location text not null default '',
  facts jsonb not null default '{}', -- what was understood: place, type, organisations, people (`calendars/rules.ts`)
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, uid, occurrence)
);
create index on activities.calendar_entries (uid, occurrence);
create index on activities.calendar_entries (user_id, starts_at) where state = 'waiting';
create index on activities.calendar_entries (meeting_id) where meeting_id is not null;
comment on table activities.calendar_entries is
  'Purpose: propose the meetings to log. Basis: legitimate interest of the network. Seen by: who gave the calendar. Retention: subject, place and people are forgotten a week after the decision, else three months after they were proposed.';

-- The Friday reminder of each one of the team: whether they want it, and the week that was last written.
create table activities.reminders (
  user_id uuid primary key references accounts.users on delete cascade,
  wanted boolean not null default true,
  last_week date, -- the Monday of the week of the last letter
  last_letter_id bigint
);
call platform.watch('activities.reminders', 'user_id');

-- Whose address is it: the domain of mails and sites, asked for those of a calendar's guests.
create index on directory.contact_points (split_part(lower(value), '@', 2)) where kind = 'email';
create function directory.host_of(website text) returns text language sql immutable strict parallel safe
  return substring(lower(website) from '^(?:https?://)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:?#]|$)');
create index on directory.organisations (directory.host_of(website)) where website <> '';

-- Collectivités by population (rule 1). A name as compared: what it is, then its words without articles.
-- `c` commune, `e` grouping of communes (EPCI), `d` département, `r` region; nothing before when the name does not say it.
create function territory.collectivity_key(typed text) returns text language sql immutable strict parallel safe
  return (
    select case
      when text ~ '^(la |le )?(ville|commune|mairie)( |$)' then 'c '
      when text ~ '^(la |le )?(communaute (de communes|d agglomeration|urbaine)|cc|ca|cu) ' then 'e '
      when text ~ '^(le )?(departement|conseil (departemental|general)) ' then 'd '
      when text ~ '^(la |le )?(region|conseil regional) ' then 'r '
      else '' end
      || regexp_replace(
           regexp_replace(
             regexp_replace(text, '^(la |le )?(ville|commune|mairie|communaute (de communes|d agglomeration|urbaine)|cc|ca|cu|departement|conseil (departemental|general)|region|conseil regional) ', ''),
             '\m(st)\M', 'saint', 'g'),
           '\m(de|du|des|d|la|le|les|l|en|et|sur|lez|aux|au)\M| ', '', 'g')
    from platform.fold(typed) as text);
create index on territory.epcis (territory.collectivity_key(name));
create index on territory.communes (territory.collectivity_key(name)) where is_current;

-- Which territory a collectivité is, and how many live there; nothing when the rule does not know. By its number first, then
-- by what its name says it is, then by the name alone: the commune of its address, or the only one so named, else a grouping.
create function territory.collectivity_of(typed text, number text, commune text)
  returns table (kind text, code text, name text, population bigint) language sql stable parallel safe as $$
  with asked as (select territory.collectivity_key(typed) as key),
  found as (
    select 1 as rank, 'epci' as kind, epci.code, epci.name from territory.epcis epci where epci.code = number
    union all
    select 2, 'commune', town.code, town.name from territory.communes town
    where number is not null and town.siren = number and town.is_current
    union all
    select 3, 'region', region.code, region.name from territory.regions region, asked
    where left(key, 2) = 'r ' and territory.collectivity_key(region.name) = substr(key, 3)
    union all
    select 3, 'department', department.code, department.name from territory.departments department, asked
    where left(key, 2) = 'd ' and territory.collectivity_key(department.name) = substr(key, 3)
    union all
    (select case left(key, 2) when 'e ' then 4 else 7 end, 'epci', epci.code, epci.name from territory.epcis epci, asked
     where territory.collectivity_key(epci.name) = any(case
       when left(key, 2) = 'e ' then array[key]
       when left(key, 2) in ('c ', 'd ', 'r ') then '{}'::text[]
       else array['e ' || key, key] end)
     order by exists (select from territory.communes town where town.code = commune and town.epci_code = epci.code) desc
     limit 1)
    union all
    (select 5, 'commune', town.code, town.name from territory.communes town, asked
     where left(key, 2) = 'c ' and town.code = commune)
    union all
    (select 6, 'commune', min(town.code), min(town.name)
     from territory.communes town, asked
     where left(key, 2) not in ('e ', 'd ', 'r ') and town.is_current
       and territory.collectivity_key(town.name) = regexp_replace(key, '^c ', '')
       and (commune is null or town.code = commune or not exists (
         select from territory.communes seat where seat.code = commune
           and territory.collectivity_key(seat.name) = regexp_replace(key, '^c ', '')))
     having count(*) = 1)
  ), best as (select * from found order by rank limit 1)
  select best.kind, best.code, best.name,
         (select sum(town.population) from territory.communes town
          left join territory.departments department on department.code = town.department_code
          where town.is_current and case best.kind
            when 'commune' then town.code = best.code
            when 'epci' then town.epci_code = best.code
            when 'department' then town.department_code = best.code
            else department.region_code = best.code end)::bigint
  from best
$$;

-- The collectivités met, meeting by meeting, with their territory and the class of its population. A class null: the rule does not
-- know which territory it is, or nobody counted its people.
create view activities.shared_collectivites_met as
  select met.meeting_id, met.held_on, met.year, met.organisation_id, organisation.name,
         place.kind, place.code, place.population, class.code as class_code, class.label as class_label, class.position as class_position
  from activities.shared_meeting_organisations met
  join directory.shared_organisations organisation on organisation.id = met.organisation_id
  left join lateral territory.collectivity_of(organisation.name, organisation.siren, organisation.commune_code) place on true
  left join lateral (
    select term.code, term.label, term.position from vocabularies.shared_terms term
    where term.list_id = 'population_classes' and term.code ~ '^\d{1,9}$' and place.population >= term.code::bigint
    order by term.code::bigint desc limit 1
  ) class on true
  where organisation.actor_type_code = 'collectivite';
