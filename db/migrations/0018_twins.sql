-- One organisation, one card: pairs that may be one, merges that can be undone, and what outside registers answered.

-- What lets two cards meet without comparing each with each: hashes of the keys that `duplicates/keys.ts` gives to a card.
-- Derived: can be made again whole at any time.
create table directory.duplicate_keys (
  organisation_id bigint not null references directory.organisations on delete cascade,
  key bigint not null,
  primary key (key, organisation_id)
);
create index on directory.duplicate_keys (organisation_id);

-- Two cards that may be of one organisation, with why. Derived from the cards.
create table directory.duplicate_pairs (
  a_id bigint not null references directory.organisations on delete cascade,
  b_id bigint not null references directory.organisations on delete cascade,
  score smallint not null check (score between 0 and 100),
  reasons jsonb not null, -- [{"code", "with"}], the weightiest first
  found_at timestamptz not null default now(),
  primary key (a_id, b_id),
  check (a_id < b_id)
);
create index on directory.duplicate_pairs (b_id);
create index on directory.duplicate_pairs (score desc, a_id, b_id);

-- Two cards that a person said to be of two organisations: never proposed again.
create table directory.told_apart (
  id bigint generated always as identity primary key,
  a_id bigint not null references directory.organisations on delete cascade,
  b_id bigint not null references directory.organisations on delete cascade,
  told_by uuid references accounts.users on delete set null,
  told_at timestamptz not null default now(),
  unique (a_id, b_id),
  check (a_id < b_id)
);
create index on directory.told_apart (b_id);
call platform.watch('directory.told_apart');

-- Cards that changed and wait to be compared again. No unique key: two writers never wait for each other.
create table directory.duplicate_work (
  id bigint generated always as identity primary key,
  organisation_id bigint not null
);

create function directory.note_duplicate_work() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'organisations' then
    if tg_op = 'UPDATE' then
      insert into directory.duplicate_work (organisation_id)
      select new_row.id from new_rows new_row join old_rows old_row on old_row.id = new_row.id
      where (new_row.name, new_row.acronym, new_row.rna, new_row.siren, new_row.siret, new_row.uai, new_row.website,
             new_row.commune_code, new_row.counted_family_id, new_row.status) is distinct from
            (old_row.name, old_row.acronym, old_row.rna, old_row.siren, old_row.siret, old_row.uai, old_row.website,
             old_row.commune_code, old_row.counted_family_id, old_row.status);
    else
      insert into directory.duplicate_work (organisation_id) select id from new_rows;
    end if;
  elsif tg_op = 'DELETE' then
    insert into directory.duplicate_work (organisation_id)
    select organisation_id from old_rows where organisation_id is not null;
  else
    insert into directory.duplicate_work (organisation_id)
    select organisation_id from new_rows where organisation_id is not null;
  end if;
  return null;
end $$;
create trigger note_duplicates_insert after insert on directory.organisations referencing new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_update after update on directory.organisations
  referencing old table as old_rows new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_insert after insert on directory.names referencing new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_update after update on directory.names referencing new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_delete after delete on directory.names referencing old table as old_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_insert after insert on directory.contact_points referencing new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_update after update on directory.contact_points referencing new table as new_rows
  for each statement execute function directory.note_duplicate_work();
create trigger note_duplicates_delete after delete on directory.contact_points referencing old table as old_rows
  for each statement execute function directory.note_duplicate_work();
insert into directory.duplicate_work (organisation_id) select id from directory.organisations;

-- A merge, with all that is needed to undo it.
create table directory.merges (
  id bigint generated always as identity primary key,
  winner_id bigint not null references directory.organisations,
  loser_id bigint not null references directory.organisations,
  merged_by uuid references accounts.users on delete set null,
  merged_at timestamptz not null default now(),
  winner_before jsonb not null, -- the rows as they were
  loser_before jsonb not null,
  winner_after jsonb not null, -- the winner as the merge left it
  moved jsonb not null, -- [{"table", "column", "key": [columns], "rows": [[values]]}]
  kept jsonb not null, -- the same, of what stayed with the loser because the winner has it already
  made jsonb not null, -- what the merge added or set aside: {"names", "apart", "mainContacts", "positions"}
  undone_by uuid references accounts.users on delete set null,
  undone_at timestamptz,
  check (winner_id <> loser_id)
);
create index on directory.merges (winner_id, merged_at desc);
create index on directory.merges (loser_id);
call platform.watch('directory.merges');

-- Who did it, for the rooms that say it: the name of an account, nothing else.
create view accounts.shared_names as select id, name from accounts.users;

-- What the rows of a table that names organisations are called, in French, one and many: a merge says what it moves.
comment on table directory.names is 'autre graphie|autres graphies';
comment on table directory.contact_points is 'coordonnée|coordonnées';
comment on table directory.speakers is 'compte qui parle pour elle|comptes qui parlent pour elle';
comment on table directory.roles is 'fonction d’une personne|fonctions de personnes';
comment on table directory.links is 'lien avec une organisation|liens avec des organisations';
comment on table directory.partnerships is 'partenariat à l’étranger|partenariats à l’étranger';
comment on table directory.proposals is 'proposition de modification|propositions de modification';
comment on table membership.memberships is 'adhésion|adhésions';
comment on table activities.meeting_organisations is 'réunion|réunions';

-- What services outside answered, kept so as not to ask twice and to answer when they do not.
create table platform.outside_answers (
  service text not null,
  question text not null,
  body jsonb not null,
  asked_at timestamptz not null,
  fresh_until timestamptz not null,
  primary key (service, question)
);
create index on platform.outside_answers (asked_at);
