-- Someone taken off a course or a cohort by mistake is put back; who is not is erased the night after.
alter table support.course_people add column removed_at timestamptz;
alter table support.cohort_people add column removed_at timestamptz;
create index on support.course_people (removed_at) where removed_at is not null;
create index on support.cohort_people (removed_at) where removed_at is not null;
