-- Incubation: cohorts of organisations that the network goes along with over several years.
create table support.cohorts (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 200),
  scheme_id bigint references vocabularies.terms, -- list `schemes`
  from_year integer not null check (from_year between 1990 and 2100),
  to_year integer not null check (to_year between from_year and from_year + 20),
  referent_id uuid references accounts.users on delete set null,
  purpose text not null default '' check (length(purpose) <= 10000),
  closed_on date, -- closed: what it is now is read from this and from the years
  closing_words text not null default '' check (length(closing_words) <= 5000),
  created_by uuid references accounts.users on delete set null,
  removed_at timestamptz, -- deleted, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on support.cohorts (from_year desc, id desc) where removed_at is null;
create index on support.cohorts (referent_id) where removed_at is null;
call platform.watch('support.cohorts');

-- An organisation in a cohort, from the day it enters to the day it leaves.
create table support.cohort_stays (
  id bigint generated always as identity primary key,
  cohort_id bigint not null references support.cohorts on delete cascade,
  organisation_id bigint not null references directory.organisations,
  entered_on date not null,
  left_on date,
  outcome text check (outcome in ('finished', 'left')),
  reason text not null default '' check (length(reason) <= 2000),
  course_id bigint references support.courses on delete set null,
  removed_at timestamptz, -- put in by mistake; can be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((left_on is null) = (outcome is null)),
  check (left_on >= entered_on)
);
create unique index on support.cohort_stays (cohort_id, organisation_id) where removed_at is null;
create index on support.cohort_stays (organisation_id);
create index on support.cohort_stays (course_id) where course_id is not null;
comment on table support.cohort_stays is 'place dans une cohorte|places dans des cohortes';
call platform.watch('support.cohort_stays');

-- With whom it is done, in the organisation.
create table support.cohort_people (
  id bigint generated always as identity primary key,
  stay_id bigint not null references support.cohort_stays on delete cascade,
  person_id bigint references directory.people on delete set null,
  name text not null check (length(name) between 1 and 200),
  email text not null default '' check (email = lower(email) and length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  title text not null default '' check (length(title) <= 200),
  created_at timestamptz not null default now()
);
create index on support.cohort_people (stay_id);
create index on support.cohort_people (person_id) where person_id is not null;
create index on support.cohort_people (email) where email <> '';
comment on column support.cohort_people.email is
  'Purpose: reach who carries the incubation. Kept three years after the organisation leaves or the cohort closes. Staff and board only.';
call platform.watch('support.cohort_people');

-- The same questions, at the entry then each year: each time a sheet of the tool `diagnosis`.
alter table support.tool_texts drop constraint tool_texts_tool_check,
  add check (tool in ('steps', 'chessboard', 'goals', 'partnership', 'pitch', 'diagnosis'));
alter table support.tool_sheets drop constraint tool_sheets_tool_check,
  add check (tool in ('steps', 'chessboard', 'goals', 'partnership', 'pitch', 'diagnosis'));
create table support.cohort_points (
  id bigint generated always as identity primary key,
  stay_id bigint not null references support.cohort_stays on delete cascade,
  number integer not null check (number between 0 and 30), -- 0: at the entry; then one a year
  held_on date not null,
  sheet_id bigint not null unique references support.tool_sheets on delete cascade
);
create index on support.cohort_points (stay_id, number);
call platform.watch('support.cohort_points');

-- What all of a cohort are to reach, by a day or some months after each one's entry.
create table support.cohort_milestones (
  id bigint generated always as identity primary key,
  cohort_id bigint not null references support.cohorts on delete cascade,
  title text not null check (length(title) between 1 and 300),
  due_on date,
  due_months integer check (due_months between 0 and 240),
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (num_nonnulls(due_on, due_months) = 1)
);
create index on support.cohort_milestones (cohort_id);
call platform.watch('support.cohort_milestones');

-- What an organisation made of a milestone: a line without a day has only a note.
create table support.cohort_marks (
  milestone_id bigint not null references support.cohort_milestones on delete cascade,
  stay_id bigint not null references support.cohort_stays on delete cascade,
  id bigint generated always as identity unique,
  reached_on date,
  note text not null default '' check (length(note) <= 2000),
  marked_by uuid references accounts.users on delete set null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (milestone_id, stay_id)
);
create index on support.cohort_marks (stay_id);
call platform.watch('support.cohort_marks');

/* When a milestone is due for an organisation that entered on this day. */
create function support.milestone_due(due_on date, due_months integer, entered_on date) returns date
  language sql immutable return coalesce(due_on, (entered_on + make_interval(months => due_months))::date);

-- The programme of a cohort is made of events of the agenda.
create table support.cohort_events (
  event_id bigint not null, -- agenda.events
  cohort_id bigint not null references support.cohorts on delete cascade,
  id bigint generated always as identity unique,
  linked_at timestamptz not null default now(),
  primary key (cohort_id, event_id)
);
create index on support.cohort_events (event_id);
call platform.watch('support.cohort_events');

create table support.cohort_budget_lines (
  id bigint generated always as identity primary key,
  cohort_id bigint not null references support.cohorts on delete cascade,
  kind text not null check (kind in ('expense', 'income')),
  label text not null check (length(label) between 1 and 300),
  planned_cents bigint not null check (planned_cents between 0 and 1000000000000),
  realised_cents bigint not null default 0 check (realised_cents between 0 and 1000000000000),
  funder text not null default '' check (length(funder) <= 300), -- as typed
  organisation_id bigint references directory.organisations, -- the funder, when the directory surely has it
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (kind = 'income' or funder = ''),
  check (funder <> '' or organisation_id is null)
);
create index on support.cohort_budget_lines (cohort_id);
create index on support.cohort_budget_lines (organisation_id) where organisation_id is not null;
comment on table support.cohort_budget_lines is 'financement d’une cohorte|financements de cohortes';
call platform.watch('support.cohort_budget_lines');

-- An organisation in a cohort, with its milestones: those reached, and those due by today, while it is there.
create view support.shared_incubation as
  select stay.id as stay_id, stay.cohort_id, cohort.name as cohort, stay.organisation_id, stay.entered_on, stay.left_on,
         stay.outcome, coalesce(counted.reached, 0) as milestones_reached, coalesce(counted.due, 0) as milestones_due
  from support.cohort_stays stay
  join support.cohorts cohort on cohort.id = stay.cohort_id and cohort.removed_at is null
  left join lateral (
    select count(*) filter (where mark.reached_on is not null)::int as reached,
           count(*) filter (where support.milestone_due(milestone.due_on, milestone.due_months, stay.entered_on)
             <= coalesce(stay.left_on, (now() at time zone 'Europe/Paris')::date))::int as due
    from support.cohort_milestones milestone
    left join support.cohort_marks mark on mark.milestone_id = milestone.id and mark.stay_id = stay.id
    where milestone.cohort_id = stay.cohort_id and milestone.removed_at is null
  ) counted on true
  where stay.removed_at is null;
