-- Claims that a person could not prove by an address at the provider's domain: a moderator decides.
create table catalog.provider_claim (
  id uuid primary key,
  provider_id uuid not null references catalog.provider (id),
  person_id uuid not null references accounts.account (id) on delete cascade,
  note text not null constraint provider_claim_note_length check (length(note) between 1 and 1000),
  state text not null default 'waiting'
    constraint provider_claim_state_known check (state in ('waiting', 'granted', 'refused')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid
);
create unique index provider_claim_once on catalog.provider_claim (provider_id, person_id) where state = 'waiting';
create index provider_claim_state on catalog.provider_claim (state, asked_at);
create index provider_claim_person on catalog.provider_claim (person_id);
