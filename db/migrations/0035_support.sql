-- Support (accompagnement): what organisations ask of the network, and the courses by which it goes along with them.
create schema support;

-- What the network decides of its support: one row.
create table support.settings (
  id integer primary key default 1 check (id = 1),
  offer text not null default '' check (length(offer) <= 10000), -- what the public page says is offered
  answer_days integer not null default 10 check (answer_days between 1 and 90), -- within which a request is answered
  default_pole_id bigint references vocabularies.terms, -- list `poles`: when no rule says who answers
  default_referent_id uuid references accounts.users on delete set null,
  questionnaire_id bigint references questionnaires.questionnaires, -- what is asked besides, when there is something
  questionnaire_on boolean not null default false,
  notes_months integer not null default 24 check (notes_months between 1 and 120), -- confidential notes, after the course ends
  quiet_weeks integer not null default 6 check (quiet_weeks between 1 and 52), -- without anything: the course is quiet
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
insert into support.settings default values;
call platform.watch('support.settings');

-- Who answers a request: the first line that fits, by themes or départements (empty: any).
create table support.routing_rules (
  id bigint generated always as identity primary key,
  position integer not null,
  theme_ids bigint[] not null default '{}', -- list `support_themes`
  department_codes text[] not null default '{}',
  pole_id bigint references vocabularies.terms, -- list `poles`
  referent_id uuid references accounts.users on delete set null,
  check (cardinality(theme_ids) > 0 or cardinality(department_codes) > 0)
);
create index on support.routing_rules (position, id);
call platform.watch('support.routing_rules');

create table support.courses (
  id bigint generated always as identity primary key,
  subject text not null check (length(subject) between 1 and 300),
  stage text not null default 'diagnosis' check (stage in ('request', 'diagnosis', 'under_way', 'waiting', 'closed')),
  stage_since timestamptz not null default now(),
  asked_on date, -- when it began by a request
  opened_on date, -- none while it is only asked for, or when nobody knows: then it is counted in no year
  closed_on date,
  outcome text check (outcome in ('reached', 'partly', 'dropped', 'redirected', 'withdrawn')),
  outcome_words text not null default '' check (length(outcome_words) <= 5000),
  referent_id uuid references accounts.users on delete set null,
  description text not null default '' check (length(description) <= 20000), -- what it is about; staff and board
  theme_ids bigint[] not null default '{}', -- list `support_themes`
  country_codes text[] not null default '{}', -- ISO 3166-1 alpha-2
  scheme_id bigint references vocabularies.terms, -- list `schemes`
  pole_id bigint references vocabularies.terms, -- list `poles`
  axis_id bigint references vocabularies.terms, -- list `strategic_axes`
  commune_code text references territory.communes, -- where it is, as asked; else that of the organisation
  place text not null default '' check (length(place) <= 200), -- the same as typed
  department_code text references territory.departments, -- when the organisation says none
  actor_type_id bigint references vocabularies.terms, -- list `actor_types`: when the organisation says none
  next_step text not null default '' check (length(next_step) <= 500),
  next_step_on date,
  project_id bigint, -- projects.projects to which it led
  application text not null default '' check (length(application) <= 300), -- to which fund, under which number
  origin text not null default 'staff' check (origin in ('request', 'staff', 'import')),
  touched_at timestamptz not null default now(), -- when something last happened to it
  notes_erased_at timestamptz, -- its confidential notes went by the rule
  created_by uuid references accounts.users on delete set null,
  import_id bigint,
  import_line integer,
  removed_at timestamptz, -- deleted, and can still be put back
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector generated always as (to_tsvector('simple', platform.fold(subject))) stored,
  check ((stage = 'closed') = (closed_on is not null)),
  check (outcome is null or stage = 'closed'),
  check (next_step_on is null or next_step <> '')
);
create index on support.courses (opened_on desc, id desc) where removed_at is null;
create index on support.courses (stage, stage_since desc, id desc) where removed_at is null;
create index on support.courses (referent_id, stage) where removed_at is null;
create index on support.courses (next_step_on) where next_step_on is not null and stage <> 'closed' and removed_at is null;
create index on support.courses (closed_on) where closed_on is not null;
create index on support.courses (project_id) where project_id is not null;
create index on support.courses (import_id) where import_id is not null;
create index on support.courses using gin (search);
create index on support.courses using gin (theme_ids);
call platform.watch('support.courses');

-- Who is accompanied; `position` 0 is the main one. A name that the directory does not know is kept as typed.
create table support.course_organisations (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  position integer not null default 0,
  typed text not null check (length(typed) between 1 and 300),
  organisation_id bigint references directory.organisations,
  unique (course_id, position)
);
create index on support.course_organisations (organisation_id);
create index on support.course_organisations using gin (platform.fold(typed) gin_trgm_ops);
comment on table support.course_organisations is 'accompagnement|accompagnements';
call platform.watch('support.course_organisations');

-- The people of the organisation with whom it is done: one of the directory, or as typed.
create table support.course_people (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  person_id bigint references directory.people on delete set null,
  name text not null check (length(name) between 1 and 200),
  email text not null default '' check (email = lower(email) and length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  title text not null default '' check (length(title) <= 200),
  created_at timestamptz not null default now()
);
create index on support.course_people (course_id);
create index on support.course_people (person_id) where person_id is not null;
create index on support.course_people (email) where email <> '';
comment on column support.course_people.email is
  'Purpose: reach who carries the course of support. Kept with the course, three years after it ends. Staff and board only.';
call platform.watch('support.course_people');

-- The other members of the team.
create table support.course_staff (
  course_id bigint not null references support.courses on delete cascade,
  user_id uuid not null references accounts.users on delete cascade,
  id bigint generated always as identity unique,
  primary key (course_id, user_id)
);
create index on support.course_staff (user_id);
call platform.watch('support.course_staff');

create table support.course_stages (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  stage text not null check (stage in ('request', 'diagnosis', 'under_way', 'waiting', 'closed')),
  at timestamptz not null default now(),
  moved_by uuid references accounts.users on delete set null
);
create index on support.course_stages (course_id, at);
call platform.watch('support.course_stages');

-- The referent passes the course on. `from_id` none: it had none.
create table support.handovers (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  from_id uuid references accounts.users on delete set null,
  to_id uuid references accounts.users on delete set null,
  word text not null default '' check (length(word) <= 2000),
  at timestamptz not null default now(),
  passed_by uuid references accounts.users on delete set null
);
create index on support.handovers (course_id, at);
call platform.watch('support.handovers');

create table support.goals (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  title text not null check (length(title) between 1 and 300),
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  set_on date not null,
  due_on date,
  settled_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((state = 'open') = (settled_on is null))
);
create index on support.goals (course_id, id);
call platform.watch('support.goals');

-- The meetings of the log that are those of a course. One meeting may serve several courses (three organisations of one
-- project): its time is then shared between them, so that the whole is never more than what was spent.
create table support.course_meetings (
  meeting_id bigint not null, -- activities.meetings
  course_id bigint not null references support.courses on delete cascade,
  id bigint generated always as identity unique,
  linked_at timestamptz not null default now(),
  import_id bigint, -- linked by an import
  primary key (meeting_id, course_id)
);
create index on support.course_meetings (course_id);
create index on support.course_meetings (import_id) where import_id is not null;
call platform.watch('support.course_meetings');

-- Which goals a meeting worked at.
create table support.goal_meetings (
  goal_id bigint not null references support.goals on delete cascade,
  meeting_id bigint not null, -- activities.meetings
  id bigint generated always as identity unique,
  primary key (goal_id, meeting_id)
);
create index on support.goal_meetings (meeting_id);
call platform.watch('support.goal_meetings');

-- Work without the organisation: proof-reading, letters.
create table support.time_entries (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  day date not null,
  minutes integer not null check (minutes between 1 and 20000),
  what text not null check (length(what) between 1 and 300),
  user_id uuid references accounts.users on delete set null,
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create index on support.time_entries (course_id, day);
create index on support.time_entries (user_id, day);
call platform.watch('support.time_entries');

create table support.documents (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  file_id uuid not null references platform.files,
  title text not null check (length(title) between 1 and 300),
  from_requester boolean not null default false,
  added_by uuid references accounts.users on delete set null,
  created_at timestamptz not null default now()
);
create index on support.documents (course_id);
create index on support.documents (file_id);
call platform.watch('support.documents');

create table support.notes (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  body text not null check (length(body) between 1 and 20000),
  written_by uuid references accounts.users on delete set null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on support.notes (course_id, id);
comment on column support.notes.body is
  'Purpose: what only the team must know to go on helping. Staff only. Erased support.settings.notes_months after the course ends.';
call platform.watch('support.notes');

-- What someone asked from the public page: its course is born with it, at the stage `request`.
create table support.requests (
  id bigint generated always as identity primary key,
  course_id bigint not null unique references support.courses on delete cascade,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  title text not null default '' check (length(title) <= 200), -- what they do there
  organisation text not null check (length(organisation) between 1 and 300), -- as typed
  message text not null check (length(message) between 1 and 10000),
  token text not null unique, -- digest of what the personal link holds
  answer_id bigint references questionnaires.answers, -- of the questions asked besides
  answer_by date not null, -- what the letter promised
  rule_id bigint references support.routing_rules on delete set null,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now()
);
create index on support.requests (email);
create index on support.requests (answer_id) where answer_id is not null;
comment on column support.requests.email is
  'Purpose: answer who asks for support and let them follow it. Kept with the course, three years after it ends. Staff only.';
call platform.watch('support.requests');

-- What is said between who asked and the team.
create table support.words (
  id bigint generated always as identity primary key,
  course_id bigint not null references support.courses on delete cascade,
  body text not null check (length(body) between 1 and 10000),
  written_by uuid references accounts.users on delete set null, -- none: the requester
  from_requester boolean not null default false,
  created_at timestamptz not null default now()
);
create index on support.words (course_id, id);
call platform.watch('support.words');

-- Weekly digests: one per person and week, written with its letter.
create table support.digests (
  id bigint generated always as identity primary key,
  user_id uuid not null references accounts.users on delete cascade,
  monday date not null check (extract(isodow from monday) = 1),
  letter_id bigint, -- platform.letters
  courses integer not null,
  created_at timestamptz not null default now(),
  unique (user_id, monday)
);
call platform.watch('support.digests');

-- Who does not want the weekly digest.
create table support.digest_refusals (
  user_id uuid primary key references accounts.users on delete cascade,
  since timestamptz not null default now()
);
call platform.watch('support.digest_refusals', 'user_id');

create view support.shared_course_meetings as
  select link.course_id, meeting.id as meeting_id, meeting.subject, meeting.held_on, meeting.duration_minutes,
         -- The part of its time that is this course's; the parts of a meeting add up to it, but for a rounded minute.
         round(meeting.duration_minutes::numeric / count(*) over (partition by link.meeting_id))::int as minutes,
         meeting.participants, meeting.online, meeting.type, meeting.setting
  from support.course_meetings link
  join support.courses course on course.id = link.course_id and course.removed_at is null
  join activities.shared_meetings meeting on meeting.id = link.meeting_id;

create view support.shared_course_organisations as
  select line.course_id, line.position, line.position = 0 as main, line.typed, line.organisation_id
  from support.course_organisations line
  join support.courses course on course.id = line.course_id and course.removed_at is null;

-- A course is counted on the day it opened; one that is only asked for, or whose day nobody knows, has none.
create view support.shared_courses as
  select course.id, course.subject, course.stage, course.asked_on, course.opened_on,
         extract(year from course.opened_on)::int as year, extract(month from course.opened_on)::int as month,
         course.closed_on, course.outcome, main.organisation_id, coalesce(organisation.name, main.typed) as organisation,
         coalesce(organisation.department_code, commune.department_code, course.department_code) as department_code,
         coalesce(organisation.actor_type_id, course.actor_type_id) as actor_type_id,
         course.theme_ids, course.country_codes, course.scheme_id, course.pole_id, course.axis_id, course.project_id,
         course.referent_id as referent, coalesce(met.meetings, 0) as meetings, coalesce(met.minutes, 0) as minutes,
         coalesce(office.minutes, 0) as back_office_minutes
  from support.courses course
  left join support.course_organisations main on main.course_id = course.id and main.position = 0
  left join directory.shared_organisations organisation on organisation.id = main.organisation_id
  left join territory.communes commune on commune.code = course.commune_code
  left join (
    select course_id, count(*)::int as meetings, sum(minutes)::int as minutes
    from support.shared_course_meetings group by course_id
  ) met on met.course_id = course.id
  left join (
    select course_id, sum(minutes)::int as minutes
    from support.time_entries where removed_at is null group by course_id
  ) office on office.course_id = course.id
  where course.removed_at is null;
