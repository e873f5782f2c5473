import { createHash } from 'node:crypto';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { type CourseAbout, type CourseRules } from '../content/course-content.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { askToList } from '../list-in-catalogue/list-in-catalogue.job.ts';
import { mayEdit, mayPublish } from '../policy.ts';
import { courseNotFound, describedMeanwhile } from '../refusals.ts';
import { describedCourse, setAbout, setRules, setState } from './describe-course.queries.ts';

/** Tells what somebody saw from what has become of it since. */
export const sealOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

export type Described =
  | { readonly courseId: string; readonly seal: string; readonly about: CourseAbout }
  | { readonly courseId: string; readonly seal: string; readonly rules: CourseRules };

/** Changes what the draft says of itself, or its rules. @throws Refusal 403, 404, 409 when somebody was faster */
export async function describeCourse(db: Db, actor: Actor, input: Described): Promise<void> {
  const { courseId, seal } = input;
  await holdCourse(db, actor, courseId, mayEdit);
  const present = await describedCourse(db, courseId);
  if (!present) throw courseNotFound();
  demand(sealOf('about' in input ? present.about : present.rules) === seal, describedMeanwhile);
  if ('about' in input) await setAbout(db, courseId, input.about);
  else await setRules(db, courseId, input.rules);
  await touchCourse(db, courseId, actor.now);
}

/** Nobody can begin the course any more; who has begun goes on. @throws Refusal 403, 404 */
export async function archiveCourse(db: Db, actor: Actor, courseId: string): Promise<void> {
  await holdCourse(db, actor, courseId, mayPublish);
  await setState(db, courseId, 'archived');
  await askToList(db);
}

/** Back to what it was before it was archived. @throws Refusal 403, 404 */
export async function reopenCourse(db: Db, actor: Actor, courseId: string): Promise<void> {
  const { state, versionId } = await holdCourse(db, actor, courseId, mayPublish);
  if (state !== 'archived') return;
  await setState(db, courseId, versionId === null ? 'draft' : 'published');
  await askToList(db);
}
