-- Someone asks to speak for an organisation of the directory, or to add one to it. The address is proven by a link first;
-- then either the network already knew this address as the organisation's, or the team says yes.
create table accounts.card_requests (
  id bigint generated always as identity primary key,
  organisation_id bigint references directory.organisations, -- none while a new organisation is not proven
  proposed jsonb, -- what a new organisation says of itself, by field
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  title text not null default '' check (length(title) <= 200), -- what they do there
  message text not null default '' check (length(message) <= 2000),
  token text not null unique, -- digest of what the letter holds
  state text not null default 'sent' check (state in ('sent', 'waiting', 'accepted', 'refused')),
  known boolean not null default false, -- the address was the organisation's own
  reason text not null default '' check (length(reason) <= 1000), -- of a refusal, as the letter says it
  decided_by uuid references accounts.users on delete set null,
  decided_at timestamptz,
  expires_at timestamptz not null, -- of the link
  created_at timestamptz not null default now(),
  check (organisation_id is not null or proposed is not null)
);
comment on column accounts.card_requests.email is
  'Purpose: prove who asks and answer them. Kept until the link ends when unproven, a year after the decision otherwise. Staff only.';
create index on accounts.card_requests (created_at desc, id desc) where state = 'waiting';
create index on accounts.card_requests (organisation_id);
create index on accounts.card_requests (email);
call platform.watch('accounts.card_requests');
