-- The course of support that an appointment is for: of the organisation that comes, or said by the team.
alter table support.appointments add column course_id bigint references support.courses on delete set null;
create index on support.appointments (course_id, starts_at) where course_id is not null;
