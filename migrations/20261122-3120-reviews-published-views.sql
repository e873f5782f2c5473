-- What modules above may know of ratings: no person in it.
create view reviews.course_score as
  select course_id, mean, raw_mean, rating_count, histogram, percentile, subject from reviews.score;
create view reviews.given_rating as select course_id, rated_on, stars from reviews.rating;
create index rating_day on reviews.rating (rated_on);
