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
  -- keys of its questions, in the order in which they are asked
  questions jsonb not null,
  -- by question: how many hints were shown
  hints jsonb not null default '{}',
  -- counts its changes, for compare-and-set
  revision integer not null default 1,
  started_at timestamptz not null,
  -- when its time is over
  due_at timestamptz,
  submitted_at timestamptz,
  points double precision not null default 0,
  points_of double precision not null default 0,
  -- of those, what a person has still to look at
  points_waiting double precision not null default 0,
  passed boolean not null default false,
  constraint attempt_once unique (taker_id, block_id, number)
);
create index attempt_course on assessment.attempt (course_id, block_id, number, started_at desc);
create index attempt_person on assessment.attempt (person_id);

-- What was answered, as it was sent, for ever: a later one does not replace an earlier one.
create table assessment.answer (
  -- made of the form's own id and of what it held: sending it again changes nothing
  id uuid not null,
  attempt_id uuid not null references assessment.attempt (id) on delete cascade,
  question_id text not null,
  answer jsonb not null,
  -- false: kept as it was typed, not yet sent to be marked
  submitted boolean not null,
  -- came after the time of the attempt was over: kept, does not count
  late boolean not null default false,
  -- share that is right, 0 to 1; null while a person has to look at it
  credit double precision,
  -- of the attempt, when it came: the latest answer is the one with the highest
  revision integer not null,
  at timestamptz not null,
  primary key (attempt_id, question_id, id)
);

-- Choices in polls and surveys; of a poll the question is ''.
create table assessment.vote (
  taker_id uuid not null,
  person_id uuid not null references accounts.account (id) on delete cascade,
  course_id uuid not null references courses.course (id) on delete cascade,
  block_id text not null,
  question_id text not null default '',
  option_id text not null,
  at timestamptz not null,
  primary key (taker_id, block_id, question_id, option_id)
);
create index vote_block on assessment.vote (course_id, block_id, question_id, option_id);
create index vote_person on assessment.vote (person_id);

-- Work that a person looks at: an assignment (question ''), an essay or a file of a question set. Each time something is
-- handed in is a version of its own.
create table assessment.work (
  id uuid primary key,
  taker_id uuid not null,
  person_id uuid not null references accounts.account (id) on delete cascade,
  course_id uuid not null references courses.course (id) on delete cascade,
  block_id text not null,
  question_id text not null default '',
  version integer not null,
  -- of an essay or a file: the attempt whose points it changes
  attempt_id uuid references assessment.attempt (id) on delete cascade,
  text text not null default '',
  -- HandedFile[]
  files jsonb not null default '[]',
  -- own: waits for the judgement of whose it is
  state text not null default 'waiting'
    constraint work_state_known check (state in ('waiting', 'own', 'replaced', 'accepted', 'rework')),
  handed_in_at timestamptz not null,
  -- by criterion: id of the level that was reached
  levels jsonb not null default '{}',
  points double precision,
  comment text not null default '',
  assessed_at timestamptz,
  assessed_by uuid references accounts.account (id) on delete set null,
  constraint work_version_once unique (taker_id, block_id, question_id, version)
);
create index work_waiting on assessment.work (course_id, handed_in_at) where state = 'waiting';
create index work_person on assessment.work (person_id);
create index work_assessor on assessment.work (assessed_by);

-- Blocks of what learners see of a course, in their order.
create view courses.published_block as
select
  c.id as course_id,
  u.part ->> 'id' as unit_id,
  u.part ->> 'title' as unit_title,
  b.part ->> 'id' as block_id,
  b.part ->> 'title' as title,
  b.part -> 'content' as content,
  row_number() over (partition by c.id order by s.place, u.place, b.place) as position
from courses.course c
join courses.version v on v.id = c.version_id
cross join lateral jsonb_array_elements(v.outline -> 'sections') with ordinality as s (part, place)
cross join lateral jsonb_array_elements(s.part -> 'units') with ordinality as u (part, place)
join courses.unit_edition e on e.id = (u.part ->> 'edition')::uuid
cross join lateral jsonb_array_elements(e.blocks) with ordinality as b (part, place);

-- Courses by name, for those who look after their learners.
create view courses.taught_course as select id, slug, title, lang from courses.course;

-- Who works on a course, in which role.
create view courses.team as select course_id, person_id, role from courses.staff;

-- Questions of the banks of what learners see of a course.
create view courses.published_bank_question as
select c.id as course_id, b ->> 'id' as bank_id, b ->> 'title' as bank_title, q ->> 'id' as question_id, q as question
from courses.course c
join courses.version v on v.id = c.version_id
cross join lateral jsonb_array_elements(v.banks) as b
cross join lateral jsonb_array_elements(b -> 'questions') as q;
