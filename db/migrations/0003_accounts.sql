-- Accounts. The first six tables are those of the sign-in library, in our names.
create schema accounts;

create table accounts.users (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- A closed account can no longer sign in; what it wrote keeps its name.
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call platform.watch('accounts.users');

create table accounts.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references accounts.users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on accounts.sessions (user_id);

create table accounts.credentials (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references accounts.users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on accounts.credentials (user_id);
call platform.watch('accounts.credentials');

create table accounts.verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on accounts.verifications (identifier);

create table accounts.second_factors (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references accounts.users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  -- The backup codes are shown until the person says that they are kept, then never again.
  codes_kept_at timestamptz
);
create unique index on accounts.second_factors (user_id);
call platform.watch('accounts.second_factors');

create table accounts.passkeys (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references accounts.users on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index on accounts.passkeys (user_id);
call platform.watch('accounts.passkeys');

-- What an account may do; an account without a row is a visitor who signed in.
create table accounts.roles (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  role text not null check (role in ('member', 'juror', 'board', 'officer', 'administrator')),
  created_at timestamptz not null default now(),
  unique (user_id, role)
);
call platform.watch('accounts.roles');

-- The six-figure codes already used: a code serves once (RFC 6238, section 5.2).
create table accounts.used_codes (
  user_id uuid not null references accounts.users on delete cascade,
  value_hash text not null,
  used_at timestamptz not null default now(),
  primary key (user_id, value_hash)
);

-- Each time someone came in, and by what means; kept a year.
create table accounts.sign_ins (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  means text not null check (means in ('password', 'link', 'code', 'passkey', 'invitation')),
  signed_in_at timestamptz not null default now()
);
create index on accounts.sign_ins (user_id, signed_in_at desc);

-- A letter that opens an account. `token` is the digest of what the letter holds.
create table accounts.invitations (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null,
  -- For a member: the organisation they will speak for (its room is laid later, so no reference here).
  organisation_id bigint,
  invited_by uuid references accounts.users on delete set null,
  token text not null unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index on accounts.invitations (email) where accepted_at is null;
call platform.watch('accounts.invitations');
