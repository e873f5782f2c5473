import { type Actor, hasRole } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand } from '../../../platform/refusal.ts';
import { writeSetting } from '../../../platform/settings/settings.queries.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { hidden } from '../moderate-reviews/moderation-refusals.ts';
import { sumsOfCourses } from '../score-courses/course-sums.queries.ts';
import { fitParameters, type FittedGroup } from '../score-courses/fit-parameters.ts';
import { fairMean } from '../score-courses/score-formula.ts';
import { readScoreSettings, type ScoreSettings, scoreSettingsName } from '../score-courses/score-settings.ts';
import { fitScoresTask } from '../score-courses/scores.jobs.ts';
import { coursesNamed, type NamedCourse, presentMeans } from './preview-scores.queries.ts';

/** How scores are made is the operators' to say, for everybody to read. */
export const mayTuneScores = (actor: Actor): boolean => hasRole(actor, 'operator');

export interface MovedScore {
  readonly course: NamedCourse;
  readonly before: number;
  readonly after: number;
}

export interface ScorePreview {
  /** Rated courses. */
  readonly courses: number;
  /** Scores that would move by a twentieth of a star or more. */
  readonly moved: number;
  /** The ones that would move furthest. */
  readonly furthest: readonly MovedScore[];
  /** All courses together, as it would be fitted. */
  readonly whole: FittedGroup | undefined;
}

const visibleStep = 0.05;
const mostShown = 10;

/** What other figures would make of the scores; nothing is written. One pass over all ratings. */
export async function previewScores(db: Db, actor: Actor, settings: ScoreSettings): Promise<ScorePreview> {
  demand(mayTuneScores(actor), hidden);
  const sums = await sumsOfCourses(db, { settings, referenceDay: dayOf(actor.now) });
  const fit = fitParameters(sums, settings);
  const present = await presentMeans(db);
  const shifts = sums
    .map((course) => ({
      id: course.courseId,
      before: present.get(course.courseId),
      after: fairMean(course, fit.parametersOf(course)),
    }))
    .filter((shift): shift is typeof shift & { before: number } => shift.before !== undefined)
    .sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before));
  const first = shifts.slice(0, mostShown);
  const named = await coursesNamed(
    db,
    first.map(({ id }) => id),
  );
  return {
    courses: sums.length,
    moved: shifts.filter(({ before, after }) => Math.abs(after - before) >= visibleStep).length,
    furthest: first.flatMap(({ id, before, after }) => {
      const course = named.get(id);
      return course ? [{ course, before, after }] : [];
    }),
    whole: fit.groups.find(({ platform, subject }) => platform === '' && subject === ''),
  };
}

/** Chooses the figures; every score is made anew in the background. @throws Refusal 404 for others than operators */
export async function tuneScores(db: Db, actor: Actor, settings: ScoreSettings): Promise<void> {
  demand(mayTuneScores(actor), hidden);
  const before = await readScoreSettings(db);
  await writeSetting(db, actor, scoreSettingsName, settings);
  await audit(db, actor, 'tune-scores', undefined, { before, after: settings });
  await enqueue(db, fitScoresTask, {}, { key: fitScoresTask });
}
