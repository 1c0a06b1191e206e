-- What was done of the programme of the year, and what actors propose for the agenda.

-- A line of the programme done as another event of the agenda (`accepted`), or that somebody said is not: another event,
-- or a meeting of the log. A meeting that is accepted is in agenda.session_meetings.
create table agenda.programme_matches (
  id bigint generated always as identity primary key,
  line_id bigint not null references agenda.events on delete cascade,
  event_id bigint references agenda.events on delete cascade,
  meeting_id bigint, -- activities.meetings
  accepted boolean not null,
  created_at timestamptz not null default now(),
  check (num_nonnulls(event_id, meeting_id) = 1),
  check (event_id is not null or not accepted),
  check (line_id <> event_id),
  unique (line_id, event_id),
  unique (line_id, meeting_id)
);
create index on agenda.programme_matches (event_id);
call platform.watch('agenda.programme_matches');

-- An event proposed by an actor: kept apart until its address is proven, then an event with the status `proposed`.
create table agenda.proposals (
  id bigint generated always as identity primary key,
  event_id bigint references agenda.events on delete cascade,
  title text not null check (length(title) between 1 and 300),
  said jsonb, -- what was understood, until it becomes an event
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  organisation text not null check (length(organisation) between 1 and 300), -- as typed
  organisation_id bigint references directory.organisations,
  account_id uuid, -- of who proposed it signed in
  message text not null default '' check (length(message) <= 2000),
  state text not null default 'sent' check (state in ('sent', 'waiting', 'accepted', 'refused')),
  token text unique, -- digest of what the letter holds
  expires_at timestamptz,
  answer text not null default '' check (length(answer) <= 2000),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  check (state = 'sent' or event_id is not null)
);
create index on agenda.proposals (created_at) where state = 'waiting';
create index on agenda.proposals (event_id);
create index on agenda.proposals (organisation_id);
create index on agenda.proposals (lower(email));
comment on table agenda.proposals is 'proposition d’événement|propositions d’événements';
call platform.watch('agenda.proposals');

-- The programme of a year: what was planned, and the first day when something of it was held; none while nothing was.
create view agenda.shared_programme as
  select line.id, line.programme_year as year, line.title, line.training, line.kind_id,
         case when line.training then 'Formation' else coalesce(kind.label, 'Événement') end as kind, line.pole_id, line.axis_id,
         line.mission_id, line.audience, line.audience_type_ids, line.planned_period, line.planned_from, line.planned_to,
         line.dropped_at is not null or line.cancelled_at is not null as dropped, held.first_on as held_on
  from agenda.events line
  left join vocabularies.terms kind on kind.id = line.kind_id
  left join lateral (
    select min(day) as first_on from (
      select coalesce(session.ends_on, session.starts_on) as day
      from agenda.sessions session
      join agenda.events event on event.id = session.event_id and event.removed_at is null and event.cancelled_at is null
      where session.removed_at is null and session.cancelled_at is null
        and coalesce(session.ends_on, session.starts_on) <= (now() at time zone 'Europe/Paris')::date
        and (session.event_id = line.id or session.event_id in (
          select matched.event_id from agenda.programme_matches matched where matched.line_id = line.id and matched.accepted))
      union all
      select meeting.held_on from agenda.session_meetings linked
      join activities.shared_meetings meeting on meeting.id = linked.meeting_id
      where linked.event_id = line.id
    ) done
  ) held on true
  where line.programme_year is not null and line.removed_at is null and line.status <> 'refused';
