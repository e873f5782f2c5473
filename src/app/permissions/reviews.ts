import type { AccessRows } from './access.ts';

/** Who may reach which route of the module reviews. */
export const reviewsAccess: AccessRows = {
  people: `
    GET /reviews/:id/report
    POST /reviews/:id/report
    GET /reviews/:id/appeal
    POST /reviews/:id/appeal`,
  moderators: `
    GET /operator/reviews
    POST /operator/reviews
    GET /operator/reviews/:id
    POST /operator/reviews/:id
    GET /operator/review-log`,
  public: `
    GET /ranking/ratings.csv
    GET /ranking/scores.csv
    GET /ranking/parameters.json`,
};
