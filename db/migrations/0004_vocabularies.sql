-- Controlled words of the trade: data, editable, each edit a new version of its list.
create schema vocabularies;

create table vocabularies.lists (
  id text primary key,
  label text not null,
  description text not null default '',
  parent_list_id text references vocabularies.lists, -- the list that holds the parents of these terms
  position integer not null default 0,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
call platform.watch('vocabularies.lists');

create table vocabularies.terms (
  id bigint generated always as identity primary key,
  list_id text not null references vocabularies.lists,
  code text not null,
  label text not null check (length(label) between 1 and 200),
  description text not null default '' check (length(description) <= 1000),
  parent_id bigint references vocabularies.terms,
  position integer not null default 0,
  colour text,
  crosswalk jsonb not null default '{}',
  synonyms text[] not null default '{}',
  retired_at timestamptz,
  unique (list_id, code)
);
create index on vocabularies.terms (parent_id);
call platform.watch('vocabularies.terms');

-- What a list said at each version, so that an old figure can be read with the words of its day.
create table vocabularies.versions (
  id bigint generated always as identity primary key,
  list_id text not null references vocabularies.lists,
  version integer not null,
  terms jsonb not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid,
  unique (list_id, version)
);
call platform.watch('vocabularies.versions');

create view vocabularies.shared_terms as
  select term.id, term.list_id, term.code, term.label, term.position, term.colour,
         parent.id as parent_id, parent.code as parent_code, parent.label as parent_label
  from vocabularies.terms term
  left join vocabularies.terms parent on parent.id = term.parent_id;
