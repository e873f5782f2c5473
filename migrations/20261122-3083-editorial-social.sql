-- Accounts on social networks, what editors post there, and every try.
create table editorial.social_account (
  id uuid primary key,
  network text not null constraint social_account_network check (network in ('mastodon', 'bluesky')),
  name text not null,
  -- "https://mastodon.example", without a path.
  server text not null,
  handle text not null,
  -- A token or an app password: used to post, shown nowhere.
  secret text not null,
  added_by uuid references accounts.account on delete set null,
  added_at timestamptz not null
);
create index social_account_added_by on editorial.social_account (added_by);

create table editorial.social_post (
  id uuid primary key,
  account_id uuid not null references editorial.social_account on delete cascade,
  article_id uuid references editorial.article on delete set null,
  text text not null,
  lang text not null,
  state text not null constraint social_post_state check
    (state in ('scheduled', 'sending', 'sent', 'failed', 'unsure', 'cancelled')),
  post_at timestamptz not null,
  zone text not null,
  next_at timestamptz not null,
  tries int not null default 0,
  -- Since when it may have arrived without our knowing.
  uncertain_since timestamptz,
  remote_url text,
  written_by uuid references accounts.account on delete set null,
  written_at timestamptz not null
);
create index social_post_due on editorial.social_post (next_at) where state in ('scheduled', 'sending');
create index social_post_account on editorial.social_post (account_id);
create index social_post_article on editorial.social_post (article_id);
create index social_post_written_by on editorial.social_post (written_by);

create table editorial.social_try (
  id uuid primary key,
  post_id uuid not null references editorial.social_post on delete cascade,
  at timestamptz not null,
  outcome text not null constraint social_try_outcome check (outcome in ('begun', 'sent', 'later', 'refused', 'unknown')),
  status int,
  answer text not null
);
create index social_try_post on editorial.social_try (post_id, at);
