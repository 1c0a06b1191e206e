-- What is said of an organisation by others than the team, before it is taken: a difference, accepted field by field.
create table directory.proposals (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references directory.organisations,
  source jsonb not null, -- {source, ref, label}, as in the facts
  proposed_by uuid references accounts.users on delete set null,
  said_by text not null default '' check (length(said_by) <= 300), -- who, when it is no account
  message text not null default '' check (length(message) <= 2000),
  created_at timestamptz not null default now()
);
create index on directory.proposals (organisation_id);
create index on directory.proposals ((source ->> 'source'), (source ->> 'ref'));
call platform.watch('directory.proposals');

create table directory.proposed_changes (
  id bigint generated always as identity primary key,
  proposal_id bigint not null references directory.proposals on delete cascade,
  field text not null, -- a key of `domains/directory/fields`
  before jsonb, -- the value on which the change was said
  after jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  by_rule boolean not null default false, -- accepted because the field is safe
  decided_by uuid references accounts.users on delete set null,
  decided_at timestamptz,
  unique (proposal_id, field),
  check ((state = 'waiting') = (decided_at is null))
);
create index on directory.proposed_changes (proposal_id);
create index on directory.proposed_changes (id) where state = 'waiting';
call platform.watch('directory.proposed_changes');
