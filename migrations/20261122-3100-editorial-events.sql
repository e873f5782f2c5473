-- Public meet-ups, conferences and open evenings.
create table editorial.event (
  id uuid primary key,
  slug text not null constraint event_slug_taken unique,
  state text not null default 'draft' constraint event_state_known check (state in ('draft', 'published', 'cancelled')),
  -- language of its words
  lang text not null,
  title text not null constraint event_title_length check (length(title) between 1 and 160),
  summary text not null default '' constraint event_summary_length check (length(summary) <= 400),
  -- Markdown
  body text not null default '' constraint event_body_length check (length(body) <= 20000),
  host text not null default '' constraint event_host_length check (length(host) <= 200),
  -- [{"name":"...","about":"..."}]
  speakers jsonb not null default '[]',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  place text constraint event_place_length check (length(place) <= 400),
  -- the room for those who come by video; shown to whoever has a seat
  link text constraint event_link_length check (length(link) <= 1000),
  -- null: as many as come
  seats integer constraint event_seats_range check (seats between 1 and 100000),
  -- Markdown, written afterwards
  report text constraint event_report_length check (length(report) <= 20000),
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  is_sample boolean not null default false,
  constraint event_ends_after_start check (ends_at >= starts_at)
);
create index event_start on editorial.event (starts_at) where state <> 'draft';

create table editorial.registration (
  id uuid primary key,
  event_id uuid not null references editorial.event (id) on delete cascade,
  name text not null constraint registration_name_length check (length(name) between 1 and 80),
  address text not null,
  address_key text not null,
  person_id uuid,
  lang text not null,
  state text not null constraint registration_state_known check (state in ('to-confirm', 'seated', 'waiting', 'given-back')),
  -- whoever holds the link holds the seat, and nothing else: later letters carry it too
  token text not null constraint registration_token unique,
  registered_at timestamptz not null,
  -- the place in the waiting list, and in the order of seats
  queued_at timestamptz,
  reminded_at timestamptz
);
create unique index registration_once on editorial.registration (event_id, address_key) where state <> 'given-back';
create index registration_event on editorial.registration (event_id, state, queued_at);
create index registration_person on editorial.registration (person_id) where person_id is not null;
