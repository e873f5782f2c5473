-- A learner and those who teach a course write to each other: one conversation an enrolment.
create table learning.conversation (
  enrolment_id uuid primary key references learning.enrolment (id) on delete cascade,
  course_id uuid not null references courses.course (id) on delete cascade,
  -- closed: nobody writes until somebody who teaches opens it again
  state text not null default 'open' constraint conversation_state check (state in ('open', 'settled', 'closed')),
  reason text not null default '' constraint conversation_reason_length check (length(reason) <= 500),
  last_at timestamptz not null,
  -- since when a learner's words wait for an answer
  waiting_since timestamptz,
  -- answers that the learner has not read
  unread integer not null default 0 constraint conversation_unread_range check (unread >= 0),
  -- whether there is an answer of which the learner has still to be told, and when that was done last
  untold boolean not null default false,
  told_at timestamptz
);
create index conversation_course on learning.conversation (course_id, last_at);
create index conversation_waiting on learning.conversation (course_id, waiting_since) where waiting_since is not null;

create table learning.message (
  id uuid primary key,
  enrolment_id uuid not null references learning.conversation (enrolment_id) on delete cascade,
  by_learner boolean not null,
  -- who answered; absent for learners, whose enrolment says it, and for accounts that are gone
  author_id uuid references accounts.account (id) on delete set null,
  -- '' where it is about the whole course
  unit_id text not null default '',
  good text not null default '',
  bad text not null default '',
  words text not null default '',
  at timestamptz not null,
  constraint message_length check (length(good) <= 2000 and length(bad) <= 2000 and length(words) <= 2000),
  constraint message_not_empty check (good <> '' or bad <> '' or words <> '')
);
create index message_enrolment on learning.message (enrolment_id, at);
create index message_author on learning.message (author_id) where author_id is not null;

-- What those who settle a report say to who sent it.
alter table learning.fault_report add column answer text not null default ''
  constraint fault_report_answer_length check (length(answer) <= 1000);
alter table learning.fault_report add column settled_by uuid references accounts.account (id) on delete set null;
create index fault_report_settled_by on learning.fault_report (settled_by) where settled_by is not null;

-- Whether this learner was signed up once for hearing back; who ended it is not signed up again.
alter table learning.enrolment add column hears_back boolean not null default false;
