-- What every room leans on: folding of text, the change log, double-click guard, letters, files.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create schema platform;

-- Lower case, without accents, ligatures or punctuation: what a search or a comparison looks at.
create function platform.fold(typed text) returns text
  language sql immutable strict parallel safe
  return trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, typed)), '[^a-z0-9]+', ' ', 'g'));

-- Who, what, when, before and after. Written by trigger, in the transaction of the change itself.
create table platform.changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account_id uuid,
  request_id text,
  table_name text not null,
  row_key text not null,
  action text not null check (action in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb
);
create index on platform.changes (table_name, row_key, id);
create index on platform.changes (account_id, id);
create index on platform.changes (request_id, id) where request_id is not null;

-- Secrets never enter the log.
create function platform.without_secrets(line jsonb) returns jsonb
  language sql immutable parallel safe
  return line - array['password', 'secret', 'token', 'backup_codes', 'access_token', 'refresh_token', 'id_token', 'value_hash', 'public_key', 'search'];

create function platform.record_changes() returns trigger language plpgsql as $$
declare
  the_key text := coalesce(tg_argv[0], 'id');
  the_author uuid := nullif(current_setting('maillage.account', true), '')::uuid;
  the_request text := nullif(current_setting('maillage.request', true), '');
  the_table text := tg_table_schema || '.' || tg_table_name;
begin
  if tg_op = 'INSERT' then
    insert into platform.changes (account_id, request_id, table_name, row_key, action, after)
    select the_author, the_request, the_table, coalesce(line ->> the_key, ''), 'insert', platform.without_secrets(line)
    from (select to_jsonb(new_row) as line from new_rows new_row offset 0) row;
  elsif tg_op = 'DELETE' then
    insert into platform.changes (account_id, request_id, table_name, row_key, action, before)
    select the_author, the_request, the_table, coalesce(line ->> the_key, ''), 'delete', platform.without_secrets(line)
    from (select to_jsonb(old_row) as line from old_rows old_row offset 0) row;
  else
    insert into platform.changes (account_id, request_id, table_name, row_key, action, before, after)
    select the_author, the_request, the_table, coalesce(to_jsonb(new_row) ->> the_key, ''), 'update',
           platform.without_secrets(to_jsonb(old_row)), platform.without_secrets(to_jsonb(new_row))
    from old_rows old_row
    join new_rows new_row on to_jsonb(new_row) ->> the_key = to_jsonb(old_row) ->> the_key
    where to_jsonb(old_row) is distinct from to_jsonb(new_row);
  end if;
  perform pg_notify('maillage_changes', '');
  return null;
end $$;

-- Every table of the trade is watched: call this in the migration that creates it. `key` names its identifying column.
create procedure platform.watch(watched regclass, key text default 'id') language plpgsql as $$
begin
  execute format('create trigger changes_insert after insert on %s referencing new table as new_rows
    for each statement execute function platform.record_changes(%L)', watched, key);
  execute format('create trigger changes_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function platform.record_changes(%L)', watched, key);
  execute format('create trigger changes_delete after delete on %s referencing old table as old_rows
    for each statement execute function platform.record_changes(%L)', watched, key);
end $$;

-- One form sent twice (double click, refresh, lost answer) acts once and answers the same address.
create table platform.submissions (
  key uuid primary key,
  location text,
  created_at timestamptz not null default now()
);
create index on platform.submissions (created_at);

-- Letters to send or sent. Without an SMTP server they stay here and the mailbox page shows them.
-- `sending`: handed to the SMTP server, whose answer is not known yet.
create table platform.letters (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  text text not null,
  html text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on platform.letters (created_at desc);

-- Files given by people; their bytes are in the folder or the S3-compatible store, under `storage_key`.
create table platform.files (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null,
  storage_key text not null unique,
  account_id uuid,
  created_at timestamptz not null default now()
);
call platform.watch('platform.files');

-- Bytes whose record is gone: taken out of the store by night, so that a change taken back never loses a file.
create table platform.discarded_files (
  storage_key text primary key,
  discarded_at timestamptz not null default now()
);
