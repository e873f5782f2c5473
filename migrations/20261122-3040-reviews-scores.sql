-- A rating without a key of its source, or without a review, needs no entry in their indexes: feeds hold millions of them.
alter table reviews.rating drop constraint rating_source_key_taken, drop constraint rating_review_once;
create unique index rating_source_key on reviews.rating (source, external_key) where external_key is not null;
create unique index rating_review on reviews.rating (review_id) where review_id is not null;

-- What every score is reckoned with, until the next fit; one row.
create table reviews.score_parameters (
  is_current boolean primary key default true constraint score_parameters_once check (is_current),
  -- the day on which a fresh rating has its full weight
  reference_day date not null,
  -- half-life, weights and bounds, as they were when it was fitted
  settings jsonb not null,
  fitted_at timestamptz not null
);

-- The prior and its weight, by platform and subject; '' stands for all of them.
create table reviews.score_group (
  platform text not null,
  subject text not null,
  -- mean of the course means, drawn towards all subjects where courses are few
  prior double precision not null,
  -- as if so many full ratings of the prior had been given: the spread within a course by the spread between courses
  m double precision not null,
  within_variance double precision not null,
  between_variance double precision not null,
  -- rated courses, and those with ratings enough to tell how much courses differ
  courses integer not null,
  fitted_courses integer not null,
  ratings bigint not null,
  primary key (platform, subject)
);

create table reviews.score (
  course_id uuid primary key,
  -- 1 to 5: the prior and the weighted ratings together
  mean double precision not null,
  -- of all ratings that count, each with the same weight
  raw_mean double precision not null,
  rating_count integer not null,
  -- how many ratings of 1, 2, 3, 4 and 5 stars
  histogram integer[] not null constraint score_histogram_of_five check (cardinality(histogram) = 5),
  -- sums on the reference day: of weights, weight x stars, weight x stars squared, weights squared
  weighted_count double precision not null,
  star_sum double precision not null,
  square_sum double precision not null,
  weight_square_sum double precision not null,
  platform text not null,
  -- the subject under which the course is shown; '' where it has none
  subject text not null,
  prior double precision not null,
  m double precision not null,
  -- "better than so many % of its subject"; null where too few are rated there
  percentile smallint constraint score_percentile check (percentile between 0 and 100),
  reference_day date not null,
  -- what the catalogue was last told, in steps of 1/200: a smaller change can be seen nowhere
  told_mean integer,
  told_count integer
);
create index score_subject on reviews.score (subject, mean);

-- How many ratings a course got on a day: those that nothing proves weigh less in a crowd.
drop index reviews.rating_course;
create index rating_course_day on reviews.rating (course_id, rated_on);
