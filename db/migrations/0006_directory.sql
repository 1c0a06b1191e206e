-- The organisations that the network knows.
create schema directory;

-- A name as it may also be written: initials joined (`C.D.S.I` is `cdsi`), without the words that people put or leave out
-- in front (`Association`, `Ville de`). Equal loose keys are a proposal, never a certainty.
create function directory.loose_key(typed text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    regexp_replace(platform.fold(typed), '\m([a-z0-9])\s+(?=[a-z0-9]\M)', '\1', 'g'),
    '^((association|asso|assoc|ass|ong|ville|commune|mairie|la|le|les|l|de|du|des|d)\s+)+', '');

create table directory.organisations (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 300),
  acronym text not null default '' check (length(acronym) <= 60),
  key text generated always as (platform.fold(name)) stored,
  loose_key text generated always as (directory.loose_key(name)) stored,
  acronym_key text generated always as (nullif(platform.fold(acronym), '')) stored,
  actor_type_id bigint references vocabularies.terms,
  family_id bigint references vocabularies.terms, -- known alone when the type is not
  rna text check (rna ~ '^W\d[A-Z\d]\d{7}$'),
  siren text check (siren ~ '^\d{9}$'),
  siret text check (siret ~ '^\d{14}$'),
  uai text check (uai ~ '^\d{7}[A-Z]$'),
  legal_form text not null default '',
  founded_year integer check (founded_year between 1500 and 2200),
  address text not null default '',
  postal_code text not null default '',
  commune_code text references territory.communes,
  department_code text references territory.departments, -- known alone when the commune is not
  counted_family_id bigint, -- the family of the type, else the one known alone; written by trigger
  counted_department_code text, -- the département of the commune, else the one known alone; written by trigger
  longitude double precision,
  latitude double precision,
  website text not null default '',
  description text not null default '',
  visibility text not null default 'internal' check (visibility in ('listed', 'internal')),
  status text not null default 'published' check (status in ('proposed', 'published', 'archived')),
  listed_at timestamptz, -- when it first became public; written by trigger
  archived_from text check (archived_from in ('proposed', 'published')), -- what a restoration gives back
  network_since date,
  import_id bigint,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector generated always as (
    to_tsvector('simple', platform.fold(name || ' ' || acronym || ' ' || directory.loose_key(name) || ' ' || description))) stored,
  check (archived_from is null or status = 'archived')
);
create index on directory.organisations using gin (search);
create index on directory.organisations using gin (key gin_trgm_ops);
create index on directory.organisations (key, id);
create index on directory.organisations (loose_key);
create index on directory.organisations (acronym_key) where acronym_key is not null;
create index on directory.organisations (commune_code);
create index on directory.organisations (created_at desc, id desc);
-- What the lists read: their counts without touching the table, the order by name, the newest.
create index on directory.organisations
  (visibility, status, counted_department_code, counted_family_id, actor_type_id);
create index on directory.organisations (key, id) where visibility = 'listed' and status = 'published';
create index on directory.organisations (listed_at desc, id desc) where visibility = 'listed' and status = 'published';
create index on directory.organisations (import_id) where import_id is not null;
create unique index on directory.organisations (rna) where rna is not null and status <> 'archived';
create unique index on directory.organisations (siret) where siret is not null and status <> 'archived';
create index on directory.organisations (siren) where siren is not null;
call platform.watch('directory.organisations');

create function directory.note_listing() returns trigger language plpgsql as $$
begin
  new.listed_at := now();
  return new;
end $$;
create trigger note_listing before insert or update on directory.organisations for each row
  when (new.listed_at is null and new.visibility = 'listed' and new.status = 'published')
  execute function directory.note_listing();

-- Ten times as fast as joining the geography and the vocabularies each time the lists count (docs/decisions/0006).
create function directory.note_counted() returns trigger language plpgsql as $$
begin
  new.counted_family_id := coalesce(
    (select term.parent_id from vocabularies.terms term where term.id = new.actor_type_id), new.family_id);
  new.counted_department_code := coalesce(
    (select commune.department_code from territory.communes commune where commune.code = new.commune_code),
    new.department_code);
  return new;
end $$;
create trigger note_counted before insert or update of actor_type_id, family_id, commune_code, department_code
  on directory.organisations for each row execute function directory.note_counted();

create function directory.note_moved_type() returns trigger language plpgsql as $$
begin
  update directory.organisations set actor_type_id = new.id where actor_type_id = new.id;
  return null;
end $$;
create trigger note_moved_type after update of parent_id on vocabularies.terms for each row
  when (new.parent_id is distinct from old.parent_id) execute function directory.note_moved_type();

-- Other spellings under which an organisation was met, so that the next spreadsheet finds it.
create table directory.names (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations on delete cascade,
  label text not null,
  key text generated always as (platform.fold(label)) stored,
  unique (organisation_id, key)
);
create index on directory.names using gin (key gin_trgm_ops);
create index on directory.names (key);
call platform.watch('directory.names');

create table directory.contact_points (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations on delete cascade,
  kind text not null check (kind in ('email', 'phone', 'website', 'social', 'post')),
  label text not null default '',
  value text not null check (length(value) between 1 and 500),
  visibility text not null default 'staff' check (visibility in ('public', 'members', 'staff')),
  position integer not null default 0
);
create index on directory.contact_points (organisation_id);
call platform.watch('directory.contact_points');

-- Who may speak for an organisation in the member space.
create table directory.speakers (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations on delete cascade,
  user_id uuid not null references accounts.users on delete cascade,
  since timestamptz not null default now(),
  unique (organisation_id, user_id)
);
create index on directory.speakers (user_id);
call platform.watch('directory.speakers');

create view directory.shared_organisations as
  select organisation.id, organisation.name, organisation.acronym, organisation.status, organisation.visibility,
         organisation.network_since, organisation.created_at,
         type.id as actor_type_id, type.code as actor_type_code, type.label as actor_type,
         family.id as family_id, family.code as family_code, family.label as family,
         organisation.commune_code, commune.name as commune,
         department.code as department_code, department.name as department
  from directory.organisations organisation
  left join vocabularies.terms type on type.id = organisation.actor_type_id
  left join vocabularies.terms family on family.id = coalesce(type.parent_id, organisation.family_id)
  left join territory.communes commune on commune.code = organisation.commune_code
  left join territory.departments department
    on department.code = coalesce(commune.department_code, organisation.department_code);
