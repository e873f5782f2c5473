create schema learning;

-- A person in a run.
create table learning.enrolment (
  id uuid primary key,
  run_id uuid not null references courses.run (id),
  course_id uuid not null references courses.course (id),
  person_id uuid not null references accounts.account (id) on delete cascade,
  state text not null default 'active'
    constraint enrolment_state_known check (state in ('waiting', 'active', 'completed', 'left')),
  enrolled_at timestamptz not null,
  -- agreed to this charter (hash of its text)
  charter_hash text,
  charter_at timestamptz,
  completed_at timestamptz,
  -- where they stopped
  last_unit_id text,
  last_seen_at timestamptz,
  -- number of the course's version whose changes they know
  told_version integer not null default 0,
  constraint enrolment_once unique (run_id, person_id)
);
create index enrolment_person on learning.enrolment (person_id, last_seen_at desc);
create index enrolment_course on learning.enrolment (course_id);

-- The ledger: what happened, in the order in which it happened, never changed. All progress is computed from it.
create table learning.entry (
  id uuid primary key,
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  -- 'unit-seen', 'block-done', 'answered', 'work-assessed', 'marked-by-hand', ...
  kind text not null,
  unit_id text,
  block_id text,
  data jsonb not null default '{}',
  -- the same deed told twice is one entry
  effect text not null,
  at timestamptz not null,
  by uuid references accounts.account (id) on delete set null,
  constraint entry_once unique (enrolment_id, effect)
);
create index entry_when on learning.entry (enrolment_id, at);

-- What the ledger comes to; may be dropped and rebuilt at any time.
create table learning.progress (
  enrolment_id uuid primary key references learning.enrolment (id) on delete cascade,
  seen text[] not null default '{}',
  -- by block: points, whether passed or done
  blocks jsonb not null default '{}',
  -- a teacher said that the course is completed
  by_hand boolean not null default false,
  -- share of what has to be done, 0 to 1
  share real not null default 0,
  points real not null default 0,
  points_of real not null default 0,
  minutes_left real not null default 0,
  -- where to go on
  next_unit_id text,
  -- counts every change, for compare-and-set
  revision integer not null default 0,
  changed_at timestamptz not null
);

-- Units that a learner wants to find again.
create table learning.bookmark (
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  unit_id text not null,
  at timestamptz not null,
  primary key (enrolment_id, unit_id)
);

-- What a learner writes beside a unit, for nobody else.
create table learning.note (
  id uuid primary key,
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  unit_id text not null,
  -- place in a film of the unit, in seconds
  at_second integer constraint note_second_possible check (at_second >= 0),
  text text not null,
  written_at timestamptz not null,
  changed_at timestamptz not null
);
create index note_of_unit on learning.note (enrolment_id, unit_id);

-- What somebody wants to do in a week, over all their courses.
create table learning.goal (
  person_id uuid primary key references accounts.account (id) on delete cascade,
  measure text not null constraint goal_measure_known check (measure in ('units', 'minutes')),
  amount integer not null constraint goal_amount_some check (amount > 0),
  -- whether a letter comes when a week is nearly over and something is left
  reminders boolean not null default false,
  -- in the letters: ends them without signing in
  stop_token text not null constraint goal_stop_token_taken unique,
  reminded_on date,
  set_at timestamptz not null
);
create index goal_reminded on learning.goal (reminded_on) where reminders;
