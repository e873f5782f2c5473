create schema courses;

-- A course that is taught here. What people edit is the draft (section, unit, block); what learners see is a version.
create table courses.course (
  id uuid primary key,
  slug text not null constraint course_slug_taken unique,
  -- CourseContent.about, .rules and .banks
  about jsonb not null,
  rules jsonb not null,
  banks jsonb not null default '[]',
  title text not null generated always as (about ->> 'title') stored,
  lang text not null generated always as (about ->> 'lang') stored,
  state text not null default 'draft' constraint course_state_known check (state in ('draft', 'published', 'archived')),
  -- the version that learners see
  version_id uuid,
  -- its own listing in the catalogue (catalog.course), once it is published
  listing_id uuid,
  -- counts every change of the draft, for compare-and-set
  revision integer not null default 1,
  is_sample boolean not null default false,
  created_by uuid references accounts.account (id) on delete set null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index course_listing on courses.course (listing_id);

create table courses.staff (
  course_id uuid not null references courses.course (id) on delete cascade,
  person_id uuid not null references accounts.account (id) on delete cascade,
  role text not null constraint staff_role_known check (role in ('owner', 'author', 'reviewer', 'translator', 'teacher')),
  since timestamptz not null,
  primary key (course_id, person_id)
);
create index staff_person on courses.staff (person_id);

create table courses.section (
  course_id uuid not null references courses.course (id) on delete cascade,
  id text not null,
  position integer not null,
  -- Section without its units
  content jsonb not null,
  removed_at timestamptz,
  primary key (course_id, id)
);

create table courses.unit (
  course_id uuid not null,
  id text not null,
  section_id text not null,
  position integer not null,
  -- Unit without its blocks
  content jsonb not null,
  removed_at timestamptz,
  primary key (course_id, id),
  constraint unit_section foreign key (course_id, section_id) references courses.section (course_id, id) on delete cascade
);

create table courses.block (
  course_id uuid not null,
  id text not null,
  unit_id text not null,
  position integer not null,
  title text not null default '',
  optional boolean not null default false,
  type text not null generated always as (content ->> 'type') stored,
  content jsonb not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid references accounts.account (id) on delete set null,
  removed_at timestamptz,
  primary key (course_id, id),
  constraint block_unit foreign key (course_id, unit_id) references courses.unit (course_id, id) on delete cascade
);
create index block_of_unit on courses.block (course_id, unit_id, position);

-- What a block was before; written by every save, autosaves of one person within some minutes are one.
create table courses.block_history (
  course_id uuid not null,
  block_id text not null,
  revision integer not null,
  title text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid references accounts.account (id) on delete set null,
  primary key (course_id, block_id, revision),
  constraint block_history_block foreign key (course_id, block_id) references courses.block (course_id, id) on delete cascade
);

-- Bytes of a course: pictures, films, documents. `id` is what the content names as file:ID.
create table courses.file (
  course_id uuid not null references courses.course (id) on delete cascade,
  id text not null,
  -- as it was called: "Présentation générale.pdf"
  name text not null,
  type text not null,
  bytes bigint not null,
  key text not null,
  -- of a picture, in pixels
  width integer,
  height integer,
  -- smaller or better ones made by us: [{name, type, key, bytes, width?, height?, kind?}]
  renditions jsonb not null default '[]',
  added_at timestamptz not null,
  primary key (course_id, id)
);
create index file_key on courses.file (key);

-- A published state of the course, never changed again. The outline says all that lists and progress need.
create table courses.version (
  id uuid primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  number integer not null,
  about jsonb not null,
  rules jsonb not null,
  banks jsonb not null,
  -- Outline, see content/outline.ts
  outline jsonb not null,
  -- said to learners under way
  changes text not null default '',
  published_at timestamptz not null,
  published_by uuid references accounts.account (id) on delete set null,
  constraint version_number_once unique (course_id, number)
);

-- The blocks of a unit as some versions have them; a unit that did not change is kept once.
create table courses.unit_edition (
  id uuid primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  unit_id text not null,
  hash text not null,
  -- Block[]
  blocks jsonb not null,
  -- ids of the files that they name
  files text[] not null default '{}',
  constraint unit_edition_once unique (course_id, unit_id, hash)
);

-- An offering of the course: dated or self-paced. Who may join stands here; who did, in learning.
create table courses.run (
  id uuid primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  title text not null default '',
  pacing text not null constraint run_pacing_known check (pacing in ('self', 'scheduled')),
  start_on date,
  end_on date,
  enrolment_start_on date,
  enrolment_end_on date,
  -- IANA zone in which its days begin and end
  zone text not null default 'UTC',
  access text not null default 'open' constraint run_access_known check (access in ('open', 'members', 'code', 'invited')),
  -- of a code that opens it, SHA-256
  code_hash text,
  seats integer constraint run_seats_some check (seats > 0),
  state text not null default 'open' constraint run_state_known check (state in ('draft', 'open', 'closed', 'cancelled')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint run_scheduled_has_start check (pacing <> 'scheduled' or start_on is not null)
);
create index run_course on courses.run (course_id, start_on);

-- What came of an import: the report that its page and the command show.
create table courses.import (
  id uuid primary key,
  course_id uuid references courses.course (id) on delete set null,
  format text not null,
  name text not null,
  report jsonb not null,
  at timestamptz not null,
  by uuid references accounts.account (id) on delete set null
);
create index import_by on courses.import (by, at desc);
