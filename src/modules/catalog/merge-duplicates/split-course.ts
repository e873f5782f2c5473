import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { courseSplit, coursesChanged } from '../events.ts';
import { mayLookAfterCourses } from '../policy.ts';
import { hidden, splitAlready } from '../refusals.ts';
import { projectAgain } from '../resolve-course/project-courses.ts';
import { tieAgain } from '../resolve-course/tie-prerequisites.queries.ts';
import {
  coursesToMerge,
  giveRecordsBack,
  logSplit,
  mergedInto,
  mergeForUpdate,
  settlePair,
  standAgain,
  turnPointersBack,
} from './merge.queries.ts';

/**
 * Takes a merge back: the course that went stands again at its old address with its own records, and the other one
 * speaks for itself alone, as if they had never been one. Also when the course it went into was merged further since.
 * Both are remembered as two courses. @throws Refusal 404 for others than moderators, 409 when it was split already
 */
export async function splitCourse(
  db: Db,
  actor: Actor,
  mergeId: string,
): Promise<{ readonly courseId: string }> {
  demand(mayLookAfterCourses(actor), hidden);
  const merge = await mergeForUpdate(db, mergeId);
  demand(merge !== undefined, hidden);
  demand(!merge.isSplit, splitAlready);
  const above = await mergedInto(db, merge.goneId);
  const root = above.at(-1) ?? merge.keptId;
  const courses = await coursesToMerge(db, [merge.goneId, root]);
  await giveRecordsBack(db, merge, above);
  await logSplit(db, merge.id, actor.name ?? actor.kind, actor.now);
  const both = [root, merge.goneId];
  await standAgain(db, both, merge.goneId, actor.now);
  const isSample = courses.get(root)?.isSample ?? false;
  await projectAgain(db, actor, both, [], isSample, { kind: 'split', keepSlugs: true });
  await turnPointersBack(db, merge, root);
  await tieAgain(db, both);
  const decision = {
    id: actor.ids.next(),
    state: 'different',
    by: actor.name ?? actor.kind,
    now: actor.now,
  } as const;
  await settlePair(db, [merge.keptId, merge.goneId], decision);
  await audit(db, actor, 'split-course', merge.goneId, { from: root, merge: merge.id });
  await publish(db, actor, courseSplit(root, merge.goneId));
  await publish(db, actor, coursesChanged(both));
  return { courseId: merge.goneId };
}
