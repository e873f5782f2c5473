-- How one learner found one unit; the last word counts.
create table learning.unit_rating (
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  unit_id text not null,
  rating text not null constraint unit_rating_known check (rating in ('clear', 'so-so', 'lost')),
  at timestamptz not null,
  primary key (enrolment_id, unit_id)
);

-- What learners say is wrong; block '' stands for the whole unit. Units and blocks by their lasting ids.
create table learning.fault_report (
  id uuid primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  unit_id text not null,
  block_id text not null,
  fault text not null constraint fault_report_known check (fault in ('typo', 'wrong', 'broken', 'unclear', 'other')),
  words text not null constraint fault_report_length check (length(words) <= 2000),
  -- whether the authors may know who it is and write
  may_write boolean not null,
  at timestamptz not null,
  state text not null default 'open' constraint fault_report_state check (state in ('open', 'mended', 'no-fault')),
  settled_at timestamptz
);
create index fault_report_open on learning.fault_report (course_id, at) where state = 'open';
create index fault_report_enrolment on learning.fault_report (enrolment_id);

-- When anybody last changed a course or published it.
create view courses.last_change as
  select c.id as course_id, greatest(c.changed_at, v.published_at,
    (select max(b.changed_at) from courses.block b where b.course_id = c.id)) as changed_at
  from courses.course c left join courses.version v on v.id = c.version_id;
