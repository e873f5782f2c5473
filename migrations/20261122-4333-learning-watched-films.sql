-- How films are watched, counted by stretches of ten seconds for a run: nobody's own way through a film is kept.
create table learning.film_stretch (
  run_id uuid not null references courses.run (id) on delete cascade,
  block_id text not null,
  -- the course's file, or a short name of the address of a film of another site
  film_id text not null,
  -- 0 is the first ten seconds
  stretch integer not null constraint film_stretch_range check (stretch between 0 and 1079),
  -- how many got as far, how often it was watched again, how often the film was left in it
  reached integer not null default 0,
  again integer not null default 0,
  left_at integer not null default 0,
  primary key (run_id, block_id, film_id, stretch)
);

-- Who began a film, so that a viewer counts once; nothing of how they watched it.
create table learning.film_viewer (
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  block_id text not null,
  film_id text not null,
  primary key (enrolment_id, block_id, film_id)
);

create table learning.film_audience (
  run_id uuid not null references courses.run (id) on delete cascade,
  block_id text not null,
  film_id text not null,
  viewers integer not null default 0,
  last_at timestamptz not null,
  primary key (run_id, block_id, film_id)
);
