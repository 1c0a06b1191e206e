-- Spreadsheets that came in: what was read, what was decided, what was done, and how to take it back.
create schema imports;

create table imports.imports (
  id bigint generated always as identity primary key,
  file_id uuid not null references platform.files,
  file_name text not null,
  kind text,
  headings text[] not null default '{}',
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  state text not null default 'reading'
    check (state in ('reading', 'mapping', 'checking', 'ready', 'running', 'done', 'failed', 'undone', 'dropped')),
  counts jsonb not null default '{}',
  progress integer not null default 0,
  total integer not null default 0,
  error text,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version integer not null default 1
);
call platform.watch('imports.imports');

-- Staging: each line of the file as read, what it would do, and the choices made for it. Not watched: it is not the record.
create table imports.rows (
  import_id bigint not null references imports.imports on delete cascade,
  line integer not null,
  cells text[] not null,
  reading jsonb, -- the values once parsed
  outcome text check (outcome in ('create', 'change', 'same', 'duplicate', 'problem')),
  problems jsonb not null default '[]', -- [{column, reason}]
  proposals jsonb not null default '[]', -- [{column, typed, candidates: [{id, label, score}]}]
  fingerprint text,
  target_id bigint,
  primary key (import_id, line)
);
create index on imports.rows (import_id, outcome, line);
create index on imports.rows (import_id, fingerprint);

-- How the columns of a heading row were understood last time.
create table imports.mappings (
  id bigint generated always as identity primary key,
  headings_key text not null,
  kind text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  unique (headings_key, kind)
);
call platform.watch('imports.mappings');
