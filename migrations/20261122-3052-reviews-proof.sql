-- What somebody shows to prove that they took a course: looked at once, then forgotten.
create table reviews.proof_claim (
  id uuid primary key,
  review_id uuid not null references reviews.review (id) on delete cascade,
  kind text not null constraint proof_kind check (kind in ('page', 'credential', 'file')),
  state text not null constraint proof_state check (state in ('waiting', 'moderator', 'proved', 'not-matched')),
  -- the evidence itself, one of three; null once it is forgotten
  url text constraint proof_url_length check (length(url) <= 2000),
  document text constraint proof_document_length check (length(document) <= 100000),
  file_key text,
  -- what it proves, once it does
  level text constraint proof_level check (level in ('enrolled', 'certificate')),
  -- why it does not, or why a person has to look
  why text,
  -- a hash of what proved it: one certificate speaks for one person
  evidence_hash text,
  version integer not null default 1,
  claimed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid
);
create unique index proof_one_open on reviews.proof_claim (review_id) where state in ('waiting', 'moderator');
create index proof_review on reviews.proof_claim (review_id, claimed_at desc);
create index proof_for_moderators on reviews.proof_claim (claimed_at, id) where state = 'moderator';
create unique index proof_evidence on reviews.proof_claim (evidence_hash) where state = 'proved';
