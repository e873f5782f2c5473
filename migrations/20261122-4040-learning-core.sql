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

-- What the ledger comes to; may be dropped and rebuilt at any time.
create table learning.progress (
  enrolment_id uuid primary key references learning.enrolment (id) on delete cascade,
  seen text[] not null default '{}',
  -- by block: points, whether passed or done
  blocks jsonb not null default '{}',
  -- share of what has to be done, 0 to 1
  share real not null default 0,
  points real not null default 0,
  points_of real not null default 0,
  changed_at timestamptz not null
);
