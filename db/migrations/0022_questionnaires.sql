-- Questionnaires, whatever they serve: what is asked, by revisions, and what is answered.
create schema questionnaires;

create table questionnaires.questionnaires (
  id bigint generated always as identity primary key,
  room text not null check (room ~ '^[a-z]+$'), -- whose it is: census, grants…
  created_at timestamptz not null default now()
);
call platform.watch('questionnaires.questionnaires');

-- `content` is that of `platform/questionnaire/content.ts`. Published, it never changes: editing makes the next revision.
create table questionnaires.revisions (
  id bigint generated always as identity primary key,
  questionnaire_id bigint not null references questionnaires.questionnaires on delete cascade,
  number integer not null check (number > 0),
  content jsonb not null,
  version integer not null default 1,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (questionnaire_id, number),
  unique (id, questionnaire_id)
);
create unique index on questionnaires.revisions (questionnaire_id) where published_at is null;
call platform.watch('questionnaires.revisions');

create function questionnaires.keep_published() returns trigger language plpgsql as $$
begin
  raise exception 'A published revision never changes.';
end $$;
create trigger keep_published before update on questionnaires.revisions for each row
  when (old.published_at is not null and (new.content, new.number, new.published_at, new.questionnaire_id)
    is distinct from (old.content, old.number, old.published_at, old.questionnaire_id))
  execute function questionnaires.keep_published();

-- One answer to a questionnaire. Whom it is about is known by the room, which points to it.
-- Personal data, kept as long as the room keeps what the answer serves; seen by those of the answer and by staff.
create table questionnaires.answers (
  id bigint generated always as identity primary key,
  questionnaire_id bigint not null references questionnaires.questionnaires,
  revision_id bigint not null,
  label text not null default '' check (length(label) <= 300), -- whom it is about, in words
  state text not null default 'open' check (state in ('open', 'submitted')),
  prefilled jsonb not null default '{}', -- by question: what the room knew when the answer was opened
  given jsonb, -- by question: what was submitted last
  version integer not null default 1,
  created_at timestamptz not null default now(),
  opened_at timestamptz, -- by one of those who answer
  submitted_at timestamptz,
  reopened_at timestamptz,
  foreign key (revision_id, questionnaire_id) references questionnaires.revisions (id, questionnaire_id),
  check (state = 'open' or (given is not null and submitted_at is not null))
);
create index on questionnaires.answers (questionnaire_id, state, id);
create index on questionnaires.answers (revision_id);
call platform.watch('questionnaires.answers');

-- Those who write an answer, each by a link of their own; `token` is the digest of what the link holds.
create table questionnaires.participants (
  id bigint generated always as identity primary key,
  answer_id bigint not null references questionnaires.answers on delete cascade,
  name text not null default '' check (length(name) <= 200),
  email text not null default '' check (length(email) <= 254),
  token text not null unique,
  expires_at timestamptz not null,
  invited_by bigint references questionnaires.participants on delete set null,
  seen_at timestamptz,
  created_at timestamptz not null default now()
);
create index on questionnaires.participants (answer_id);
create index on questionnaires.participants (invited_by) where invited_by is not null;
create index on questionnaires.participants (lower(email)) where email <> '';
call platform.watch('questionnaires.participants');

alter table questionnaires.answers add column submitted_by bigint references questionnaires.participants on delete set null;
create index on questionnaires.answers (submitted_by) where submitted_by is not null;

-- The draft of each page, saved as one types: not watched, what is submitted is kept in `answers.given`.
create table questionnaires.parts (
  answer_id bigint not null references questionnaires.answers on delete cascade,
  section_id text not null,
  values jsonb not null default '{}', -- by question
  typed jsonb not null default '{}', -- by field: what was typed and could not be read
  version integer not null default 1,
  saved_by bigint references questionnaires.participants on delete set null,
  saved_at timestamptz not null default now(),
  primary key (answer_id, section_id)
);
create index on questionnaires.parts (saved_by) where saved_by is not null;

-- The organisations of the directory named in an answer, by field: two that are merged stay one here too.
create table questionnaires.cited_organisations (
  id bigint generated always as identity primary key,
  answer_id bigint not null references questionnaires.answers on delete cascade,
  field text not null,
  organisation_id bigint not null references directory.organisations,
  unique (answer_id, field)
);
create index on questionnaires.cited_organisations (organisation_id);
call platform.watch('questionnaires.cited_organisations');

-- The files of an answer: who may read the answer may read them.
create table questionnaires.answer_files (
  file_id uuid primary key references platform.files,
  answer_id bigint not null references questionnaires.answers on delete cascade,
  created_at timestamptz not null default now()
);
create index on questionnaires.answer_files (answer_id);
call platform.watch('questionnaires.answer_files', 'file_id');

-- What other rooms may read: where answers stand, never what they say.
create view questionnaires.shared_answers as
  select id, questionnaire_id, revision_id, label, state, opened_at, submitted_at, reopened_at,
         (select max(part.saved_at) from questionnaires.parts part where part.answer_id = answer.id) as saved_at
  from questionnaires.answers answer;
