import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { hashOf } from '../course-document/document-hash.ts';
import { speaksForCourse } from '../claim-provider/provider-desk.queries.ts';
import { coursesChanged } from '../events.ts';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden } from '../refusals.ts';
import { projectAgain } from '../resolve-course/project-courses.ts';
import { tieAgain } from '../resolve-course/tie-prerequisites.queries.ts';
import {
  type CorrectedCourse,
  type Correction,
  correctionsOf,
  courseToCorrect,
  ownCorrection,
  saveCorrection,
} from './correct-course.queries.ts';

/**
 * A course that one may correct: a moderator any, whoever speaks for a provider the provider's own.
 * @throws Refusal 404 for others, and for merged courses
 */
export async function correctable(db: Db, actor: Actor, courseId: string): Promise<CorrectedCourse> {
  demand(mayLookAfterCourses(actor) || (await isTheirs(db, actor, courseId)), hidden);
  const course = await courseToCorrect(db, courseId);
  demand(course !== undefined && course.state !== 'merged', hidden);
  return course;
}

const isTheirs = async (db: Db, actor: Actor, courseId: string): Promise<boolean> =>
  actor.id !== undefined && (await speaksForCourse(db, actor.id, courseId));

const same = (a: unknown, b: unknown): boolean => hashOf({ it: a ?? null }) === hashOf({ it: b ?? null });

/**
 * Stores what a person says of a course, field by field: only what differs from what stands there now. It wins over
 * every import, earlier and later, until it is withdrawn. `null` says that nothing is known. Returns the fields changed.
 * @throws Refusal 404
 */
export async function correctCourse(
  db: Db,
  actor: Actor,
  input: { readonly courseId: string; readonly says: Correction },
): Promise<string[]> {
  const course = await correctable(db, actor, input.courseId);
  const stands = course.document as Correction;
  const changed = Object.entries(input.says).filter(
    ([field, value]) => !same(value, stands[field as keyof Correction]),
  );
  if (changed.length === 0) return [];
  const before = (await correctionsOf(db, course.id)).find((record) => record.document !== undefined);
  const own = await ownCorrection(db, actor, course.id);
  const said = before?.id === own.id ? before.document : own.document;
  const document: Correction = {
    ...said,
    ...Object.fromEntries(changed.map(([field, value]) => [field, value ?? null])),
  };
  await saveCorrection(db, actor, own, document, hashOf(document));
  await resolveAgain(db, actor, course, own.sourceId);
  const fields = changed.map(([field]) => field);
  await audit(db, actor, 'correct-course', course.id, { fields });
  return fields;
}

/**
 * Takes a correction back: the sources speak again in this field, whichever merge brought the correction here.
 * @throws Refusal 404 also when nobody corrected the field
 */
export async function withdrawCorrection(
  db: Db,
  actor: Actor,
  input: { readonly courseId: string; readonly field: string },
): Promise<void> {
  const course = await correctable(db, actor, input.courseId);
  const records = (await correctionsOf(db, course.id)).filter((record) => input.field in record.document);
  demand(records.length > 0, hidden);
  for (const record of records) {
    const document = Object.fromEntries(
      Object.entries(record.document).filter(([field]) => field !== input.field),
    );
    await saveCorrection(db, actor, record, document, hashOf(document));
  }
  await resolveAgain(db, actor, course, records[0]?.sourceId);
  await audit(db, actor, 'withdraw-correction', course.id, { field: input.field });
}

async function resolveAgain(db: Db, actor: Actor, course: CorrectedCourse, sourceId?: string): Promise<void> {
  await projectAgain(db, actor, [course.id], [], course.isSample, sourceId === undefined ? {} : { sourceId });
  await tieAgain(db, [course.id]);
  await publish(db, actor, coursesChanged([course.id]));
}
