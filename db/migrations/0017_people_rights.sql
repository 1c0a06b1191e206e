-- What keeping people's data asks for: putting away, the retention list, requests to be erased and the proof that it was
-- done. Then the dates and marks that the timeline, the lists and the imports need.

alter table directory.people
  add column archived_at timestamptz, -- put away: no longer proposed, nothing lost
  add column review_since date; -- no contact for three years, as the nightly job saw it: the team decides
create index on directory.people (review_since) where review_since is not null;
create index on directory.contact_points (lower(value) text_pattern_ops)
  where kind = 'email' and person_id is not null;

alter table directory.roles add column created_at timestamptz not null default now();

-- The last word of each person on each purpose, marked as it is written: lists and mailings read it by the hundred thousand.
alter table directory.consents add column latest boolean not null default true;
create function directory.note_latest_consent() returns trigger language plpgsql as $$
begin
  perform from directory.people where id = new.person_id for no key update;
  update directory.consents set latest = false
  where person_id = new.person_id and purpose_id = new.purpose_id and latest and told_on <= new.told_on;
  new.latest := not exists (
    select from directory.consents where person_id = new.person_id and purpose_id = new.purpose_id and latest);
  return new;
end $$;
create trigger note_latest before insert on directory.consents for each row
  execute function directory.note_latest_consent();
create unique index on directory.consents (person_id, purpose_id) where latest;

-- What the lists of people read, narrow and counted in one pass: computed by the triggers below, it holds nothing of its own
-- (docs/decisions/0006 measured the same for organisations). A role that ends on a day to come leaves it by night.
create table directory.people_index (
  person_id bigint primary key references directory.people on delete cascade,
  key text not null,
  state text not null check (state in ('active', 'archived', 'erased')),
  review boolean not null,
  language text not null,
  role_kinds text[] not null, -- of the roles held
  purpose_ids bigint[] not null, -- of the consents given
  last_contact_on date,
  created_at timestamptz not null
);
create index on directory.people_index (state, key, person_id);
create index on directory.people_index (state, last_contact_on, key, person_id);
create index on directory.people_index (state, created_at desc, person_id desc);
create index on directory.people_index (state, review, language, role_kinds, purpose_ids);
create index on directory.people_index using gin (key gin_trgm_ops);

create function directory.index_people(ids bigint[]) returns void language sql as $$
  insert into directory.people_index
    (person_id, key, state, review, language, role_kinds, purpose_ids, last_contact_on, created_at)
  select person.id, person.key,
    case when person.erased_at is not null then 'erased' when person.archived_at is not null then 'archived' else 'active' end,
    person.review_since is not null, person.language,
    array(select distinct role.kind from directory.roles role
      where role.person_id = person.id and (role.until is null or role.until > current_date) order by 1),
    array(select consent.purpose_id from directory.consents consent
      where consent.person_id = person.id and consent.latest and consent.given order by 1),
    person.last_contact_on, person.created_at
  from directory.people person where person.id = any(ids)
  on conflict (person_id) do update set key = excluded.key, state = excluded.state, review = excluded.review,
    language = excluded.language, role_kinds = excluded.role_kinds, purpose_ids = excluded.purpose_ids,
    last_contact_on = excluded.last_contact_on, created_at = excluded.created_at
$$;

create function directory.note_people() returns trigger language plpgsql as $$
begin
  perform directory.index_people(array(select id from changed));
  return null;
end $$;
create function directory.note_people_of() returns trigger language plpgsql as $$
begin
  perform directory.index_people(array(select distinct person_id from changed));
  return null;
end $$;
create trigger note_people_insert after insert on directory.people
  referencing new table as changed for each statement execute function directory.note_people();
create trigger note_people_update after update on directory.people
  referencing new table as changed for each statement execute function directory.note_people();
create trigger note_people_insert after insert on directory.roles
  referencing new table as changed for each statement execute function directory.note_people_of();
create trigger note_people_update after update on directory.roles
  referencing new table as changed for each statement execute function directory.note_people_of();
create trigger note_people_delete after delete on directory.roles
  referencing old table as changed for each statement execute function directory.note_people_of();
create trigger note_people_insert after insert on directory.consents
  referencing new table as changed for each statement execute function directory.note_people_of();
create trigger note_people_update after update on directory.consents
  referencing new table as changed for each statement execute function directory.note_people_of();
select directory.index_people(array(select id from directory.people));

alter table directory.links
  add column version integer not null default 1,
  add column created_at timestamptz not null default now();

alter table directory.partnerships
  add column key text generated always as (platform.fold(partner)) stored,
  add column import_id bigint,
  add column created_at timestamptz not null default now();
create index on directory.partnerships (import_id) where import_id is not null;

-- Someone asks from their account to be erased; the team answers.
create table directory.erasure_requests (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  message text not null default '' check (length(message) <= 2000),
  asked_at timestamptz not null default now(),
  answer text check (answer in ('erased', 'refused')),
  reason text not null default '' check (length(reason) <= 2000), -- told to the person when it is refused
  answered_at timestamptz,
  answered_by uuid references accounts.users on delete set null,
  check ((answer is null) = (answered_at is null))
);
create unique index on directory.erasure_requests (user_id) where answer is null;
call platform.watch('directory.erasure_requests');

-- What was erased, when and by whom: no personal data (GDPR, art. 5.2).
create table directory.erasures (
  id bigint generated always as identity primary key,
  person_id bigint not null references directory.people,
  erased_at timestamptz not null,
  erased_by uuid references accounts.users on delete set null,
  on_request boolean not null, -- the person asked from their account
  lines jsonb not null -- [{"part", "what", "count", "outcome"}]
);
create index on directory.erasures (person_id);
create index on directory.erasures (erased_at desc, id desc);
call platform.watch('directory.erasures');

-- Of a line of the change log, what says nothing of anyone: numbers, days, yes and no, kinds.
create function platform.anonymised(line jsonb) returns jsonb
  language sql immutable strict parallel safe
  return (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(line)
    where jsonb_typeof(value) in ('number', 'boolean') or key in ('kind', 'state', 'visibility', 'answer')
      or (jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^\d{4}-\d{2}-\d{2}(T|$)'));

-- The changes about one person, whatever the table.
create index changes_person_idx on platform.changes ((coalesce(after, before) ->> 'person_id'))
  where coalesce(after, before) ->> 'person_id' is not null;

-- Who an account is, for the rooms that name it.
create view accounts.shared_accounts as select id, name, email, closed_at from accounts.users;

-- Which files made an organisation or completed it: by its creation, and by the source of its fields.
create view directory.shared_organisation_imports as
  select organisation.id as organisation_id, organisation.import_id
  from directory.organisations organisation where organisation.import_id is not null
  union
  select organisation.id, (fact.value ->> 'ref')::bigint
  from directory.organisations organisation, jsonb_each(organisation.facts) fact
  where fact.value ->> 'source' = 'import' and fact.value ->> 'ref' ~ '^\d{1,18}$';

-- Purpose and retention, beside the columns that hold people's data.
comment on table directory.people is
  'Purpose: write to the people through whom organisations act. Basis: legitimate interest of the network. Retention: three years after the last contact, then reviewed by the team; erased on request.';
comment on column directory.people.given_name is 'Purpose: address a person. Seen by: staff and board; others by a role shown to them. Erased with the person.';
comment on column directory.people.family_name is 'Purpose: address a person. Seen by: staff and board; others by a role shown to them. Erased with the person.';
comment on column directory.people.language is 'Purpose: write in the right language. Seen by: staff and board. Back to the default with erasure.';
comment on column directory.people.user_id is 'Purpose: their own data in the member space. Retention: as the account.';
comment on column directory.people.notes is 'Purpose: follow the relation. Seen by: staff only. Erased with the person.';
comment on column directory.people.origin is 'Purpose: say where the data come from (GDPR, art. 14). Seen by: staff and board. Erased with the person.';
comment on column directory.people.last_contact_on is 'Purpose: count retention. Retention: as the person.';
comment on column directory.contact_points.value is 'Purpose: reach. Seen by: as its visibility says. Retention: as its organisation or its person.';
comment on column directory.roles.title is 'Purpose: know who acts for an organisation. Seen by: as its visibility says. Elected roles are kept without a name (history of bodies); others are erased with the person.';
comment on table directory.consents is
  'Purpose: prove what a person agreed to or took back (GDPR, art. 7). Retention: as the person; after erasure the fact and its date stay, without a name.';
comment on column directory.consents.proof is 'Purpose: prove consent. Seen by: staff only. Erased with the person.';
comment on column directory.consents.proof_file_id is 'Purpose: prove consent. Seen by: staff only. The file goes with the person.';
comment on column directory.erasure_requests.message is 'Purpose: answer within a month (GDPR, art. 12). Seen by: staff only. Erased with the person.';
comment on table directory.erasures is 'Purpose: account for erasures (GDPR, art. 5.2). Holds no personal data. Retention: five years.';
