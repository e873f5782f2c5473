-- What a teacher tells the people of a run, all of them or some.
create table learning.announcement (
  id uuid primary key,
  run_id uuid not null references courses.run (id) on delete cascade,
  segment text not null,
  title text not null constraint announcement_title_length check (length(title) between 1 and 200),
  -- course text
  text text not null,
  by_letter boolean not null,
  sent_at timestamptz not null,
  sent_by uuid references accounts.account (id) on delete set null,
  -- everybody has it
  done_at timestamptz
);
create index announcement_run on learning.announcement (run_id, sent_at desc);

-- Who was told; nobody is told twice.
create table learning.announced (
  announcement_id uuid not null references learning.announcement (id) on delete cascade,
  enrolment_id uuid not null references learning.enrolment (id) on delete cascade,
  primary key (announcement_id, enrolment_id)
);
create index announced_enrolment on learning.announced (enrolment_id);

-- Whoever wants no letters of a run reads announcements on its page only.
alter table learning.enrolment add column letters boolean not null default true;
alter table learning.enrolment add column letters_token text constraint enrolment_letters_token_taken unique;
