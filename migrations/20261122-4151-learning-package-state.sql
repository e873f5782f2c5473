-- Where somebody stopped in a ready-made package, and what it said of them so far. What counts stands in the ledger.
create table learning.package_state (
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  block_id text not null,
  -- PackageState, as the package told it last
  state jsonb not null,
  -- made by the page that plays it; its results are numbered, so that one that comes late changes nothing
  session text not null,
  number integer not null,
  -- seconds in earlier sessions, and in this one
  earlier_seconds integer not null default 0,
  session_seconds integer not null default 0,
  changed_at timestamptz not null,
  primary key (enrolment_id, block_id)
);
