-- The record of an organisation, whole: sectors, goals, countries, profile, tags, custom fields, and for each field where
-- what it says comes from, since when, and who may see it.

alter table directory.organisations
  add column profile_id bigint references vocabularies.terms,
  add column sector_ids bigint[] not null default '{}', -- terms of the list `sectors`
  add column goal_ids bigint[] not null default '{}', -- terms of the list `goals`
  add column country_codes text[] not null default '{}', -- where it acts, ISO 3166-1 alpha-2
  add column tag_ids bigint[] not null default '{}', -- terms of the list `tags`: the team's own marks, never public
  add column custom jsonb not null default '{}', -- by the code of a custom field
  add column logo_file_id uuid references platform.files,
  add column facts jsonb not null default '{}', -- by field: {source, ref, label, on, visibility}; written by trigger
  add column confirmed_on date, -- the last day on which the organisation itself said that its card is right
  add column counted_epci_code text, -- the EPCI of the commune; written by trigger
  add column merged_into_id bigint references directory.organisations,
  add constraint merged_is_archived check (merged_into_id is null or status = 'archived');

-- What the network adds to the record without code; each has a place in forms, filters, exports and the API.
create table directory.custom_fields (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  label text not null check (length(label) between 1 and 120),
  help text not null default '' check (length(help) <= 500),
  kind text not null check (kind in
    ('text', 'paragraph', 'number', 'year', 'date', 'yes_no', 'web', 'choice', 'choices')),
  choices jsonb not null default '[]', -- of `choice` and `choices`: [{"code", "label"}], in order
  visibility text not null default 'staff' check (visibility in ('public', 'members', 'staff')),
  safe boolean not null default false, -- what its own organisation says of it is taken without being read again
  filter boolean not null default false, -- stands among the filters of the lists
  position integer not null default 0,
  retired_at timestamptz,
  version integer not null default 1
);
call platform.watch('directory.custom_fields');

-- Who may see a field of this organisation: as its facts say, else as the field is by default.
create function directory.visibility_of(facts jsonb, field text, otherwise text) returns text
  language sql immutable parallel safe
  return coalesce(facts -> field ->> 'visibility', otherwise);

-- The words of a search are those of the public card.
drop index directory.organisations_search_idx;
alter table directory.organisations drop column search;
alter table directory.organisations add column search tsvector generated always as (
  to_tsvector('simple', platform.fold(name || ' ' || acronym || ' ' || directory.loose_key(name) || ' '
    || case when directory.visibility_of(facts, 'description', 'public') = 'public' then description else '' end))) stored;
create index on directory.organisations using gin (search);

create index on directory.organisations using gin (sector_ids);
create index on directory.organisations using gin (goal_ids);
create index on directory.organisations using gin (country_codes);
create index on directory.organisations using gin (tag_ids);
create index on directory.organisations using gin (custom jsonb_path_ops);
create index on directory.organisations (counted_epci_code);
create index on directory.organisations (confirmed_on nulls first, id) where status = 'published';
create index on directory.organisations (merged_into_id) where merged_into_id is not null;

create or replace function directory.note_counted() returns trigger language plpgsql as $$
begin
  new.counted_family_id := coalesce(
    (select term.parent_id from vocabularies.terms term where term.id = new.actor_type_id), new.family_id);
  if new.commune_code is null then
    new.counted_department_code := new.department_code;
    new.counted_epci_code := null;
  else
    select commune.department_code, commune.epci_code
    into new.counted_department_code, new.counted_epci_code
    from territory.communes commune where commune.code = new.commune_code;
  end if;
  return new;
end $$;
update directory.organisations set commune_code = commune_code where commune_code is not null;

-- Beside each field that changes: where the new value comes from (`maillage.source`, told by the command; the team
-- otherwise) and on which day. Its visibility stays. A record just added has its own origin for all its fields.
create function directory.note_facts() returns trigger language plpgsql as $$
declare
  the_source jsonb := coalesce(nullif(current_setting('maillage.source', true), '')::jsonb, '{"source": "staff"}');
  noted constant text[] := array['name', 'acronym', 'actor_type_id', 'family_id', 'rna', 'siren', 'siret', 'uai',
    'legal_form', 'founded_year', 'address', 'postal_code', 'commune_code', 'department_code', 'website', 'description',
    'network_since', 'profile_id', 'sector_ids', 'goal_ids', 'country_codes', 'logo_file_id'];
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  field text;
begin
  foreach field in array noted loop
    if before -> field is distinct from after -> field then
      new.facts := jsonb_set(new.facts, array[field], coalesce(new.facts -> field, '{}') - array['source', 'ref', 'label']
        || the_source || jsonb_build_object('on', current_date));
    end if;
  end loop;
  if old.custom is distinct from new.custom then
    for field in
      select key from jsonb_each(old.custom || new.custom) where old.custom -> key is distinct from new.custom -> key
    loop
      new.facts := jsonb_set(new.facts, array['custom.' || field],
        coalesce(new.facts -> ('custom.' || field), '{}') - array['source', 'ref', 'label']
          || the_source || jsonb_build_object('on', current_date));
    end loop;
  end if;
  return new;
end $$;
create trigger note_facts before update on directory.organisations for each row execute function directory.note_facts();

-- A contact point is an organisation's or a person's.
alter table directory.contact_points alter column organisation_id drop not null;

-- What everyone may see of an organisation: only listed and published ones, and of each only its public fields.
-- The default visibilities are those of `domains/directory/fields`: a test compares them.
create view directory.public_cards as
  select id, name, acronym, key, loose_key, actor_type_id, family_id, counted_family_id, commune_code, department_code,
         counted_department_code, counted_epci_code, longitude, latitude, listed_at, updated_at, search, facts, confirmed_on,
         case when directory.visibility_of(facts, 'rna', 'public') = 'public' then rna end as rna,
         case when directory.visibility_of(facts, 'siren', 'public') = 'public' then siren end as siren,
         case when directory.visibility_of(facts, 'siret', 'staff') = 'public' then siret end as siret,
         case when directory.visibility_of(facts, 'uai', 'public') = 'public' then uai end as uai,
         case when directory.visibility_of(facts, 'legal_form', 'public') = 'public' then legal_form else '' end as legal_form,
         case when directory.visibility_of(facts, 'founded_year', 'public') = 'public' then founded_year end as founded_year,
         case when directory.visibility_of(facts, 'address', 'members') = 'public' then address else '' end as address,
         case when directory.visibility_of(facts, 'postal_code', 'members') = 'public' then postal_code else '' end
           as postal_code,
         case when directory.visibility_of(facts, 'website', 'public') = 'public' then website else '' end as website,
         case when directory.visibility_of(facts, 'description', 'public') = 'public' then description else '' end
           as description,
         case when directory.visibility_of(facts, 'network_since', 'staff') = 'public' then network_since end
           as network_since,
         case when directory.visibility_of(facts, 'profile_id', 'staff') = 'public' then profile_id end as profile_id,
         case when directory.visibility_of(facts, 'sector_ids', 'public') = 'public' then sector_ids else '{}' end
           as sector_ids,
         case when directory.visibility_of(facts, 'goal_ids', 'public') = 'public' then goal_ids else '{}' end as goal_ids,
         case when directory.visibility_of(facts, 'country_codes', 'public') = 'public' then country_codes else '{}' end
           as country_codes,
         case when directory.visibility_of(facts, 'logo_file_id', 'public') = 'public' then logo_file_id end as logo_file_id,
         (select coalesce(jsonb_object_agg(field.code, custom -> field.code order by field.position, field.id), '{}')
          from directory.custom_fields field
          where field.retired_at is null and custom ? field.code
            and directory.visibility_of(facts, 'custom.' || field.code, field.visibility) = 'public') as custom
  from directory.organisations
  where visibility = 'listed' and status = 'published';

create or replace view directory.shared_organisations as
  select organisation.id, organisation.name, organisation.acronym, organisation.status, organisation.visibility,
         organisation.network_since, organisation.created_at,
         type.id as actor_type_id, type.code as actor_type_code, type.label as actor_type,
         family.id as family_id, family.code as family_code, family.label as family,
         organisation.commune_code, commune.name as commune,
         department.code as department_code, department.name as department,
         organisation.listed_at, organisation.counted_epci_code as epci_code,
         organisation.rna, organisation.siren, organisation.siret, organisation.website,
         organisation.sector_ids, organisation.goal_ids, organisation.country_codes, organisation.tag_ids,
         organisation.confirmed_on, organisation.merged_into_id
  from directory.organisations organisation
  left join vocabularies.terms type on type.id = organisation.actor_type_id
  left join vocabularies.terms family on family.id = coalesce(type.parent_id, organisation.family_id)
  left join territory.communes commune on commune.code = organisation.commune_code
  left join territory.departments department
    on department.code = coalesce(commune.department_code, organisation.department_code);
