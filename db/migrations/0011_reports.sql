-- The annual report: printed figures to reconcile, the words of each chapter, and the editions that never move.
create schema reports;

create table reports.claims (
  id text primary key,
  year integer not null,
  document text not null,
  section text not null,
  claim text not null,
  value jsonb not null,
  unit text not null default '',
  note text not null default '',
  indicator_id text, -- null: no rule computes it yet
  indicator_key text, -- the line of a breakdown, by its key or its label
  comparison text not null default 'equal' check (comparison in ('equal', 'at_least', 'more_than')),
  position integer not null default 0,
  version integer not null default 1
);
create index on reports.claims (year, position);
call platform.watch('reports.claims');

create table reports.passages (
  id bigint generated always as identity primary key,
  year integer not null,
  chapter text not null,
  text text not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  unique (year, chapter)
);
call platform.watch('reports.passages');

create table reports.editions (
  id bigint generated always as identity primary key,
  year integer not null,
  number integer not null,
  content jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  unique (year, number)
);
call platform.watch('reports.editions');

-- A published edition is frozen: nothing changes or removes it, whoever asks.
create function reports.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A published edition never moves: publish a new one.';
end $$;
create trigger frozen before update or delete on reports.editions
  for each row execute function reports.refuse_change();
