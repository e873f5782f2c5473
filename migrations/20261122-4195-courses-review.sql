-- Peer review of a draft: comments on blocks, what a course demands before it is published, who signed which state.

create table courses.review_rule (
  course_id uuid primary key references courses.course (id) on delete cascade,
  -- by colleagues, then by the committee: those whose role in the course is reviewer
  sign_offs integer not null default 0 constraint review_rule_sign_offs_range check (sign_offs between 0 and 9),
  committee integer not null default 0 constraint review_rule_committee_range check (committee between 0 and 9)
);

create table courses.review_comment (
  id uuid primary key,
  course_id uuid not null,
  block_id text not null,
  -- a request is settled before anybody signs off
  kind text not null constraint review_comment_kind_known check (kind in ('remark', 'request')),
  text text not null,
  written_at timestamptz not null,
  written_by uuid references accounts.account (id) on delete set null,
  answer text,
  answered_by uuid references accounts.account (id) on delete set null,
  settled_at timestamptz,
  settled_by uuid references accounts.account (id) on delete set null,
  constraint review_comment_block foreign key (course_id, block_id) references courses.block (course_id, id) on delete cascade
);
create index review_comment_course on courses.review_comment (course_id, block_id);

-- Somebody says that the draft, at this revision of the course, is ready to be reviewed.
create table courses.review_request (
  course_id uuid not null references courses.course (id) on delete cascade,
  revision integer not null,
  asked_at timestamptz not null,
  asked_by uuid references accounts.account (id) on delete set null,
  primary key (course_id, revision)
);

create table courses.sign_off (
  id uuid primary key,
  course_id uuid not null,
  revision integer not null,
  part text not null constraint sign_off_part_known check (part in ('colleague', 'committee')),
  signed_at timestamptz not null,
  signed_by uuid references accounts.account (id) on delete set null,
  constraint sign_off_once unique (course_id, revision, signed_by),
  constraint sign_off_request foreign key (course_id, revision)
    references courses.review_request (course_id, revision) on delete cascade
);

-- Opened before its sign-offs were there: learners are told.
alter table courses.course add column under_construction boolean not null default false;
