create schema assessment;

-- One go at a set of questions. `taker_id` is whose work it is: an enrolment.
create table assessment.attempt (
  id uuid primary key,
  taker_id uuid not null,
  person_id uuid not null references accounts.account (id) on delete cascade,
  course_id uuid not null references courses.course (id) on delete cascade,
  block_id text not null,
  number integer not null,
  -- order and draw of this attempt come from it
  seed integer not null,
  started_at timestamptz not null,
  -- when its time is over
  due_at timestamptz,
  submitted_at timestamptz,
  points real,
  points_of real,
  constraint attempt_once unique (taker_id, block_id, number)
);
create index attempt_course on assessment.attempt (course_id, block_id);

-- What was answered, as it was sent, for ever: a later one does not replace an earlier one.
create table assessment.answer (
  -- comes with the form: sending it again changes nothing
  id uuid not null,
  attempt_id uuid not null references assessment.attempt (id) on delete cascade,
  question_id text not null,
  answer jsonb not null,
  -- share that is right, 0 to 1; null while a person has to look at it
  credit real,
  points real,
  at timestamptz not null,
  primary key (attempt_id, question_id, id)
);
