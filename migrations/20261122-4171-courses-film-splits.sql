-- A film that is cut in two: asked for, done by a job, and undone as long as somebody may want it back.
create table courses.film_split (
  id uuid primary key,
  course_id uuid not null,
  -- shows the whole film before, its first part after
  block_id text not null,
  -- of the whole film, which stays
  file_id text not null,
  -- seconds from its beginning
  at real not null,
  state text not null default 'waiting'
    constraint film_split_state_known check (state in ('waiting', 'done', 'failed', 'undone')),
  -- why it failed: see MediaTrouble, or 'changed' where the block has another film by now
  trouble text,
  -- title and content of the block before
  before jsonb not null,
  second_block_id text not null,
  asked_at timestamptz not null,
  constraint film_split_block foreign key (course_id, block_id) references courses.block (course_id, id) on delete cascade
);
create index film_split_of_block on courses.film_split (course_id, block_id, asked_at desc);
