-- Who may join a run that is not open to all: an address, or "@example.org" for everybody who proved one there.
create table courses.run_guest (
  run_id uuid not null references courses.run (id) on delete cascade,
  -- lower case, as accounts compare addresses
  address text not null constraint run_guest_form check (address ~ '^[^@[:space:]]*@[^@[:space:]]+$'),
  invited_at timestamptz not null,
  -- the letter was asked for
  told_at timestamptz,
  primary key (run_id, address)
);
