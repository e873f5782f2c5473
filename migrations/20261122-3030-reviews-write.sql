-- Every change of a review's state: who, as what, why, before and after.
create table reviews.transition (
  id uuid primary key,
  review_id uuid not null references reviews.review (id) on delete cascade,
  at timestamptz not null,
  deed text not null,
  -- null for the system, and once the person is erased
  person_id uuid,
  role text not null constraint transition_role_known check (role in ('author', 'moderator', 'system')),
  -- a moderator's words to the author; empty when there was nothing to say
  why text not null constraint transition_why_length check (length(why) <= 2000),
  -- null when it was written
  from_state text,
  to_state text not null,
  -- of the review, after the change
  version integer not null,
  constraint transition_version_once unique (review_id, version)
);
create index transition_person on reviews.transition (person_id) where person_id is not null;

-- What a review said before it was edited.
create table reviews.earlier_text (
  review_id uuid not null references reviews.review (id) on delete cascade,
  -- of the review, while it said so
  version integer not null,
  -- from when until when it said so
  since timestamptz not null,
  until timestamptz not null,
  -- stars, status and texts, as they were
  says jsonb not null,
  primary key (review_id, version)
);

-- What the provider says to it: one answer a review.
create table reviews.answer (
  review_id uuid primary key references reviews.review (id) on delete cascade,
  provider_id uuid not null,
  -- the name it answered under
  provider_name text not null,
  -- null once the person is erased
  person_id uuid,
  body text not null constraint answer_body_length check (length(body) between 1 and 4000),
  lang text not null,
  answered_at timestamptz not null,
  edited_at timestamptz,
  edits smallint not null default 0 constraint answer_edits check (edits between 0 and 3)
);
create index answer_person on reviews.answer (person_id) where person_id is not null;

-- Who found a review helpful; its row counts them.
create table reviews.helpful_vote (
  review_id uuid not null references reviews.review (id) on delete cascade,
  person_id uuid not null,
  voted_at timestamptz not null,
  primary key (review_id, person_id)
);
create index helpful_vote_person on reviews.helpful_vote (person_id);
