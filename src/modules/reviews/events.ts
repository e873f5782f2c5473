/** Facts that reviews tell: names, versions and data are a contract. */
export const ratingsChangedName = 'reviews.ratings-changed';

/** Ratings that count were added, changed or dropped: the scores of these courses are due; at most some hundreds an event. */
export const ratingsChanged = (courseIds: readonly string[]) => ({
  name: ratingsChangedName,
  version: 1,
  data: { courseIds },
});

export const scoresChangedName = 'reviews.rating-changed';

/** What the catalogue shows and orders by, made new: the fair mean (1 to 5) and the count of each course; count 0 where no rating is left. */
export const scoresChanged = (
  scores: readonly { readonly courseId: string; readonly mean: number; readonly count: number }[],
) => ({ name: scoresChangedName, version: 1, data: { scores } });

export const reviewChangedName = 'reviews.review-changed';

/** A review was written (`before` is absent), edited, or its state changed. */
export const reviewChanged = (change: {
  readonly reviewId: string;
  readonly courseId: string;
  readonly before?: string;
  readonly after: string;
}) => ({ name: reviewChangedName, version: 1, subject: change.reviewId, data: change });

export const reviewAnsweredName = 'reviews.review-answered';

/** A provider answered a review for the first time. */
export const reviewAnswered = (reviewId: string) => ({
  name: reviewAnsweredName,
  version: 1,
  subject: reviewId,
  data: { reviewId },
});
