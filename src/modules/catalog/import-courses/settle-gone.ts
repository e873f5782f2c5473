import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { projectAgain } from '../resolve-course/project-courses.ts';
import type { ImportUnderWay } from './import-courses.ts';
import { goneCount, keepRefused, markGone, missingFromStage, type SourceShare } from './records.queries.ts';

/** More of a source gone at once than this share, and a person decides. */
const mostGone = 0.2;
/** One course that left a small source is no accident worth a question. */
const alwaysFew = 1;

const tooMany = ({ listed, missing }: SourceShare): boolean =>
  missing > alwaysFew && missing / listed > mostGone;

/** Marks what a complete feed no longer lists; returns how many would go when that is too many to do unasked. */
export async function settleGone(db: Db, actor: Actor, under: ImportUnderWay): Promise<number> {
  const { scene, report, request } = under;
  if (request.dryRun) return foresee(db, under);
  // a record that the feed still holds, but that could not be read this time, is not gone
  await keepRefused(db, scene.sourceId, report.refusedKeys, scene.importId);
  const share = await goneCount(db, scene.sourceId, scene.importId);
  if (share.missing === 0) return 0;
  if (tooMany(share)) return share.missing;
  report.counts.gone = await transact(db, (inner) =>
    letGo(inner, actor, { sourceId: scene.sourceId, importId: scene.importId, isSample: scene.isSample }),
  );
  return 0;
}

async function foresee(db: Db, { scene, report }: ImportUnderWay): Promise<number> {
  const share = await missingFromStage(db, scene.sourceId, scene.importId, report.refusedKeys);
  if (tooMany(share)) return share.missing;
  report.counts.gone = share.missing;
  return 0;
}

/**
 * Marks the records that an import did not see as gone. Courses that other records speak of too are resolved again: the
 * word of those who still list them goes before. Returns how many records went.
 */
export async function letGo(
  db: Db,
  actor: Actor,
  { sourceId, importId, isSample }: { sourceId: string; importId: string; isSample: boolean },
): Promise<number> {
  const { marked, sharedCourses } = await markGone(db, sourceId, importId, actor.now);
  await projectAgain(db, actor, sharedCourses, [], isSample, { sourceId });
  return marked;
}
