create schema editorial;

-- Pictures that editors brought, re-encoded by us; never changed, so that their addresses can be kept for ever.
create table editorial.picture (
  id uuid primary key,
  width int not null,
  height int not null,
  -- [{"name": "640.avif", "key": "<content hash>", "width": 640}]
  files jsonb not null,
  added_by uuid references accounts.account on delete set null,
  added_at timestamptz not null,
  is_sample boolean not null default false
);
create index picture_added_by on editorial.picture (added_by);

create table editorial.label (
  id text primary key constraint label_id_form check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  names jsonb not null,
  is_sample boolean not null default false,
  created_at timestamptz not null
);

create table editorial.article (
  id uuid primary key,
  state text not null constraint article_state check (state in ('draft', 'scheduled', 'published', 'archived')),
  -- Rises with every change of state or of what is said beside the texts.
  version int not null default 1,
  -- What editors work on: {"lang", "texts": {"fr": {"title", "summary", "body", "coverAlt", "version"}}, "labels", "cover", "byline"}
  draft jsonb not null,
  -- What readers see: the draft as it was when it was published.
  live jsonb,
  live_langs text[] not null default '{}',
  live_labels text[] not null default '{}',
  author_id uuid references accounts.account on delete set null,
  publish_at timestamptz,
  -- The clock that the editor read when choosing publish_at.
  zone text,
  -- When readers first saw it, and when they saw it change.
  published_at timestamptz,
  live_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  is_sample boolean not null default false,
  constraint article_scheduled_at check (state <> 'scheduled' or publish_at is not null),
  constraint article_live check (state <> 'published' or (live is not null and published_at is not null))
);
create index article_published on editorial.article (published_at desc, id) where state = 'published';
create index article_due on editorial.article (publish_at) where state = 'scheduled';
create index article_live_labels on editorial.article using gin (live_labels) where state = 'published';
create index article_author on editorial.article (author_id);

-- Addresses stay taken for ever: an old one leads to the present one.
create table editorial.article_slug (
  slug text primary key,
  article_id uuid not null references editorial.article on delete cascade,
  is_current boolean not null
);
create unique index article_slug_current on editorial.article_slug (article_id) where is_current;

create table editorial.article_version (
  article_id uuid not null references editorial.article on delete cascade,
  number int not null,
  deed text not null constraint article_version_deed check
    (deed in ('begun', 'wrote', 'settings', 'scheduled', 'unscheduled', 'published', 'archived', 'reopened', 'restored')),
  -- Of the text that was written, where it was one.
  lang text,
  content jsonb not null,
  editor_id uuid references accounts.account on delete set null,
  begun_at timestamptz not null,
  at timestamptz not null,
  primary key (article_id, number)
);
create index article_version_editor on editorial.article_version (editor_id);

-- The clock that an editor reads, as it was last chosen.
create table editorial.editor_zone (
  account_id uuid primary key references accounts.account on delete cascade,
  zone text not null
);
