-- The census: campaigns that ask organisations to confirm or correct their own record, and what they answered.
create schema census;

create table census.campaigns (
  id bigint generated always as identity primary key,
  title text not null check (length(title) between 1 and 200),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), -- in the address of the open link
  year integer not null check (year between 1900 and 2200),
  introduction text not null default '' check (length(introduction) <= 5000), -- read above the questions
  questionnaire_id bigint references questionnaires.questionnaires,
  segment_id bigint references directory.segments, -- who is asked, read at the opening; null: every organisation
  segment_words text not null default '' check (length(segment_words) <= 2000), -- its sentence, as it was at the opening
  opens_on date not null,
  closes_on date not null,
  open_link boolean not null default false, -- those not yet known may answer too
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (closes_on >= opens_on),
  check ((state = 'draft') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (removed_at is null or state = 'draft') -- what was opened stays
);
create index on census.campaigns (questionnaire_id);
create index on census.campaigns (segment_id);
create index on census.campaigns (year desc, id desc);
call platform.watch('census.campaigns');

-- The ladder of letters: the invitation (rank 0), then each reminder, some days after the invitation.
create table census.letters (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references census.campaigns on delete cascade,
  rank integer not null check (rank between 0 and 5), -- never more than six letters
  after_days integer not null check (after_days between 0 and 365),
  subject text not null check (length(subject) between 1 and 200),
  text text not null check (length(text) between 1 and 5000),
  version integer not null default 1,
  unique (campaign_id, rank),
  check ((rank = 0) = (after_days = 0))
);
call platform.watch('census.letters');

-- An organisation asked in a campaign, by its own link. The link is made from this number, `link` and the secret of the
-- site: it is not kept, and another `link` makes the one before open nothing.
create table census.invitations (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references census.campaigns on delete cascade,
  organisation_id bigint not null references directory.organisations,
  answer_id bigint unique references questionnaires.answers on delete set null, -- opened with the link, the first time
  email text, -- null: no address is known, the team telephones
  contact text not null default '' check (length(contact) <= 250), -- the main contact, as the letter greets them
  origin text not null default 'segment' check (origin in ('segment', 'open_link')),
  link integer not null default 1,
  state text not null default 'invited' check (state in ('invited', 'opened', 'answered', 'refused', 'departed')),
  opened_at timestamptz, -- the first time that its link was followed
  answered_at timestamptz, -- the last answer, refusal or departure
  last_rank integer not null default -1, -- of the letters written so far
  last_written_on date,
  last_letter_id bigint references platform.letters on delete set null,
  link_asked_at timestamptz, -- asked for again from the open link
  created_at timestamptz not null default now(),
  unique (campaign_id, organisation_id),
  check ((last_rank = -1) = (last_written_on is null)),
  check ((state in ('answered', 'refused', 'departed')) = (answered_at is not null))
);
create index on census.invitations (organisation_id);
create index on census.invitations (campaign_id, last_rank, last_written_on) where state in ('invited', 'opened');
create index on census.invitations (last_letter_id);
call platform.watch('census.invitations');

-- Each letter written to an invitation, once a rank whoever writes it.
create table census.sendings (
  id bigint generated always as identity primary key,
  invitation_id bigint not null references census.invitations on delete cascade,
  rank integer not null,
  letter_id bigint references platform.letters on delete set null,
  written_on date not null,
  unique (invitation_id, rank)
);
create index on census.sendings (letter_id);
call platform.watch('census.sendings');

-- What was answered, each time it was: the last word counts, the others stay.
create table census.answers (
  id bigint generated always as identity primary key,
  invitation_id bigint not null references census.invitations on delete cascade,
  kind text not null check (kind in ('correction', 'confirmation', 'refusal', 'departure')),
  proposal_id bigint, -- the difference with the record, in the directory; null when there was none
  said jsonb not null default '{}', -- by field of the record, as it was said
  free jsonb not null default '{}', -- by question that is no field
  said_by text not null default '' check (length(said_by) <= 200),
  message text not null default '' check (length(message) <= 2000),
  answered_at timestamptz not null default now(),
  settled text check (settled in ('done', 'left')), -- what the team did of a refusal or a departure
  settled_at timestamptz,
  settled_by uuid references accounts.users on delete set null,
  check ((settled is null) = (settled_at is null)),
  check (settled is null or kind in ('refusal', 'departure'))
);
create index on census.answers (invitation_id, answered_at desc);
create index on census.answers (id) where kind in ('refusal', 'departure') and settled is null;
call platform.watch('census.answers');

-- Telephoning the silent.
create table census.calls (
  id bigint generated always as identity primary key,
  invitation_id bigint not null references census.invitations on delete cascade,
  outcome text not null check (outcome in ('reached', 'call_back', 'no_reply', 'wrong_number', 'refused')),
  note text not null default '' check (length(note) <= 1000),
  called_on date not null,
  called_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now()
);
create index on census.calls (invitation_id, called_on desc, id desc);
call platform.watch('census.calls');

-- What a campaign found, as it stood at its closing. Ways to reach people are not kept in it.
create table census.snapshots (
  id bigint generated always as identity primary key,
  campaign_id bigint not null unique references census.campaigns,
  content jsonb not null, -- {title, year, words, counts, coverage}
  frozen_at timestamptz not null default now(),
  frozen_by uuid
);
call platform.watch('census.snapshots');

create table census.snapshot_organisations (
  id bigint generated always as identity primary key,
  snapshot_id bigint not null references census.snapshots,
  organisation_id bigint not null references directory.organisations,
  state text not null,
  answered_on date,
  family_id bigint,
  department_code text,
  fields jsonb not null -- by field of the record, as of the closing
);
create index on census.snapshot_organisations (snapshot_id, organisation_id);
create index on census.snapshot_organisations (organisation_id);
call platform.watch('census.snapshot_organisations');

-- Frozen for ever, whoever asks. The number of an organisation alone may change: that of the record it was merged into.
create function census.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'snapshot_organisations'
     and to_jsonb(new) - 'organisation_id' = to_jsonb(old) - 'organisation_id' then
    return new;
  end if;
  raise exception 'What a closed campaign found never moves: a correction is a new campaign.';
end $$;
create trigger frozen before update or delete on census.snapshots
  for each row execute function census.refuse_change();
create trigger frozen before update or delete on census.snapshot_organisations
  for each row execute function census.refuse_change();

-- A closed campaign is not opened again, nor a draft answered.
create function census.keep_order() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) in (('closed', 'open'), ('closed', 'draft'), ('open', 'draft'), ('draft', 'closed')) then
    raise exception 'A campaign goes from draft to open to closed, and never back.';
  end if;
  return new;
end $$;
create trigger in_order before update of state on census.campaigns for each row execute function census.keep_order();

-- An invitation with what became of its last letter and of its questionnaire: not delivered, begun.
create view census.followed as
  select invitation.*,
         case
           when invitation.state in ('answered', 'refused', 'departed') then invitation.state
           when answer.saved_at is not null then 'draft'
           when invitation.state = 'opened' then 'opened'
           when letter.state = 'failed' then 'bounced'
           when invitation.email is null then 'unreachable'
           when invitation.last_rank < 0 then 'drawn'
           else 'invited'
         end as standing
  from census.invitations invitation
  left join platform.letters letter on letter.id = invitation.last_letter_id
  left join questionnaires.shared_answers answer on answer.id = invitation.answer_id;

-- What other rooms may read: who was asked, and what became of it.
create view census.shared_answers as
  select invitation.campaign_id, campaign.title as campaign, campaign.year, invitation.organisation_id, invitation.id as invitation_id,
         invitation.state, (invitation.answered_at at time zone 'Europe/Paris')::date as answered_on
  from census.invitations invitation
  join census.campaigns campaign on campaign.id = invitation.campaign_id;

create view census.shared_snapshots as
  select snapshot.id, snapshot.campaign_id, snapshot.content ->> 'title' as title, (snapshot.content ->> 'year')::integer as year,
         (snapshot.frozen_at at time zone 'Europe/Paris')::date as frozen_on, snapshot.content
  from census.snapshots snapshot;

create view census.shared_snapshot_organisations as
  select snapshot.campaign_id, line.organisation_id, line.state, line.answered_on, line.family_id, line.department_code
  from census.snapshot_organisations line
  join census.snapshots snapshot on snapshot.id = line.snapshot_id;

-- The one to write to or to telephone in an organisation: its main contact of today, else the organisation itself.
create view directory.shared_main_contacts as
  select organisation.id as organisation_id, person.id as person_id,
         coalesce(trim(person.given_name || ' ' || person.family_name), '') as person, coalesce(role.title, '') as title,
         coalesce(person_email.value, own_email.value) as email, coalesce(person_phone.value, own_phone.value) as phone
  from directory.organisations organisation
  left join directory.roles role on role.organisation_id = organisation.id and role.main_contact and role.until is null
  left join directory.people person on person.id = role.person_id and person.erased_at is null
  left join lateral (select value from directory.contact_points point where point.person_id = person.id
    and point.kind = 'email' order by position, id limit 1) person_email on true
  left join lateral (select value from directory.contact_points point where point.person_id = person.id
    and point.kind = 'phone' order by position, id limit 1) person_phone on true
  left join lateral (select value from directory.contact_points point where point.organisation_id = organisation.id
    and point.kind = 'email' order by position, id limit 1) own_email on true
  left join lateral (select value from directory.contact_points point where point.organisation_id = organisation.id
    and point.kind = 'phone' order by position, id limit 1) own_phone on true;
