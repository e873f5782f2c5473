create schema credentials;

-- Proof that somebody completed a course. What it says never changes; a corrected one replaces it.
create table credentials.attestation (
  id uuid primary key,
  -- public, not to be guessed: what the verification page is found by
  number text not null constraint attestation_number_taken unique,
  person_id uuid references accounts.account (id) on delete set null,
  -- what it is for, such as an enrolment: never issued twice
  subject text not null,
  course_id uuid,
  -- listing in the catalogue
  listing_id uuid,
  -- AttestationFacts, as issued
  facts jsonb not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text,
  replaced_by uuid references credentials.attestation (id),
  is_sample boolean not null default false
);
create unique index attestation_once on credentials.attestation (subject) where revoked_at is null and replaced_by is null;
create index attestation_person on credentials.attestation (person_id, issued_at desc);
