-- Segments: filters over everything known, kept under a name; the views of a list; what is done to many at once.

create table directory.segments (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'), -- groups of terms: all the groups, in each one term at least
  sentence text not null default '', -- as it was read when last saved or opened
  shared boolean not null default true, -- else its author's alone
  by_hand boolean not null default false, -- a list chosen one by one, in `segment_organisations`
  created_by uuid references accounts.users on delete set null,
  used_on date, -- the last day on which it was opened or drawn from
  removed_at timestamptz, -- deleted, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on directory.segments (platform.fold(name), id) where removed_at is null;
create index on directory.segments (created_by);
call platform.watch('directory.segments');

create table directory.segment_organisations (
  id bigint generated always as identity primary key,
  segment_id bigint not null references directory.segments on delete cascade,
  organisation_id bigint not null references directory.organisations,
  created_at timestamptz not null default now(),
  unique (segment_id, organisation_id)
);
create index on directory.segment_organisations (organisation_id);
call platform.watch('directory.segment_organisations');

-- A name for an address of the list: filters, columns, order.
create table directory.list_views (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 2000), -- of the address, without its ?
  shared boolean not null default false,
  created_by uuid references accounts.users on delete cascade,
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create index on directory.list_views (created_by);
call platform.watch('directory.list_views');

-- What was done to many organisations at once: the change log holds their state before, under the same request.
create table directory.bulk_actions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('tag', 'untag', 'list', 'unlist', 'collect', 'discard', 'archive')),
  detail text not null default '', -- the label of the tag, the name of the list
  segment_id bigint references directory.segments on delete set null, -- of `collect` and `discard`
  count integer not null,
  request_id text not null,
  created_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
create index on directory.bulk_actions (created_by);
create index on directory.bulk_actions (segment_id);
create index on directory.bulk_actions (created_at desc, id desc);
call platform.watch('directory.bulk_actions');
