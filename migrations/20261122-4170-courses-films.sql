-- What is known and made of a film or a recording of a course; the bytes are its file.
create table courses.film (
  course_id uuid not null,
  file_id text not null,
  -- of the bytes that it speaks of: newer bytes under the same id are another film
  key text not null,
  state text not null default 'waiting'
    constraint film_state_known check (state in ('waiting', 'working', 'ready', 'failed')),
  -- share that is done, 0 to 1, and what is being made
  progress real not null default 0,
  step text,
  -- why it failed, or why it waits: see MediaTrouble
  trouble text,
  detail text not null default '',
  attempts integer not null default 0,
  -- FilmFacts, as ffprobe found them
  facts jsonb,
  -- pauses in what is said, [[start, end], ...] in seconds: where it may be cut
  silences jsonb,
  changed_at timestamptz not null,
  primary key (course_id, file_id),
  constraint film_file foreign key (course_id, file_id) references courses.file (course_id, id) on delete cascade
);
create index film_to_make on courses.film (changed_at) where state in ('waiting', 'working');

-- A film on its way here, piece by piece; the pieces lie in the data folder.
create table courses.film_upload (
  id text primary key,
  course_id uuid not null references courses.course (id) on delete cascade,
  -- the block that it is meant for, where it was chosen in one
  block_id text,
  name text not null,
  bytes bigint not null,
  started_at timestamptz not null
);
create index film_upload_course on courses.film_upload (course_id);
