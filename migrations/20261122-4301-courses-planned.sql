-- A course to come: what it would be, for everybody, before it is made.

create table courses.planned (
  course_id uuid primary key references courses.course (id) on delete cascade,
  state text not null default 'hidden' constraint planned_state_known check (state in ('hidden', 'asking', 'closed')),
  summary text not null default '',
  audience text not null default '',
  -- the first day of the month in which it could open at the earliest
  earliest date,
  weeks smallint constraint planned_weeks_range check (weeks between 1 and 104),
  hours_a_week smallint constraint planned_hours_range check (hours_a_week between 1 and 60),
  asked_at timestamptz,
  -- when those who would take it were told that it is open; once
  told_at timestamptz,
  changed_at timestamptz not null
);
create index planned_asking on courses.planned (asked_at desc, course_id) where state = 'asking' and told_at is null;
