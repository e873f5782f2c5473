create schema lists;

-- Courses that somebody put together. A plan is a list whose courses have a start and a pace.
create table lists.list (
  id uuid primary key,
  owner_id uuid not null references accounts.account (id) on delete cascade,
  title text not null constraint list_title_length check (length(title) between 1 and 120),
  description text constraint list_description_length check (length(description) between 1 and 2000),
  -- language of the title and the description
  lang text not null,
  is_plan boolean not null default false,
  visibility text not null default 'private'
    constraint list_visibility_known check (visibility in ('private', 'link', 'public')),
  -- whoever holds the link reads the list while it is shared by link; a new one makes the old one worth nothing
  share_token text constraint list_share_token_taken unique,
  -- the same for calendars that subscribe to a plan
  calendar_token text constraint list_calendar_token_taken unique,
  -- address of the public list; kept when it is public no longer, so that it is nobody else's
  slug text constraint list_slug_taken unique,
  -- whether the public page names who made it
  shows_name boolean not null default false,
  -- a public list that moderators took down
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- chosen by the editors, and shown as such
  picked_at timestamptz,
  published_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint list_public_has_slug check (visibility <> 'public' or slug is not null),
  constraint list_link_has_token check (visibility <> 'link' or share_token is not null)
);
create index list_owner on lists.list (owner_id, changed_at desc);
create index list_public on lists.list (published_at desc) where visibility = 'public';

create table lists.item (
  id uuid primary key,
  list_id uuid not null references lists.list (id) on delete cascade,
  course_id uuid not null,
  -- as the course was called when it was added: read when the course is no longer in the catalogue at all
  title text not null constraint item_title_length check (length(title) between 1 and 500),
  position integer not null,
  note text constraint item_note_length check (length(note) between 1 and 500),
  -- the plan: first day, and hours a week
  start_on date,
  hours_a_week smallint constraint item_hours check (hours_a_week between 1 and 60),
  added_at timestamptz not null,
  -- taken out, and can still be put back
  removed_at timestamptz,
  constraint item_once unique (list_id, course_id)
);

-- Somebody says that a public list should not stand there.
create table lists.report (
  id uuid primary key,
  list_id uuid not null references lists.list (id) on delete cascade,
  -- null for visitors, and once the person is erased
  reporter_id uuid references accounts.account (id) on delete set null,
  reason text not null constraint report_reason_known
    check (reason in ('advertising', 'offensive', 'misleading', 'personal', 'other')),
  words text constraint report_words_length check (length(words) between 1 and 1000),
  reported_at timestamptz not null,
  decided_at timestamptz,
  decision text constraint report_decision_known check (decision in ('withdrawn', 'kept'))
);
create index report_list on lists.report (list_id);
create index report_open on lists.report (reported_at) where decided_at is null;

-- The key that signs the short list that visitors keep in their own browser: 244 random bits, made once.
insert into platform.setting (name, value, changed_at, changed_by)
values ('lists.browser-key', to_jsonb(gen_random_uuid()::text || gen_random_uuid()::text), '2026-11-22', 'migration')
on conflict (name) do nothing;
