-- How many published reviews of a language use a word or phrase: what the words of one course are compared with.
create table reviews.topic_term (
  lang text not null,
  term text not null,
  reviews integer not null,
  primary key (lang, term)
);

-- What reviewers of a course speak about, in one language, the most telling first.
create table reviews.topic (
  course_id uuid not null,
  lang text not null,
  position smallint not null,
  -- as most of them write it
  label text not null,
  -- how many reviews speak of it, and how many of their sentences do so well or ill of it
  reviews integer not null,
  praised integer not null,
  criticised integer not null,
  -- [{"reviewId":"...","field":"pros","text":"...","lean":1}]
  quotes jsonb not null,
  found_at timestamptz not null,
  primary key (course_id, lang, position)
);
