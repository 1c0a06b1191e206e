-- What everyone sees of the agenda, and the words by which it is searched.
alter table agenda.events add column search tsvector generated always as (
  to_tsvector('simple', platform.fold(title || ' ' || description || ' ' || objectives || ' ' || audience))) stored;
create index on agenda.events using gin (search);
alter table agenda.sessions add column search tsvector generated always as (
  to_tsvector('simple', platform.fold(title || ' ' || place))) stored;
create index on agenda.sessions using gin (search);
alter table agenda.organisers add column search tsvector generated always as (
  to_tsvector('simple', platform.fold(typed))) stored;
create index on agenda.organisers using gin (search);

-- The only way by which public pages read an event: a draft, a proposal, what is internal or removed is not in it.
create view agenda.public_events as
  select id, title, description, objectives, training, kind_id, module_id, nature, cancelled_at, cancelled_why, origin,
         programme_year, planned_period, planned_from, planned_to, dropped_at, audience, audience_type_ids, pole_id, axis_id,
         mission_id, scheme_id, sector_ids, goal_ids, country_codes, website, accessibility, contact, picture_file_id,
         picture_text, registration, registration_url, opens_at, closes_at, capacity, series, price_cents, price_words,
         search, created_at, updated_at
  from agenda.events
  where visibility = 'listed' and status = 'published' and removed_at is null;

-- The dates of the public agenda: those of the sessions; and, for what has none yet, the period in which it is planned.
-- `sort_on`: where it stands in time; what is planned in a period stands at its end, after what has a date.
create view agenda.public_dates as
  select 's' || session.id as key, event.id as event_id, session.id as session_id, false as vague,
         session.starts_on as first_on, coalesce(session.ends_on, session.starts_on) as last_on, session.starts_on as sort_on,
         session.starts_at, session.moved_from, session.online, session.place <> '' or session.commune_code is not null as on_site,
         session.commune_code, case when session.commune_code like '97%' then left(session.commune_code, 3)
           else left(session.commune_code, 2) end as department_code,
         event.training, event.kind_id, event.module_id, event.nature, event.origin, event.audience_type_ids, event.pole_id,
         event.axis_id, event.sector_ids, event.goal_ids, event.country_codes,
         greatest(session.updated_at, event.updated_at) as changed_at
  from agenda.public_events event
  join agenda.sessions session on session.event_id = event.id and session.removed_at is null
  union all
  select 'e' || event.id, event.id, null, true,
         coalesce(event.planned_from, make_date(event.programme_year, 1, 1), 'infinity'),
         coalesce(event.planned_to, make_date(event.programme_year, 12, 31), 'infinity'),
         coalesce(event.planned_to, make_date(event.programme_year, 12, 31), 'infinity'),
         null, null, false, false, null, null,
         event.training, event.kind_id, event.module_id, event.nature, event.origin, event.audience_type_ids, event.pole_id,
         event.axis_id, event.sector_ids, event.goal_ids, event.country_codes, event.updated_at
  from agenda.public_events event
  where event.dropped_at is null and not exists (
    select from agenda.sessions session where session.event_id = event.id and session.removed_at is null);
