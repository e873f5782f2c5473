-- Feeds of others that editors chose, and what they said lately.
create table editorial.feed (
  id uuid primary key,
  url text not null constraint feed_once unique,
  -- As the feed names itself, until an editor names it.
  name text not null,
  page_url text,
  lang text,
  every_hours int not null constraint feed_every_hours check (every_hours between 1 and 168),
  is_paused boolean not null default false,
  etag text,
  last_modified text,
  read_at timestamptz,
  next_at timestamptz not null,
  failures int not null default 0,
  -- A sentence for editors.
  problem text,
  added_by uuid references accounts.account on delete set null,
  added_at timestamptz not null
);
create index feed_next on editorial.feed (next_at) where not is_paused;
create index feed_added_by on editorial.feed (added_by);

create table editorial.feed_item (
  id uuid primary key,
  feed_id uuid not null references editorial.feed on delete cascade,
  guid text not null,
  title text not null,
  summary text not null,
  url text not null,
  published_at timestamptz not null,
  is_hidden boolean not null default false,
  constraint feed_item_once unique (feed_id, guid)
);
create index feed_item_latest on editorial.feed_item (published_at desc) where not is_hidden;
