/** What modules above may read of reviews: views without any person in them. */
export interface CourseScoreView {
  course_id: string;
  /** The fair score, 1 to 5. */
  mean: number;
  raw_mean: number;
  rating_count: number;
  /** How many ratings of 1 to 5 stars. */
  histogram: number[];
  /** "Better than so many % of its subject"; null where too few are rated there. */
  percentile: number | null;
  subject: string;
}

export interface GivenRatingView {
  course_id: string;
  rated_on: string;
  stars: number;
}

export interface ReviewsViews {
  'reviews.course_score': CourseScoreView;
  'reviews.given_rating': GivenRatingView;
}
