-- The courses closest to one, kept once somebody looked: what is close changes slowly, and finding it costs more than a page may.
create table catalog.related (
  course_id uuid primary key references catalog.course (id) on delete cascade,
  -- the closest first, at most some dozens
  near uuid[] not null,
  made_at timestamptz not null
);
