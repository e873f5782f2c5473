import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { coursesChanged, coursesMerged } from '../events.ts';
import { mayLookAfterCourses } from '../policy.ts';
import { cannotMerge, cannotMergeSample, hidden } from '../refusals.ts';
import { projectAgain } from '../resolve-course/project-courses.ts';
import { saveChanges } from '../resolve-course/changes.queries.ts';
import { tieAgain } from '../resolve-course/tie-prerequisites.queries.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import {
  coursesToMerge,
  logMerge,
  markMerged,
  moveRecords,
  pointersTo,
  settlePair,
} from './merge.queries.ts';

export interface MergeInput {
  /** The course whose address stays. */
  readonly keptId: string;
  /** The course whose address leads to the other from now on. */
  readonly goneId: string;
}

/**
 * Makes one course of two: the records of the one that goes speak for the one that stays, after its own. Everything
 * that was moved is written down, so that `splitCourse` can take it back. Returns the merge's id.
 * @throws Refusal 404 for others than moderators, 409 when one of them was merged meanwhile or only one is a sample
 */
export async function mergeCourses(db: Db, actor: Actor, { keptId, goneId }: MergeInput): Promise<string> {
  demand(mayLookAfterCourses(actor), hidden);
  const courses = await coursesToMerge(db, [keptId, goneId]);
  const [kept, gone] = [courses.get(keptId), courses.get(goneId)];
  demand(kept !== undefined && gone !== undefined && kept !== gone, cannotMerge);
  demand(kept.state !== 'merged' && gone.state !== 'merged', cannotMerge);
  demand(kept.isSample === gone.isSample, cannotMergeSample);
  const by = actor.name ?? actor.kind;
  const id = actor.ids.next();
  const recordIds = await moveRecords(db, goneId, keptId);
  const pointers = await pointersTo(db, goneId, keptId);
  await markMerged(db, goneId, keptId, actor.now);
  await logMerge(db, { id, keptId, goneId, recordIds, pointers, by, now: actor.now });
  await projectAgain(db, actor, [keptId], [], kept.isSample, { kind: 'merged', keepSlugs: true });
  await tieAgain(db, [keptId, goneId]);
  await saveChanges(db, [{ courseId: goneId, kind: 'merged', fields: [] }], { now: actor.now });
  await indexCourses(db, [goneId], actor.now);
  await settlePair(db, [keptId, goneId], { id: actor.ids.next(), state: 'merged', by, now: actor.now });
  await audit(db, actor, 'merge-courses', keptId, { gone: goneId, kept: kept.slug, address: gone.slug });
  await publish(db, actor, coursesMerged(keptId, goneId));
  await publish(db, actor, coursesChanged([keptId, goneId]));
  return id;
}
