-- Typing mistakes are forgiven with trigrams. The extension is a trusted one: the owner of a database may create it; where
-- the platform's role owns nothing, an administrator runs this line once before the first start.
create extension if not exists pg_trgm;

-- Values that courses have together in a facet of many values ({fr,en}), so that an entry holds one small number for them.
create table catalog.facet_set (
  id integer generated always as identity primary key,
  facet text not null,
  members text[] not null,
  constraint facet_set_once unique (facet, members)
);
create index facet_set_members on catalog.facet_set using gin (members);

-- One row for each listed course: all that searching, counting and ordering look at, kept narrow on purpose. The words
-- and the card are moved out of the row as soon as it passes 128 bytes.
create table catalog.search_entry (
  -- catalog.course.n
  n integer primary key,
  -- 0 to 1000, the formula of /ranking
  quality smallint not null,
  -- mark out of five times 100, drawn towards the mean where few gave one; 0 for none
  rating smallint not null,
  -- small facets packed in bits; see traits.ts
  traits integer not null,
  -- the whole course, in tenths of an hour; 0 where nobody says
  workload integer not null,
  -- first day on which one can begin from today on
  starts_on date,
  -- the day from which the entry has to be made again because dates have passed
  changes_on date,
  -- language of the interface that the course is taught in, by number; 0 for others
  tongue smallint not null,
  title_words smallint not null,
  platform integer not null,
  language integer not null,
  subtitles integer not null,
  subject integer not null,
  provider integer not null,
  words tsvector not null,
  -- JSON of what a list shows
  card text not null
) with (toast_tuple_target = 128);
alter table catalog.search_entry
  alter column words set storage external,
  alter column card set storage external;
create index search_entry_words on catalog.search_entry using gin (words) with (gin_pending_list_limit = 16384);
create index search_entry_best on catalog.search_entry (quality desc, n);
create index search_entry_best_in on catalog.search_entry (tongue, quality desc, n);
create index search_entry_rating on catalog.search_entry (rating desc, quality desc, n);
create index search_entry_starts on catalog.search_entry (starts_on, quality desc, n) where starts_on is not null;
create index search_entry_workload on catalog.search_entry (workload, quality desc, n) where workload > 0;
create index search_entry_provider on catalog.search_entry (provider);
create index search_entry_subject on catalog.search_entry (subject);
create index search_entry_platform on catalog.search_entry (platform);
create index search_entry_changes on catalog.search_entry (changes_on) where changes_on is not null;

-- Words of titles, skills, providers and summaries, folded, for prefixes and typing mistakes.
create table catalog.lexicon (
  word text collate "C" primary key,
  -- how common: exact while small, then only growing when it matters
  weight integer not null
);
create index lexicon_trigrams on catalog.lexicon using gin (word gin_trgm_ops);

-- Counts of every facet over the whole catalogue ('') and for one common value each ('language=fr'), made after imports:
-- pages that many people see need not count a hundred thousand courses each time.
create table catalog.browse_counts (
  chosen text primary key,
  counts text not null,
  made_at timestamptz not null
);
