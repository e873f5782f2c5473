-- More time, attempts or days for one person; block '' stands for the whole run.
create table learning.extension (
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  block_id text not null default '',
  extra_minutes integer not null default 0 constraint extension_minutes_some check (extra_minutes between 0 and 1440),
  extra_attempts integer not null default 0 constraint extension_attempts_some check (extra_attempts between 0 and 100),
  -- for the whole run: the last day, in the run's zone
  until date,
  reason text not null constraint extension_reason_length check (length(reason) between 1 and 1000),
  at timestamptz not null,
  by uuid references accounts.account (id) on delete set null,
  primary key (enrolment_id, block_id)
);

-- Figures of large runs, counted now and then: { ...RunFigures }.
create table learning.run_figures (
  run_id uuid primary key references courses.run (id) on delete cascade,
  figures jsonb not null,
  counted_at timestamptz not null
);
create index enrolment_run on learning.enrolment (run_id, state, last_seen_at);
