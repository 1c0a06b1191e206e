-- The notice of a change names its table: who keeps something in memory forgets it only when what it holds has changed.
create or replace function platform.record_changes() returns trigger language plpgsql as $$
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
  perform pg_notify('maillage_changes', the_table);
  return null;
end $$;
