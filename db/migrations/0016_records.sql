-- Where a record comes from as a whole, and what the lists of cards read.

-- Who added this record, when it was neither the team nor an import: {source, ref, label}, as in the facts.
alter table directory.organisations add column origin jsonb;

-- What other rooms may say of an import: the name of its file.
create view imports.shared_imports as select id, file_name, created_at from imports.imports;

-- Cards to confirm again: those that their organisation confirmed longest ago, or never since they were added.
drop index directory.organisations_confirmed_on_id_idx;
create index on directory.organisations
  ((coalesce(confirmed_on, (created_at at time zone 'Europe/Paris')::date)), id) where status = 'published';

-- What has changed since a day, for those who keep a copy.
create index on directory.organisations (updated_at, id) where visibility = 'listed' and status = 'published';
