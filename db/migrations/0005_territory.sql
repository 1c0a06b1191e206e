-- The French administrative geography (INSEE codes), countries (ISO 3166, UN M49), and the network's offices.
create schema territory;

create table territory.regions (
  code text primary key,
  name text not null
);
create table territory.departments (
  code text primary key,
  name text not null,
  region_code text not null references territory.regions
);
create table territory.epcis (
  code text primary key, -- SIREN of the grouping
  name text not null,
  kind text not null
);
create table territory.communes (
  code text primary key,
  name text not null,
  department_code text not null references territory.departments,
  epci_code text references territory.epcis,
  population integer,
  postal_codes text[] not null default '{}',
  siren text,
  longitude double precision,
  latitude double precision,
  coordinates_source text check (coordinates_source in ('geonames', 'approximate')),
  is_current boolean not null default true -- false: merged into another by a newer geography; old records still name it
);
create index on territory.communes (department_code);
create index on territory.communes (epci_code);

-- The names of the reference that lead to a commune: its own, its former communes', its quarters'. Rewritten by each
-- loading, so not watched; what people decide is in `spellings`.
create table territory.place_names (
  key text not null, -- normalised by the rules of the room
  tight text not null generated always as (replace(key, ' ', '')) stored,
  loose text not null, -- the key without articles and spaces
  label text not null,
  commune_code text not null references territory.communes,
  region_code text not null, -- its commune's: nearness is asked within a region
  origin text not null check (origin in ('commune', 'former', 'quarter')),
  primary key (key, commune_code)
);
create index on territory.place_names (tight);
create index on territory.place_names (loose);
create index on territory.place_names (region_code);
create index on territory.place_names using gin (key gin_trgm_ops);

-- What the staff decided: this spelling means that commune. The last decision wins.
create table territory.spellings (
  id bigint generated always as identity primary key,
  key text not null check (key <> ''),
  label text not null check (length(label) between 1 and 200),
  commune_code text not null references territory.communes,
  created_at timestamptz not null default now(),
  removed_at timestamptz -- taken back, and can still be put back
);
create unique index on territory.spellings (key) where removed_at is null;
create index on territory.spellings (commune_code);
call platform.watch('territory.spellings');

-- What the geography was loaded from, so that newer data are seen and the same are not loaded twice.
create table territory.sources (
  name text primary key,
  label text not null,
  version text not null,
  loaded_at timestamptz not null default now()
);

create table territory.subregions (
  code text primary key, -- UN M49
  name text not null,
  continent text not null
);
create table territory.countries (
  code text primary key, -- ISO 3166-1 alpha-2
  alpha3 text not null,
  numeric_code text not null,
  name text not null,
  keys text[] not null default '{}', -- every normalised way to write it
  subregion_code text references territory.subregions
);

create table territory.offices (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  commune_code text not null references territory.communes,
  address text not null default '',
  opened_on date,
  closed_on date check (closed_on >= opened_on), -- the last day it was open
  version integer not null default 1
);
call platform.watch('territory.offices');

create view territory.shared_communes as
  select commune.code, commune.name, commune.population, commune.longitude, commune.latitude,
         commune.postal_codes, commune.epci_code, epci.name as epci_name,
         department.code as department_code, department.name as department_name,
         region.code as region_code, region.name as region_name
  from territory.communes commune
  join territory.departments department on department.code = commune.department_code
  join territory.regions region on region.code = department.region_code
  left join territory.epcis epci on epci.code = commune.epci_code;

create view territory.shared_departments as
  select department.code, department.name, department.region_code,
         (select sum(commune.population) from territory.communes commune
          where commune.department_code = department.code)::bigint as population
  from territory.departments department;
