-- What changed in courses that somebody follows and has not held long enough to be told: a value that comes back within
-- hours is no news. `before` is what it was before the first of the changes; absent where there was nothing.
create table catalog.unsettled_change (
  course_id uuid not null references catalog.course (id) on delete cascade,
  -- 'costs', 'certificate', 'linkState', 'state', or 'run:' and the run's id
  field text not null,
  before jsonb,
  since timestamptz not null,
  due_at timestamptz not null,
  primary key (course_id, field)
);
create index unsettled_change_due on catalog.unsettled_change (due_at);

-- Who follows a course is told when enrolment opens; the other days of runs have their indexes.
create index run_enrol_start on catalog.run (enrol_start_on) where enrol_start_on is not null;
