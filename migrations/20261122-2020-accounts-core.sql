create schema accounts;

create table accounts.account (
  id uuid primary key,
  name text not null constraint account_name_length check (length(name) between 1 and 80),
  lang text not null,
  theme text not null default 'auto' constraint account_theme check (theme in ('auto', 'light', 'dark')),
  roles text[] not null default '{}' constraint account_roles check (roles <@ array['operator', 'moderator']),
  blocked_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null
);
create index account_roles on accounts.account using gin (roles) where roles <> '{}';

-- Every address here is verified: before that it stands in a code only, and is nobody's.
create table accounts.address (
  id uuid primary key,
  account_id uuid not null references accounts.account on delete cascade,
  address text not null,
  address_key text not null constraint address_taken unique,
  is_primary boolean not null,
  verified_at timestamptz not null
);
create index address_account on accounts.address (account_id);
create unique index address_one_primary on accounts.address (account_id) where is_primary;

create table accounts.password (
  account_id uuid primary key references accounts.account on delete cascade,
  hash text not null,
  set_at timestamptz not null
);

-- The cookie holds the token, the table only its hash.
create table accounts.session (
  id uuid primary key,
  account_id uuid not null references accounts.account on delete cascade,
  token_hash bytea not null constraint session_token unique,
  method text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text
);
create index session_account on accounts.session (account_id);
create index session_expiry on accounts.session (expires_at);

-- Links and codes that work once: whoever uses one takes its row away. What a sign-up typed waits here until its address is proved.
create table accounts.code (
  id uuid primary key,
  purpose text not null,
  account_id uuid references accounts.account on delete cascade,
  address text,
  secret_hash bytea not null constraint code_secret unique,
  digits_hash bytea,
  browser_hash bytea,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index code_account on accounts.code (account_id);
create index code_browser on accounts.code (browser_hash) where browser_hash is not null;
create index code_expiry on accounts.code (expires_at);

create table accounts.passkey (
  id uuid primary key,
  account_id uuid not null references accounts.account on delete cascade,
  credential_id text not null constraint passkey_credential unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  synced boolean not null,
  name text not null constraint passkey_name_length check (length(name) between 1 and 80),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on accounts.passkey (account_id);

-- `last_step` is the time step of the last code taken, so that no code works twice.
create table accounts.two_factor (
  account_id uuid primary key references accounts.account on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table accounts.recovery_code (
  account_id uuid not null references accounts.account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Counters of attempts, kept by the rate limiter; the keys are hashes.
create table accounts.attempt (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index attempt_expiry on accounts.attempt (expire);

-- What other modules may know of a person.
create view accounts.public_person as select id, name from accounts.account;
