import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { scoresChanged } from '../events.ts';
import { sumsOfCourses } from './course-sums.queries.ts';
import { type Fit, fitParameters, storedFit } from './fit-parameters.ts';
import { type CourseSums, fairMean, rawMean } from './score-formula.ts';
import { readScoreSettings } from './score-settings.ts';
import * as queries from './scores.queries.ts';
import type { NewScore, ToldScore } from './scores.queries.ts';

/**
 * Makes the scores of these courses anew after some of their ratings changed: their own ratings are summed, with the
 * priors, m and reference day of the last fit. Idempotent.
 */
export async function scoreCourses(db: Db, actor: Actor, courseIds: readonly string[]): Promise<void> {
  if (courseIds.length === 0) return;
  await queries.lockScores(db);
  const parameters = await queries.storedParameters(db);
  if (!parameters) return fitScores(db, actor);
  const fit = storedFit(await queries.storedGroups(db));
  const sums = await sumsOfCourses(db, parameters, courseIds);
  await queries.saveScores(db, sums.map(scoredBy(fit)), parameters.referenceDay);
  const rated = new Set(sums.map((course) => course.courseId));
  const gone = await queries.deleteScores(
    db,
    courseIds.filter((id) => !rated.has(id)),
  );
  await queries.savePercentiles(db, parameters.settings, courseIds);
  await tell(db, actor, await queries.markTold(db, courseIds), gone);
}

/**
 * Fits priors and m anew, moves the reference day to today and makes every score with them. One pass over all ratings;
 * runs nightly, after an import and when an operator changed a figure.
 */
export async function fitScores(db: Db, actor: Actor): Promise<void> {
  await queries.lockScores(db);
  const settings = await readScoreSettings(db);
  const referenceDay = dayOf(actor.now);
  const sums = await sumsOfCourses(db, { settings, referenceDay });
  const fit = fitParameters(sums, settings);
  await queries.saveFit(db, { referenceDay, settings, fittedAt: actor.now }, fit.groups);
  await queries.saveScores(db, sums.map(scoredBy(fit)), referenceDay);
  const left = await queries.scoredBeside(
    db,
    sums.map((course) => course.courseId),
  );
  const gone = await queries.deleteScores(db, left);
  await queries.savePercentiles(db, settings);
  await tell(db, actor, await queries.markTold(db), gone);
}

const scoredBy =
  (fit: Fit) =>
  (course: CourseSums): NewScore => {
    const { prior, m } = fit.parametersOf(course);
    return { ...course, prior, m, mean: fairMean(course, { prior, m }), rawMean: rawMean(course) };
  };

/** Courses that one event tells of. */
const eventSize = 300;

/** A course whose last rating went is told with count 0. */
async function tell(
  db: Db,
  actor: Actor,
  changed: readonly ToldScore[],
  gone: readonly string[],
): Promise<void> {
  const all = [...changed, ...gone.map((courseId) => ({ courseId, mean: 0, count: 0 }))];
  for (let at = 0; at < all.length; at += eventSize) {
    await publish(db, actor, scoresChanged(all.slice(at, at + eventSize)));
  }
}
