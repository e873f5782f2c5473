-- What the catalogue tells by itself, computed again and again by the modules above.
create table editorial.automatic_section (
  kind text primary key constraint automatic_section_kind check (kind in ('new-courses', 'most-followed', 'best-reviewed')),
  -- [{"title", "lang", "path", "by", "followers", "stars", "reviews"}]
  items jsonb not null,
  made_at timestamptz not null
);

-- The weekly letter in each language, from the first thing that an editor decides about it.
create table editorial.letter (
  lang text not null,
  -- The Monday of its week.
  week date not null,
  state text not null constraint letter_state check (state in ('waiting', 'approved', 'held', 'sent')),
  -- What an editor says first.
  word text not null default '',
  -- What was sent: {"articles": [...], "sections": [...]}
  content jsonb,
  decided_by uuid references accounts.account on delete set null,
  sent_at timestamptz,
  primary key (lang, week),
  constraint letter_sent check (state <> 'sent' or (content is not null and sent_at is not null))
);
create index letter_decided_by on editorial.letter (decided_by);
