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
  coordinates_source text
);
create index on territory.communes (department_code);
create index on territory.communes (epci_code);

-- Every spelling that leads to a commune: its own name, former communes, quarters, and what staff decided.
create table territory.place_names (
  id bigint generated always as identity primary key,
  key text not null, -- normalised by the rules of the room
  label text not null,
  commune_code text not null references territory.communes on delete cascade,
  origin text not null check (origin in ('commune', 'former', 'quarter', 'staff')),
  unique (key, commune_code)
);
create index on territory.place_names using gin (key gin_trgm_ops);
create index on territory.place_names (commune_code);
call platform.watch('territory.place_names');

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
  subregion_code text references territory.subregions
);

create table territory.offices (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  commune_code text not null references territory.communes,
  address text not null default '',
  opened_on date,
  closed_on date check (closed_on >= opened_on)
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
