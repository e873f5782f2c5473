-- What examination remembers of a written review: for finding bursts. The network is a keyed hash of a prefix, forgotten
-- after thirty days.
create table reviews.trace (
  review_id uuid primary key references reviews.review (id) on delete cascade deferrable initially deferred,
  course_id uuid not null,
  at timestamptz not null,
  -- age of the account in whole hours at that instant; null where it is not known
  account_hours integer,
  network text,
  -- a moderator looked at it and let it stand: it speaks no more for a burst
  is_cleared boolean not null default false
);
create index trace_course on reviews.trace (course_id, at);
create index trace_network on reviews.trace (network, at) where network is not null;

-- Fingerprints of a text's word sequences (the smallest hashes of them): who shares many is a copy.
create table reviews.print (
  review_id uuid primary key references reviews.review (id) on delete cascade deferrable initially deferred,
  hashes integer[] not null
);
create index print_hashes on reviews.print using gin (hashes);

-- Many reviews of one course or one provider, faster than usual, from fresh accounts or from one network.
create table reviews.burst (
  id uuid primary key,
  course_id uuid not null,
  -- null: the course alone; else all courses of this provider
  provider_id uuid,
  signal text not null constraint burst_signal check (signal in ('pace', 'fresh-accounts', 'network')),
  hours integer not null,
  -- where they came from, when that is the sign; forgotten with the traces
  network text,
  -- how many there were when it was recognised, and how many that course sees in as many hours
  seen integer not null,
  expected double precision not null,
  began_at timestamptz not null,
  last_at timestamptz not null
);
create index burst_course on reviews.burst (course_id, last_at desc);

-- A question to moderators: may this review stand?
create table reviews.moderation_case (
  id uuid primary key,
  review_id uuid not null references reviews.review (id) on delete cascade,
  kind text not null constraint case_kind check (kind in ('held', 'reported', 'appeal')),
  -- [{"kind":"link","field":"body","from":10,"to":21}]
  reasons jsonb not null,
  reason_kinds text[] not null,
  burst_id uuid references reviews.burst (id),
  state text not null constraint case_state check (state in ('open', 'published', 'rejected')),
  version integer not null default 1,
  opened_at timestamptz not null,
  -- what the author wrote, for an appeal
  words text constraint case_words_length check (length(words) <= 2000),
  decided_at timestamptz,
  decided_by uuid,
  -- who decided before: an appeal goes to somebody else
  not_by uuid,
  constraint case_decider_is_another check (not_by is null or decided_by is null or decided_by <> not_by),
  constraint case_decided_when check ((state = 'open') = (decided_at is null))
);
create unique index case_one_open on reviews.moderation_case (review_id) where state = 'open';
create index case_queue on reviews.moderation_case (opened_at, id) where state = 'open';
create index case_burst on reviews.moderation_case (burst_id) where burst_id is not null;
create unique index case_one_appeal on reviews.moderation_case (review_id) where kind = 'appeal';

-- Every decision, for ever; a row changes only by forgetting who.
create table reviews.decision (
  id uuid primary key,
  case_id uuid not null,
  review_id uuid not null,
  course_id uuid not null,
  verdict text not null constraint decision_verdict check (verdict in ('published', 'rejected')),
  reason text not null,
  words text constraint decision_words_length check (length(words) <= 2000),
  by_person uuid,
  at timestamptz not null
);
create index decision_review on reviews.decision (review_id, at);
create index decision_at on reviews.decision (at desc, id desc);

create function reviews.decision_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.by_person is null
    and (new.id, new.case_id, new.review_id, new.course_id, new.verdict, new.reason, new.words, new.at)
      is not distinct from (old.id, old.case_id, old.review_id, old.course_id, old.verdict, old.reason, old.words, old.at)
  then return new; end if;
  raise exception 'decisions stand: a new one is a new row';
end $$;
create trigger decision_stands before update or delete on reviews.decision
  for each row execute function reviews.decision_stands();

-- Somebody says that a review should not stand.
create table reviews.report (
  id uuid primary key,
  review_id uuid not null references reviews.review (id) on delete cascade,
  -- null once the person is erased
  person_id uuid,
  for_provider boolean not null default false,
  reason text not null,
  words text constraint report_words_length check (length(words) <= 2000),
  at timestamptz not null,
  answered_at timestamptz,
  constraint report_once unique (review_id, person_id)
);
create index report_person on reviews.report (person_id) where person_id is not null;
