create schema if not exists catalog;

-- A site that hosts courses.
create table catalog.platform (
  id uuid primary key,
  slug text not null constraint platform_slug_taken unique,
  name text not null,
  url text,
  description jsonb not null default '{}',
  is_sample boolean not null default false,
  created_at timestamptz not null
);

-- The institution or person that makes courses.
create table catalog.provider (
  id uuid primary key,
  slug text not null constraint provider_slug_taken unique,
  name text not null,
  -- the name folded (case, accents, punctuation): two spellings of one provider meet here
  name_key text not null constraint provider_name_taken unique,
  url text,
  logo_url text,
  country text,
  description jsonb not null default '{}',
  is_sample boolean not null default false,
  created_at timestamptz not null
);

-- Where facts come from: platform + format (+ name), never a file's path. Corrections by people are a source too.
create table catalog.source (
  id uuid primary key,
  platform_id uuid references catalog.platform (id),
  format text not null,
  name text not null default '',
  -- higher wins when two sources speak of the same field; corrections have 1000
  priority integer not null default 100,
  location text,
  mapping jsonb,
  -- hours between two imports from `location`; null: by hand
  every_hours integer,
  next_import_at timestamptz,
  etag text,
  last_modified text,
  paused boolean not null default false,
  is_sample boolean not null default false,
  created_at timestamptz not null,
  constraint source_known unique nulls not distinct (platform_id, format, name)
);

create table catalog.course (
  id uuid primary key,
  -- small and dense: what search tables and bitmaps use
  n integer generated always as identity constraint course_n_unique unique,
  slug text not null constraint course_slug_taken unique,
  platform_id uuid not null references catalog.platform (id),
  state text not null default 'listed' constraint course_state_known check (state in ('listed', 'archived', 'merged')),
  merged_into uuid references catalog.course (id),
  title text not null,
  -- main language, BCP 47
  language text,
  url text,
  -- the resolved document (a CourseDocument without its runs) and, field by field, which source said it and when
  document jsonb not null,
  provenance jsonb not null,
  hash text not null,
  picture_key text,
  picture_url text,
  -- kept by the reviews module's events; null until then
  rating_mean real,
  rating_count integer not null default 0,
  link_state text,
  link_checked_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index course_platform on catalog.course (platform_id);
create index course_changed on catalog.course (changed_at desc);
create index course_merged on catalog.course (merged_into) where merged_into is not null;

-- Addresses that a course had before: answered with 301.
create table catalog.course_slug (
  slug text primary key,
  course_id uuid not null references catalog.course (id),
  retired_at timestamptz not null
);

-- One import of one source.
create table catalog.import (
  id uuid primary key,
  source_id uuid not null references catalog.source (id),
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null default 'running'
    constraint import_state_known check (state in ('running', 'done', 'failed', 'waiting', 'stopped')),
  location text not null,
  actor text not null,
  read_count integer not null default 0,
  created_count integer not null default 0,
  updated_count integer not null default 0,
  unchanged_count integer not null default 0,
  refused_count integer not null default 0,
  degraded_count integer not null default 0,
  gone_count integer not null default 0,
  returned_count integer not null default 0,
  error text
);
create index import_source on catalog.import (source_id, started_at desc);

-- What happened to a record of an import that is worth reading: refusals and degradations.
create table catalog.import_problem (
  import_id uuid not null references catalog.import (id) on delete cascade,
  position integer not null,
  external_key text,
  title text,
  outcome text not null,
  field text,
  reason text not null
);
create index import_problem_import on catalog.import_problem (import_id, position);

-- A course as one source knows it.
create table catalog.record (
  id uuid primary key,
  source_id uuid not null references catalog.source (id),
  external_key text not null,
  course_id uuid not null references catalog.course (id),
  version integer not null,
  hash text not null,
  seen_at timestamptz not null,
  seen_import uuid not null,
  gone_at timestamptz,
  archived_at timestamptz,
  constraint record_key_taken unique (source_id, external_key)
);
create index record_course on catalog.record (course_id);

-- What a source said of it, version by version; never changed afterwards.
create table catalog.claim (
  record_id uuid not null references catalog.record (id),
  version integer not null,
  hash text not null,
  document jsonb not null,
  at timestamptz not null,
  import_id uuid,
  actor text not null,
  primary key (record_id, version)
);

create table catalog.run (
  id uuid primary key,
  course_id uuid not null references catalog.course (id),
  record_id uuid not null references catalog.record (id),
  key text not null,
  pacing text not null constraint run_pacing_known check (pacing in ('self', 'scheduled')),
  title text,
  url text,
  language text,
  start_on date,
  start_precision text,
  start_at timestamptz,
  end_on date,
  end_precision text,
  end_at timestamptz,
  enrol_start_on date,
  enrol_end_on date,
  enrol_end_at timestamptz,
  zone text,
  declared text,
  hash text not null,
  first_seen_at timestamptz not null,
  -- the source no longer lists it; kept: the history predicts the next one
  gone_at timestamptz,
  constraint run_key_taken unique (record_id, key)
);
create index run_course on catalog.run (course_id);
create index run_start on catalog.run (start_on) where start_on is not null;

create table catalog.course_provider (
  course_id uuid not null references catalog.course (id),
  provider_id uuid not null references catalog.provider (id),
  position smallint not null,
  primary key (course_id, provider_id)
);
create index course_provider_provider on catalog.course_provider (provider_id);

create table catalog.course_subject (
  course_id uuid not null references catalog.course (id),
  -- id in the project's own subject tree
  subject text not null,
  primary key (course_id, subject)
);
create index course_subject_subject on catalog.course_subject (subject);

-- What to know before: a course where it could be found, else words.
create table catalog.prerequisite (
  course_id uuid not null references catalog.course (id),
  position smallint not null,
  needs_course_id uuid references catalog.course (id),
  wanted jsonb not null,
  primary key (course_id, position)
);
create index prerequisite_needs on catalog.prerequisite (needs_course_id);

-- The change feed: read with (xid, id) below the oldest running transaction.
create table catalog.course_change (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  course_id uuid not null references catalog.course (id),
  kind text not null constraint course_change_kind_known check (kind in ('created', 'updated', 'archived', 'returned', 'merged', 'split')),
  at timestamptz not null,
  -- [{ field, before, after }], short values only
  fields jsonb not null default '[]'
);
create index course_change_feed on catalog.course_change (xid, id);
create index course_change_course on catalog.course_change (course_id, id desc);
