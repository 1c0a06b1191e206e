-- Spreadsheets that came in: what was read, what was decided, what was done, and how to take it back.
create schema imports;

create table imports.imports (
  id bigint generated always as identity primary key,
  file_id uuid not null references platform.files,
  file_name text not null,
  kind text, -- null: not recognised yet
  headings text[] not null default '{}',
  headings_line integer not null default 1,
  mapping jsonb not null default '{}', -- column of the kind: position in the file
  options jsonb not null default '{}', -- the year of members, what to do with exact duplicates
  state text not null default 'reading'
    check (state in ('reading', 'mapping', 'ready', 'running', 'done', 'undoing', 'undone', 'failed', 'dropped')),
  counts jsonb not null default '{}', -- as previewed, then as done
  error text,
  created_by uuid,
  run_by uuid, -- who launched it, or asked for its undo
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version integer not null default 1
);
create index on imports.imports (state) where state in ('reading', 'running', 'undoing');
call platform.watch('imports.imports');

-- How far the work under way is. Not watched: it says nothing once the work is over.
create table imports.progress (
  import_id bigint primary key references imports.imports on delete cascade,
  done integer not null default 0,
  total integer not null default 0, -- 0: not known
  attempts integer not null default 0, -- a file that kills the server is given up
  at timestamptz not null default now()
);

-- Staging: each line of the file as read, and what it would do. Not watched: it is not the record. Written by the hundred
-- thousand, so it has the fewest indexes and no foreign key.
create table imports.rows (
  import_id bigint not null,
  line integer not null, -- as the spreadsheet numbers it
  cells jsonb not null,
  outcome text check (outcome in ('create', 'change', 'same', 'problem')), -- null: no kind yet
  duplicate_of integer, -- the line that is the same, cell by cell
  problems jsonb not null default '[]', -- [{column, reason}]: the line waits
  notes jsonb not null default '[]', -- [{column, reason}]: the line goes in
  changes jsonb not null default '[]', -- [{column, before, after}]
  target_id bigint,
  undo jsonb, -- what a changed row was, to put it back
  primary key (import_id, line)
);
create index on imports.rows (import_id, line) where outcome = 'problem';

-- What is not sure: once for each value typed, with the choice made.
create table imports.proposals (
  import_id bigint not null references imports.imports on delete cascade,
  column_key text not null,
  typed text not null,
  label text not null,
  candidates jsonb not null, -- [{id, label}], the best three
  others text[] not null, -- what else may be chosen: keep, create
  fallback text not null, -- what is done when nobody chooses: keep, create, wait
  rows integer not null,
  primary key (import_id, column_key, typed)
);

create table imports.choices (
  import_id bigint not null references imports.imports on delete cascade,
  column_key text not null,
  typed text not null,
  choice text not null, -- a candidate's id, keep or create
  primary key (import_id, column_key, typed)
);

-- How the columns of a heading row were understood last time.
create table imports.mappings (
  id bigint generated always as identity primary key,
  headings_key text not null unique,
  kind text not null,
  mapping jsonb not null, -- column of the kind: folded heading
  used_at timestamptz not null default now()
);
call platform.watch('imports.mappings');
