create schema credentials;

-- Proof that somebody completed a course. What it says never changes; a corrected one replaces it.
create table credentials.attestation (
  id uuid primary key,
  -- public, not to be guessed: what the verification page is found by
  number text not null constraint attestation_number_taken unique,
  person_id uuid references accounts.account (id) on delete set null,
  -- what it is for, such as an enrolment
  subject text not null,
  course_id uuid not null,
  -- listing in the catalogue
  listing_id uuid,
  -- AttestationFacts without those that have a column of their own; without the name once the person is forgotten
  facts jsonb not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text,
  -- a corrected one is written after the old one makes room for it
  replaced_by uuid constraint attestation_replacement references credentials.attestation (id) deferrable initially deferred,
  -- its person had everything about themselves erased
  erased_at timestamptz,
  is_sample boolean not null default false,
  constraint attestation_revoked_for_a_reason check ((revoked_at is null) = (revoked_why is null))
);
-- Never issued twice: not even after a revocation.
create unique index attestation_once on credentials.attestation (subject) where replaced_by is null;
create index attestation_person on credentials.attestation (person_id, issued_at desc);
create index attestation_course on credentials.attestation (course_id);
create index attestation_replacing on credentials.attestation (replaced_by);

-- Its PDF as it was made: `hash` is of all that went into it, so that a new look makes a new one.
create table credentials.document (
  attestation_id uuid not null references credentials.attestation (id) on delete cascade,
  hash text not null,
  key text not null,
  bytes integer not null,
  made_at timestamptz not null,
  primary key (attestation_id, hash)
);
create index document_key on credentials.document (key);

-- Somebody says that their name stands wrong on an attestation. An operator or the course's owner decides.
create table credentials.correction (
  id uuid primary key,
  attestation_id uuid not null references credentials.attestation (id) on delete cascade,
  name text not null,
  reason text not null,
  asked_at timestamptz not null,
  state text not null default 'open' constraint correction_state_known check (state in ('open', 'accepted', 'refused')),
  decided_at timestamptz,
  decided_by uuid references accounts.account (id) on delete set null,
  -- said to who asked, when it is refused
  answer text,
  constraint correction_decided check ((state = 'open') = (decided_at is null))
);
create unique index correction_open on credentials.correction (attestation_id) where state = 'open';
create index correction_waiting on credentials.correction (asked_at) where state = 'open';

-- Who completed which listed course here, for modules above.
create view credentials.completed_course as
  select distinct person_id, listing_id from credentials.attestation
  where person_id is not null and listing_id is not null and revoked_at is null and replaced_by is null;
