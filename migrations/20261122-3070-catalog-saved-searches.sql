-- Searches that somebody follows: one row for each distinct query and language of the interface, however many follow it.
create table catalog.saved_search (
  -- told by key and lang
  id uuid primary key,
  -- the query in one form: folded words in one order, facets and their values in one order
  key text not null,
  -- in which language the search was said; its news name it in that language
  lang text not null,
  -- the search as its address tells it, without page and order
  address text not null,
  q text not null,
  selection jsonb not null,
  -- the words as they are read (a tsquery); null where only facets narrow
  match text,
  -- the last word goes on in ways that change with the catalogue: such a search is read anew each time
  unfinished boolean not null,
  -- the search in words of its language: "paie, free, in French"
  said text not null,
  -- of which kind of search entries `match` and the anchors were read for
  read_version smallint not null,
  -- which transactions had been seen when it was saved: what they brought is no news (a pg_snapshot)
  seen text not null,
  saved_at timestamptz not null
);
create index saved_search_unfinished on catalog.saved_search (read_version) where unfinished;
create index saved_search_saved on catalog.saved_search (saved_at);

-- A course that a saved search finds has at least one of the search's anchors: lexemes, or facet values ('language=fr').
create table catalog.saved_search_anchor (
  anchor text not null,
  search_id uuid not null references catalog.saved_search on delete cascade,
  primary key (anchor, search_id)
);
create index saved_search_anchor_search on catalog.saved_search_anchor (search_id);

-- What search entries said before they were changed, until saved searches were matched against the change. One row for
-- each change of a course, written by the transaction that changes the entry; nothing is kept while nobody saves searches.
create table catalog.entry_before (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  -- catalog.course.n
  n integer not null,
  -- null, all of them, where there was no entry
  words tsvector,
  traits integer,
  platform integer,
  language integer,
  subtitles integer,
  subject integer,
  provider integer
) with (toast_tuple_target = 128);
alter table catalog.entry_before alter column words set storage external;
create index entry_before_n on catalog.entry_before (n, id);

-- How much a saved search has told on a day: few matches are told one by one, many together.
create table catalog.search_tally (
  search_id uuid primary key references catalog.saved_search on delete cascade,
  day date not null,
  -- told one by one on that day
  told integer not null,
  -- matches that wait to be told together, and since when nothing was added
  waiting integer not null,
  waited_at timestamptz,
  -- the last day on which matches were told together
  summed_on date
);
create index search_tally_waiting on catalog.search_tally (waited_at) where waiting > 0;
