-- Making a course: hours and money as they are planned, and the hours that people note.

create table courses.hours_plan (
  course_id uuid primary key references courses.course (id) on delete cascade,
  -- how long the course will last, from which a first proposal comes
  weeks smallint not null constraint hours_plan_weeks_range check (weeks between 1 and 104),
  -- minutes by task
  minutes jsonb not null,
  revision integer not null,
  changed_at timestamptz not null
);

create table courses.money_plan (
  course_id uuid primary key references courses.course (id) on delete cascade,
  currency text not null constraint money_plan_currency_shape check (currency ~ '^[A-Z]{3}$'),
  -- amounts in minor units; shares in hundredths of a percent
  content jsonb not null,
  revision integer not null,
  changed_at timestamptz not null
);

create table courses.work_entry (
  id uuid primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  -- nobody's once the person is erased: the hours stay in the sums
  person_id uuid references accounts.account (id) on delete set null,
  task text not null,
  day date not null,
  minutes integer not null constraint work_entry_minutes_range check (minutes between 1 and 1440),
  note text not null default '',
  noted_at timestamptz not null,
  -- taken out by whoever noted it, who can put it back
  removed_at timestamptz
);
create index work_entry_course on courses.work_entry (course_id, day desc, id);
create index work_entry_person on courses.work_entry (person_id);
