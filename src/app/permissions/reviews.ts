import type { AccessRows } from './access.ts';

/** Who may reach which route of the module reviews. */
export const reviewsAccess: AccessRows = {
  operators: `
    GET /operator/scores
    POST /operator/scores`,
  moderators: `
    GET /operator/reviews
    POST /operator/reviews
    GET /operator/reviews/:id
    POST /operator/reviews/:id
    GET /operator/review-log
    GET /operator/proofs
    GET /operator/proofs/:id/file.pdf
    POST /operator/proofs/:id`,
  public: `
    GET /api/v1/exports/reviews.jsonl
    GET /api/v1/exports/reviews.csv
    GET /ranking/ratings.csv
    GET /ranking/scores.csv
    GET /ranking/parameters.json
    GET /courses/:slug/reviews
    GET /reviews/how
    GET /courses/:slug/reviews/topics
    GET /reviews/:id`,
  people: `
    GET /courses/:slug/reviews/new
    POST /courses/:slug/reviews/new
    GET /reviews/:id/edit
    POST /reviews/:id/edit
    GET /reviews/:id/withdraw
    POST /reviews/:id/withdraw
    POST /reviews/:id/take-back
    POST /reviews/:id/helpful
    GET /reviews/:id/answer
    POST /reviews/:id/answer
    GET /account/reviews
    GET /reviews/:id/report
    POST /reviews/:id/report
    GET /reviews/:id/appeal
    POST /reviews/:id/appeal
    GET /reviews/:id/proof
    POST /reviews/:id/proof
    POST /reviews/:id/proof/file`,
};
