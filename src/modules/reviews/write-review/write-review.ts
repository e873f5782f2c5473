import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { reviewChanged } from '../events.ts';
import { hasCompleted } from '../completed-here/completed-here.queries.ts';
import { examineReview, type ReviewFacts } from '../examine-review/examine-review.ts';
import { openCase } from '../moderate-reviews/open-case.ts';
import { proveCompletion } from '../prove-review/settle-proof.ts';
import {
  courseNotFound,
  ownCourse,
  reviewMoved,
  runElsewhere,
  signedOut,
  tooManyReviews,
} from '../refusals.ts';
import { logTransition } from '../review-states/change-state.queries.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import type { ReviewState } from '../tables.ts';
import type { ReviewInput } from './review-form.ts';
import * as queries from './write-review.queries.ts';

/** How often one person may write or edit. */
export const mostAnHour = 12;
export const mostADay = 40;

export interface NewReview {
  /** Made with the form: sending it twice is harmless. */
  readonly id: string;
  readonly courseId: string;
  readonly says: ReviewInput;
}

export interface WrittenReview {
  readonly reviewId: string;
  readonly state: ReviewState;
  /** There is another review of this person and course: nothing was written, theirs can be edited. */
  readonly isOther: boolean;
}

/**
 * Writes a review: published at once, or held where a rule finds a reason that a person should look at.
 * @throws Refusal 401 for visitors, 403 for the provider's own people, 404 for unknown courses, 409 for an id that is
 *   somebody else's, 422 for a run of another course, 429 past the limits
 */
export async function writeReview(
  db: Db,
  actor: Actor,
  { id, courseId, says }: NewReview,
): Promise<WrittenReview> {
  const personId = personOf(actor);
  const course = await queries.courseToReview(db, { id: courseId }, personId);
  demand(course !== undefined, courseNotFound);
  demand(course.ownProvider === null, () => ownCourse(course.ownProvider ?? ''));
  demand(isRunOf(course, says), runElsewhere);
  const inTheWay = await queries.reviewInTheWay(db, { id, courseId, personId });
  if (inTheWay) return { reviewId: inTheWay.id, state: inTheWay.state, isOther: inTheWay.id !== id };
  await demandModeration(db, personId, actor);
  const reasons = await examineReview(db, actor, factsOf({ id, courseId, personId, says }));
  const state = reasons.length > 0 ? 'held' : 'published';
  if (!(await queries.insertReview(db, actor, { id, courseId, personId, state, input: says })))
    return readSentMeanwhile(db, { id, courseId, personId });
  await logTransition(db, actor, {
    reviewId: id,
    deed: 'write',
    role: 'author',
    why: '',
    to: state,
    version: 1,
  });
  if (state === 'held') await openCase(db, actor, { reviewId: id, reasons });
  else await countReview(db, actor, { id, courseId, stars: says.stars });
  if (await hasCompleted(db, personId, courseId)) await proveCompletion(db, actor, { personId, courseId });
  await publish(db, actor, reviewChanged({ reviewId: id, courseId, after: state }));
  return { reviewId: id, state, isOther: false };
}

/** The id of the person who acts. @throws Refusal 401 for anybody else */
export function personOf(actor: Actor): string {
  demand(actor.kind === 'person' && actor.id !== undefined, signedOut);
  return actor.id;
}

/** A person who writes reviews without an end is no reader. @throws Refusal 429 */
export async function demandModeration(db: Db, personId: string, { now }: Actor): Promise<void> {
  const { hour, day } = await queries.writtenLately(db, personId, now);
  demand(day < mostADay, () => tooManyReviews(86_400));
  demand(hour < mostAnHour, () => tooManyReviews(3_600));
}

/** The run is one of the course's, or none. */
export const isRunOf = (course: queries.CourseToReview, { runId }: ReviewInput): boolean =>
  runId === undefined || course.runs.some((run) => run.id === runId);

interface Said {
  readonly id: string;
  readonly courseId: string;
  readonly personId: string;
  readonly says: ReviewInput;
}

/** What the rules of moderation look at. */
export function factsOf({ id, courseId, personId, says }: Said): ReviewFacts {
  const { body, pros, cons, forWhom, lang, stars } = says;
  const texts = Object.entries({ body, pros, cons, forWhom }).filter(([, text]) => text !== undefined);
  return { reviewId: id, courseId, personId, lang, stars, texts: Object.fromEntries(texts) };
}

const countReview = (db: Db, actor: Actor, review: { id: string; courseId: string; stars: number }) =>
  keepRating(db, actor, {
    reviewId: review.id,
    courseId: review.courseId,
    ratedOn: dayOf(actor.now),
    stars: review.stars,
    proof: 'none',
  });

/** Two sendings at the same time: the second one finds what the first one wrote. */
async function readSentMeanwhile(
  db: Db,
  sent: { readonly id: string; readonly courseId: string; readonly personId: string },
): Promise<WrittenReview> {
  const there = await queries.reviewInTheWay(db, sent);
  demand(there !== undefined, reviewMoved);
  return { reviewId: there.id, state: there.state, isOther: there.id !== sent.id };
}
