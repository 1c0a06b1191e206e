-- People, what they do in organisations, what they agreed to, and how organisations hold together.

create table directory.people (
  id bigint generated always as identity primary key,
  given_name text not null default '' check (length(given_name) <= 120),
  family_name text not null default '' check (length(family_name) <= 120),
  key text generated always as (platform.fold(given_name || ' ' || family_name)) stored,
  language text not null default 'fr' check (language ~ '^[a-z]{2}$'), -- in which to write to them, ISO 639-1
  user_id uuid unique references accounts.users on delete set null,
  notes text not null default '' check (length(notes) <= 5000), -- the team's own
  origin text not null default '' check (length(origin) <= 300), -- where the network has this person from
  last_contact_on date, -- retention counts from it
  erased_at timestamptz, -- a name no longer known, kept for what the law obliges to keep
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (erased_at is not null or given_name <> '' or family_name <> '')
);
create index on directory.people (key, id);
create index on directory.people using gin (key gin_trgm_ops);
call platform.watch('directory.people');

alter table directory.contact_points
  add column person_id bigint references directory.people on delete cascade,
  add constraint one_holder check (num_nonnulls(organisation_id, person_id) = 1);
create index on directory.contact_points (person_id) where person_id is not null;
create index on directory.contact_points (lower(value)) where kind = 'email';

-- What a person does in an organisation (fonction).
create table directory.roles (
  id bigint generated always as identity primary key,
  person_id bigint not null references directory.people on delete cascade,
  organisation_id bigint not null references directory.organisations,
  title text not null default '' check (length(title) <= 200),
  kind text not null default 'other' check (kind in ('elected', 'employed', 'volunteer', 'other')),
  since date,
  until date,
  main_contact boolean not null default false,
  visibility text not null default 'staff' check (visibility in ('public', 'members', 'staff')),
  version integer not null default 1,
  check (until >= since)
);
create index on directory.roles (person_id);
create index on directory.roles (organisation_id);
create unique index on directory.roles (organisation_id) where main_contact and until is null;
call platform.watch('directory.roles');

-- What a person agreed to or took back, purpose by purpose: never changed, the last word counts (GDPR, art. 7).
create table directory.consents (
  id bigint generated always as identity primary key,
  person_id bigint not null references directory.people on delete cascade,
  purpose_id bigint not null references vocabularies.terms, -- list `consent_purposes`
  given boolean not null,
  told_on date not null,
  origin text not null check (length(origin) between 1 and 300), -- form, mail, call…
  proof text not null default '' check (length(proof) <= 5000), -- the words shown, the message received
  proof_file_id uuid references platform.files,
  created_at timestamptz not null default now()
);
create index on directory.consents (person_id, purpose_id, told_on desc, id desc);
call platform.watch('directory.consents');

-- How two organisations hold together: `from` is member of, twin of, partner of, supports, part of `to`.
create table directory.links (
  id bigint generated always as identity primary key,
  from_id bigint not null references directory.organisations,
  to_id bigint not null references directory.organisations,
  kind text not null check (kind in ('member_of', 'twin_of', 'partner_of', 'supports', 'part_of')),
  since date,
  until date,
  note text not null default '' check (length(note) <= 500),
  check (from_id <> to_id),
  check (until >= since),
  unique nulls not distinct (from_id, to_id, kind, since)
);
create index on directory.links (to_id);
call platform.watch('directory.links');

-- With a territory abroad: jumelage, coopération décentralisée (articles L1115-1 and following of the CGCT).
create table directory.partnerships (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations,
  kind text not null check (kind in ('twinning', 'decentralised_cooperation', 'other')),
  partner text not null check (length(partner) between 1 and 200),
  country_code text not null references territory.countries,
  since_year integer check (since_year between 1900 and 2200),
  state text not null default 'active' check (state in ('active', 'dormant', 'ended')),
  note text not null default '' check (length(note) <= 2000),
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  version integer not null default 1
);
create index on directory.partnerships (organisation_id);
create index on directory.partnerships (country_code);
call platform.watch('directory.partnerships');

create view directory.shared_partnerships as
  select partnership.id, partnership.organisation_id, partnership.kind, partnership.partner, partnership.country_code,
         country.name as country, partnership.since_year, partnership.state, partnership.visibility
  from directory.partnerships partnership
  join territory.countries country on country.code = partnership.country_code;
