-- Who is a member for which year, in which college.
create schema membership;

create table membership.memberships (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations,
  year integer not null check (year between 1900 and 2200),
  college_id bigint not null references vocabularies.terms,
  joined_on date,
  import_id bigint,
  removed_at timestamptz, -- taken off the list, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index on membership.memberships (organisation_id, year) where removed_at is null;
create index on membership.memberships (year, college_id) where removed_at is null;
create index on membership.memberships (import_id) where import_id is not null;
call platform.watch('membership.memberships');

create view membership.shared_memberships as
  select membership.id, membership.year, membership.organisation_id, organisation.name as organisation,
         college.id as college_id, college.code as college_code, college.label as college, membership.joined_on
  from membership.memberships membership
  join directory.organisations organisation on organisation.id = membership.organisation_id
  join vocabularies.terms college on college.id = membership.college_id
  where membership.removed_at is null;
