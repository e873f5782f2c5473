-- What a person sees of an import while it runs and afterwards.
alter table catalog.import
  add column dry_run boolean not null default false,
  -- the last sign of life of a running import
  add column beat_at timestamptz,
  add column phase text,
  add column done_count integer not null default 0,
  add column total_count integer,
  add column not_modified boolean not null default false,
  -- why what the feed did not name was not taken as gone
  add column incomplete text,
  -- how many records would go, where a person has to decide, and what became of the question
  add column missing_count integer not null default 0,
  add column decision text
    constraint import_decision_known check (decision in ('gone', 'kept', 'overtaken')),
  add column decided_at timestamptz,
  add column decided_by text,
  add column actor_id uuid;
create index import_started on catalog.import (started_at desc);

-- A person said that the record stays although its source does not list it; forgotten when the source lists it again.
alter table catalog.record add column kept_at timestamptz;
create index record_gone on catalog.record (gone_at) where gone_at is not null and archived_at is null;

-- A file that was uploaded in place of an address, and how often in a row an import failed.
alter table catalog.source
  add column file_key text,
  add column file_name text,
  add column file_bytes bigint,
  add column failures integer not null default 0,
  add column last_error text;

-- Who said it, when it was a person.
alter table catalog.claim add column actor_id uuid;
create index claim_actor on catalog.claim (actor_id) where actor_id is not null;

-- A course's organiser page by what tells it apart: no scheme, no www, no tracking, no trailing slash.
create function catalog.url_key(url text) returns text immutable strict parallel safe language sql as $$
  select lower(regexp_replace(regexp_replace(regexp_replace(regexp_replace(url,
    '#.*$', ''),
    '([?&])(utm_[a-z]+|gclid|fbclid|mc_cid|mc_eid|ref|source|irclickid|ranmid)=[^&]*', '\1', 'gi'),
    '[/?&]+$', ''),
    '^https?://(www\.)?', '', 'i'))
$$;

-- A title without case and punctuation.
create function catalog.title_key(title text) returns text immutable strict parallel safe language sql as $$
  select trim(regexp_replace(lower(title), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Two courses that may be one. A decision is kept for ever; the smaller id stands first.
create table catalog.duplicate_proposal (
  id uuid primary key,
  course_a uuid not null references catalog.course (id) on delete cascade,
  course_b uuid not null references catalog.course (id) on delete cascade,
  -- 0 to 1
  score real not null,
  -- what speaks for it and against it: see find-duplicates
  reasons jsonb not null,
  state text not null default 'open'
    constraint duplicate_proposal_state_known check (state in ('open', 'merged', 'different')),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  constraint duplicate_proposal_ordered check (course_a < course_b),
  constraint duplicate_proposal_pair unique (course_a, course_b)
);
create index duplicate_proposal_open on catalog.duplicate_proposal (score desc, id) where state = 'open';
create index duplicate_proposal_b on catalog.duplicate_proposal (course_b);

-- What a merge moved, so that it can be taken back.
create table catalog.merge (
  id uuid primary key,
  kept_id uuid not null references catalog.course (id) on delete cascade,
  gone_id uuid not null references catalog.course (id) on delete cascade,
  record_ids uuid[] not null,
  -- prerequisites that pointed to the course that went: [{ course, position }]
  pointers jsonb not null,
  merged_at timestamptz not null,
  merged_by text not null,
  split_at timestamptz,
  split_by text
);
create index merge_kept on catalog.merge (kept_id);
create index merge_gone on catalog.merge (gone_id);

-- Whether the organiser's page still answers, by address.
create table catalog.link_check (
  url text primary key,
  state text not null default 'unknown'
    constraint link_check_state_known check (state in ('unknown', 'alive', 'moved', 'suspect', 'dead', 'unsure')),
  checked_at timestamptz,
  next_at timestamptz not null,
  -- since when it has been in this state
  since timestamptz,
  -- how often in a row it was found dead, and how often in a row its name had no address
  failures integer not null default 0,
  dns_failures integer not null default 0,
  status integer,
  code text,
  reason text,
  final_url text
);
create index link_check_due on catalog.link_check (next_at);
create index link_check_state on catalog.link_check (state, since) where state in ('dead', 'moved', 'unsure', 'suspect');

-- Pictures of ours, made from one that came from outside; the key is told in addresses.
create table catalog.picture (
  key text primary key,
  -- file name ("640.webp") -> key in the file storage
  files jsonb not null,
  width integer not null,
  height integer not null,
  created_at timestamptz not null
);

-- Every address of a picture that was tried, and what became of it.
create table catalog.picture_fetch (
  url text primary key,
  picture_key text references catalog.picture (key),
  tries integer not null default 0,
  -- null: stored, or given up
  next_at timestamptz,
  tried_at timestamptz,
  error text
);
