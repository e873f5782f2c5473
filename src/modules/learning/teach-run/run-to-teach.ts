import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayTeach, publishedCourseById } from '../../courses/index.ts';
import { taught } from '../find-place/find-place.ts';
import type { Run, TaughtCourse } from '../find-place/place.ts';
import { runNotFound } from '../refusals.ts';
import { runRow } from './run-to-teach.queries.ts';

export interface RunToTeach {
  readonly run: Run;
  readonly course: TaughtCourse;
  /** How many learners wait for an answer. */
  readonly waiting: number;
}

/**
 * A run, for those who teach it: who learns is nobody else's business. Two statements.
 * @throws Refusal 404 for everybody else, and for a course that was never published
 */
export async function runToTeach(db: Db, actor: Actor, runId: string): Promise<RunToTeach> {
  const row = z.uuid().safeParse(runId).success ? await runRow(db, runId) : undefined;
  demand(row !== undefined && mayTeach(row.staff, actor), runNotFound);
  const course = await publishedCourseById(db, row.courseId);
  if (!course) throw runNotFound();
  return { run: row.run, waiting: row.waiting, course: taught(course) };
}
