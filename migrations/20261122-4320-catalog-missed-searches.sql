-- Searches that found nothing, or hardly anything: how often on a day, by folded words, without a person or an address.

create table catalog.missed_search (
  day date not null,
  -- the language of the pages in which somebody searched
  lang text not null,
  outcome text not null constraint missed_search_outcome_known check (outcome in ('none', 'few')),
  words text not null,
  times integer not null,
  primary key (day, lang, outcome, words)
);
