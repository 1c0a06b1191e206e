-- The panorama: projects of cooperation and of citizenship, who carries them, where here and abroad, with what means.
create schema projects;

create table projects.projects (
  id bigint generated always as identity primary key,
  title text not null check (length(title) between 1 and 300),
  key text generated always as (platform.fold(title)) stored,
  summary text not null default '' check (length(summary) <= 600),
  description text not null default '' check (length(description) <= 20000),
  website text not null default '' check (length(website) <= 500),
  stage text not null default 'under_way'
    check (stage in ('idea', 'preparing', 'under_way', 'finished', 'suspended', 'abandoned')),
  starts_on date, -- the first day of what was said: `2021` is the first of January
  starts_precision text check (starts_precision in ('day', 'month', 'year')),
  ends_on date, -- the last day of what was said
  ends_precision text check (ends_precision in ('day', 'month', 'year')),
  axis_id bigint references vocabularies.terms, -- list `strategic_axes`
  sector_ids bigint[] not null default '{}', -- list `sectors`
  main_goal_id bigint references vocabularies.terms, -- list `odd`
  goal_ids bigint[] not null default '{}', -- list `odd`, the main one among them
  country_codes text[] not null default '{}', -- where it acts abroad, ISO 3166-1 alpha-2
  beneficiaries text not null default '' check (length(beneficiaries) <= 2000),
  beneficiary_count integer check (beneficiary_count between 0 and 1000000000),
  notes text not null default '' check (length(notes) <= 20000), -- the team's own
  visibility text not null default 'internal' check (visibility in ('listed', 'internal')),
  status text not null default 'published' check (status in ('proposed', 'published', 'archived')),
  archived_from text check (archived_from in ('proposed', 'published')),
  listed_at timestamptz, -- when it first became public; written by trigger
  origin text not null default 'own' check (origin in ('own', 'tandem', 'grant', 'programme')),
  origin_ref text check (length(origin_ref) between 1 and 120), -- its number in the room or the file that it comes from
  origin_label text not null default '' check (length(origin_label) <= 200),
  import_id bigint,
  import_line integer,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector generated always as (
    to_tsvector('simple', platform.fold(title || ' ' || summary || ' ' || description))) stored,
  unique (origin, origin_ref),
  check ((starts_on is null) = (starts_precision is null)),
  check ((ends_on is null) = (ends_precision is null)),
  check (ends_on >= starts_on),
  check (main_goal_id is null or main_goal_id = any(goal_ids)),
  check (archived_from is null or status = 'archived'),
  check ((origin = 'own') = (origin_ref is null))
);
create index on projects.projects (key, id);
create index on projects.projects (updated_at desc, id desc);
create index on projects.projects (listed_at desc, id desc) where visibility = 'listed' and status = 'published';
create index on projects.projects (starts_on);
create index on projects.projects (id) where status = 'proposed';
create index on projects.projects (import_id) where import_id is not null;
create index on projects.projects using gin (search);
create index on projects.projects using gin (sector_ids);
create index on projects.projects using gin (goal_ids);
create index on projects.projects using gin (country_codes);
call platform.watch('projects.projects');

create function projects.note_listed() returns trigger language plpgsql as $$
begin
  new.listed_at := now();
  return new;
end $$;
create trigger note_listed before insert or update on projects.projects for each row
  when (new.listed_at is null and new.visibility = 'listed' and new.status = 'published')
  execute function projects.note_listed();

-- Who takes part, and as what: an organisation of the directory, or a name, abroad or not known.
create table projects.participants (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  position integer not null,
  role text not null check (role in ('carrier', 'partner_here', 'partner_there', 'funder', 'technical')),
  organisation_id bigint references directory.organisations,
  name text not null check (length(name) between 1 and 300), -- as typed
  country_code text references territory.countries,
  unique (project_id, position)
);
create index on projects.participants (organisation_id) where organisation_id is not null;
call platform.watch('projects.participants');

create table projects.places (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  position integer not null,
  side text not null check (side in ('here', 'there')),
  name text not null default '' check (length(name) <= 200), -- as typed
  commune_code text references territory.communes,
  country_code text references territory.countries,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  unique (project_id, position),
  check ((longitude is null) = (latitude is null)),
  check (name <> '' or country_code is not null)
);
create index on projects.places (commune_code) where commune_code is not null;
call platform.watch('projects.places');

-- Planned and received by co-funder; the public sees the funders and the range of the whole.
create table projects.budget_lines (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  position integer not null,
  organisation_id bigint references directory.organisations,
  funder text not null check (length(funder) between 1 and 300), -- as typed
  planned_cents bigint check (planned_cents >= 0),
  received_cents bigint check (received_cents >= 0),
  unique (project_id, position)
);
create index on projects.budget_lines (organisation_id) where organisation_id is not null;
call platform.watch('projects.budget_lines');

-- How far the project aims at each marker (0 to 2, scale of the DAC), from the answers or by hand.
create table projects.markers (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  marker_id bigint not null references vocabularies.terms, -- list `markers`
  score smallint not null check (score between 0 and 2),
  answers jsonb not null default '{}', -- by question: true, false
  by_hand boolean not null default false, -- the score is not that of the answers
  reason text not null default '' check (length(reason) <= 1000),
  unique (project_id, marker_id)
);
call platform.watch('projects.markers');

create table projects.pictures (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  file_id uuid not null references platform.files,
  alternative text not null check (length(alternative) between 1 and 300),
  credit text not null check (length(credit) between 1 and 200),
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create index on projects.pictures (project_id);
call platform.watch('projects.pictures');

-- News told by who carries the project; only what the team published is public.
create table projects.updates (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  told_on date not null,
  title text not null check (length(title) between 1 and 200),
  body text not null default '' check (length(body) <= 5000),
  state text not null default 'waiting' check (state in ('waiting', 'published', 'refused')),
  told_by uuid references accounts.users on delete set null,
  decided_by uuid references accounts.users on delete set null,
  decided_at timestamptz,
  answer text not null default '' check (length(answer) <= 2000),
  created_at timestamptz not null default now(),
  check ((state = 'waiting') = (decided_at is null))
);
create index on projects.updates (project_id, told_on desc);
create index on projects.updates (id) where state = 'waiting';
call platform.watch('projects.updates');

-- What a carrier says of its project before the team reads it: a new one, or the form as sent beside what it was.
create table projects.proposals (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  organisation_id bigint not null references directory.organisations,
  kind text not null check (kind in ('new', 'change')),
  before jsonb not null default '{}', -- the fields of the form, as recorded when it was opened
  said jsonb not null default '{}', -- the same, as sent
  message text not null default '' check (length(message) <= 2000),
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  proposed_by uuid references accounts.users on delete set null,
  proposed_at timestamptz not null default now(),
  decided_by uuid references accounts.users on delete set null,
  decided_at timestamptz,
  answer text not null default '' check (length(answer) <= 2000),
  check ((state = 'waiting') = (decided_at is null))
);
create unique index on projects.proposals (project_id, organisation_id) where state = 'waiting';
create index on projects.proposals (project_id);
create index on projects.proposals (organisation_id);
create index on projects.proposals (id) where state = 'waiting';
call platform.watch('projects.proposals');

-- Who showed a project to everyone, or took it back, and when.
create table projects.publications (
  id bigint generated always as identity primary key,
  project_id bigint not null references projects.projects on delete cascade,
  act text not null check (act in ('publish', 'withdraw')),
  account_id uuid references accounts.users on delete set null,
  made_at timestamptz not null default now()
);
create index on projects.publications (project_id, made_at desc);
call platform.watch('projects.publications');

create view projects.shared_projects as
  select id, title, stage, starts_on, ends_on, visibility, status, listed_at, country_codes, sector_ids, goal_ids,
         main_goal_id, created_at, origin, axis_id, updated_at, version
  from projects.projects;

create view projects.shared_project_organisations as
  select project_id, organisation_id, role
  from projects.participants
  where organisation_id is not null;

-- A place abroad without coordinates has none: who draws it puts it at the middle of its country.
create view projects.shared_project_places as
  select place.id, place.project_id, place.side,
         coalesce(place.country_code, case when place.commune_code is not null then 'FR' end) as country_code,
         place.commune_code, commune.department_code,
         coalesce(commune.name, nullif(place.name, ''), country.name) as label,
         coalesce(place.longitude, commune.longitude) as longitude,
         coalesce(place.latitude, commune.latitude) as latitude
  from projects.places place
  left join territory.shared_communes commune on commune.code = place.commune_code
  left join territory.shared_countries country on country.code = place.country_code;

create view projects.shared_project_budget as
  select id, project_id, organisation_id, funder, planned_cents, received_cents
  from projects.budget_lines;

-- Where a project is counted in the region: the départements of its places here, else those of who carries it.
create view projects.project_departments as
  select distinct place.project_id, commune.department_code
  from projects.places place
  join territory.shared_communes commune on commune.code = place.commune_code
  where place.side = 'here'
  union
  select participant.project_id, organisation.department_code
  from projects.participants participant
  join directory.shared_organisations organisation on organisation.id = participant.organisation_id
  where participant.role = 'carrier' and organisation.department_code is not null
    and not exists (select from projects.places place
      where place.project_id = participant.project_id and place.side = 'here' and place.commune_code is not null);
