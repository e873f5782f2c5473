-- Facts that modules tell each other, delivered after commit.
create table platform.event (
  id uuid primary key,
  xid xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  name text not null,
  version integer not null,
  at timestamptz not null,
  actor text not null,
  organisation uuid,
  subject text,
  data jsonb not null
);
create index event_feed on platform.event (xid, position);

-- How far each subscriber has read the events.
create table platform.subscription (
  subscriber text primary key,
  xid xid8 not null,
  position bigint not null,
  delivered_at timestamptz not null
);

-- Processes that work on jobs; one that no longer beats has its jobs given back.
create table platform.worker (
  id text primary key,
  process text not null,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

-- Mail to send, and what became of it; without a mail server this is the outbox that operators read.
create table platform.mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  headers jsonb not null default '{}',
  lang text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  tries integer not null default 0,
  error text
);
create index mail_created on platform.mail (created_at desc);

-- Who did what; append-only.
create table platform.audit (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  action text not null,
  subject text,
  address text,
  details jsonb not null default '{}'
);
create index audit_at on platform.audit (at desc);
create index audit_actor on platform.audit (actor_id, at desc);

-- Settings that operators change while the platform runs.
create table platform.setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
