-- Keys of partners. Only a hash is kept: whoever reads the table cannot use the keys.
create table catalog.api_key (
  id uuid primary key,
  name text not null constraint api_key_name_length check (length(name) between 1 and 120),
  -- whom to write to when the key misbehaves
  contact text,
  -- first letters of the key, to tell keys apart
  beginning text not null,
  hash bytea not null constraint api_key_once unique,
  requests_a_minute integer not null constraint api_key_quota check (requests_a_minute between 1 and 1000000),
  created_at timestamptz not null,
  created_by text not null,
  -- to the hour
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);

-- The picture of a course that a link shows elsewhere: drawn once, drawn again when what it says has changed.
create table catalog.course_card (
  course_id uuid primary key references catalog.course (id) on delete cascade,
  says_hash text not null,
  file_key text not null,
  drawn_at timestamptz not null
);

-- Calendars ask for the last days to enrol that are near.
create index run_enrol_end on catalog.run (enrol_end_on) where enrol_end_on is not null;
