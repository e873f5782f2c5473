import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { addToCase } from '../moderate-reviews/cases.queries.ts';
import { ownReview, reviewNotFound } from '../refusals.ts';
import * as queries from './report-review.queries.ts';

/** Why somebody thinks that a review should not stand. */
export const reportReasons = [
  'insult',
  'personal-data',
  'advertising',
  'not-taken',
  'copy',
  'not-about-course',
  'unlawful',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** So many a day and person; providers too, who report for free. */
export const reportsADay = 20;

export interface ReportInput {
  readonly reviewId: string;
  readonly reason: ReportReason;
  /** What is wrong, in own words; '' when the reason says it. */
  readonly words: string;
}

/**
 * Puts a published review before moderators. It stays in sight until they have decided; the answer comes by letter.
 * @throws Refusal 404 for reviews that nobody sees, 403 for one's own, 409 for a second report, 429 beyond the day's number
 */
export async function reportReview(
  db: Db,
  actor: Actor,
  { reviewId, reason, words }: ReportInput,
): Promise<void> {
  const review = await queries.reportedReview(db, reviewId, actor.id, actor.now);
  demand(actor.id !== undefined && review !== undefined, reviewNotFound);
  demand(review.authorId !== actor.id, ownReview);
  demand(review.reportsToday < reportsADay, tooManyReports);
  const report = {
    id: actor.ids.next(),
    reviewId,
    personId: actor.id,
    forProvider: review.isOwnCourse,
    reason,
    words,
  };
  demand(await queries.insertReport(db, { ...report, now: actor.now }), reportedAlready);
  const reasons = [{ kind: 'reported' }] as const;
  await addToCase(db, { id: actor.ids.next(), reviewId, kind: 'reported', reasons, now: actor.now });
}

const reportedAlready = () => new Refusal(409, 'reviews.reported-already', 'reviews.report.refusal.already');
const tooManyReports = () =>
  new Refusal(429, 'reviews.too-many-reports', 'reviews.report.refusal.too-many', { retryAfter: 86_400 });
