-- The network that this instance serves: identity, theme, legal notices, as settings (key, value).
create schema network;

create table network.settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
call platform.watch('network.settings', 'key');
