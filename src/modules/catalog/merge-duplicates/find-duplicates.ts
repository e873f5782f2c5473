import type { Db } from '../../../platform/db/database.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import {
  candidatesFor,
  coursesToCompare,
  type NewProposal,
  replaceProposals,
} from './find-duplicates.queries.ts';
import { compareCourses, scoreOf, worthAsking } from './likeness.ts';

/** Titles less alike than this are not looked at. */
const leastLikeness = 0.6;

/**
 * Looks for courses that may be the same as these, and proposes the pairs that are worth a person's time. What was
 * proposed about them before and is not answered yet is replaced. Returns how many pairs are proposed.
 */
export async function findDuplicates(
  db: Db,
  { now, ids }: { readonly now: Date; readonly ids: Ids },
  courseIds: readonly string[],
): Promise<number> {
  const candidates = await candidatesFor(db, courseIds, leastLikeness);
  const courses = await coursesToCompare(db, [...new Set(candidates.flatMap(({ a, b }) => [a, b]))]);
  const proposals = candidates.flatMap(({ a, b, titles, sameUrl }): NewProposal[] => {
    const [one, other] = [courses.get(a), courses.get(b)];
    const reasons = one && other && compareCourses({ a: one, b: other, titles, sameUrl });
    if (!reasons || scoreOf(reasons) < worthAsking) return [];
    return [{ id: ids.next(), a, b, score: scoreOf(reasons), reasons }];
  });
  await replaceProposals(db, courseIds, proposals, now);
  return proposals.length;
}
