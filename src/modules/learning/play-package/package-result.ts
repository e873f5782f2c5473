import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ContentOf } from '../../courses/index.ts';
import type { Entry, Result } from '../ledger/entry.ts';
import { blockDone, packageResult } from '../ledger/entry.ts';

/** What a package may say: it was made by strangers, and so was the page that says it. */
export const toldByPackage = z.object({
  /** Of the page that plays it, and the how manieth message of that page. */
  session: z.uuid(),
  number: z.number().int().min(1).max(1_000_000),
  /** Since the page was opened. */
  seconds: z.number().min(0).max(604_800).catch(0).default(0),
  completion: z.enum(['completed', 'incomplete']).optional(),
  success: z.enum(['passed', 'failed']).optional(),
  score: z.number().min(0).max(1).optional(),
  location: z.string().max(1000).optional(),
  suspend: z.string().max(64_000).optional(),
});
export type ToldByPackage = z.infer<typeof toldByPackage>;

/** What is kept so that one can go on where one stopped. */
export type PackageState = Pick<ToldByPackage, 'completion' | 'success' | 'score' | 'location' | 'suspend'>;

export const stateOf = ({ completion, success, score, location, suspend }: ToldByPackage): PackageState => ({
  ...(completion !== undefined && { completion }),
  ...(success !== undefined && { success }),
  ...(score !== undefined && { score }),
  ...(location !== undefined && { location }),
  ...(suspend !== undefined && { suspend }),
});

type Package = Pick<ContentOf<'package'>, 'points' | 'mastery'>;

/** Where the package has a pass mark, the score decides; else what it says itself; else that it is completed. */
function hasPassed({ mastery }: Package, { completion, success, score }: PackageState): boolean {
  if (mastery !== undefined && score !== undefined) return score >= mastery;
  if (success !== undefined) return success === 'passed';
  return completion === 'completed' && mastery === undefined;
}

/** The result in the ledger's words; undefined as long as there is none. */
export function resultOf(content: Package, state: PackageState): Result | undefined {
  if (state.completion !== 'completed' && state.success === undefined && state.score === undefined)
    return undefined;
  const passed = hasPassed(content, state);
  const of = content.points > 0 ? content.points : 1;
  // in whole percent, so that a package that reports each step writes no endless ledger
  const share = Math.round((state.score ?? (passed ? 1 : 0)) * 100) / 100;
  return { points: share * of, of, passed };
}

/** What is new for the ledger; the same result told again is the same entry. */
export function entriesOf(
  { unitId, blockId }: { readonly unitId: string; readonly blockId: string },
  content: Package,
  state: PackageState,
): Entry[] {
  const result = resultOf(content, state);
  if (!result) return [];
  const told = createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 16);
  const isDone = state.completion === 'completed' || result.passed;
  return [packageResult(unitId, blockId, told, result), ...(isDone ? [blockDone(unitId, blockId)] : [])];
}

/** Which sentence answers it. */
export function answerTo(content: Package, state: PackageState): 'saved' | 'done' | 'passed' | 'failed-yet' {
  const result = resultOf(content, state);
  if (!result) return 'saved';
  const isGraded = content.mastery !== undefined || state.success !== undefined;
  if (!isGraded) return state.completion === 'completed' ? 'done' : 'saved';
  if (result.passed) return 'passed';
  return state.completion === 'completed' || state.success === 'failed' ? 'failed-yet' : 'saved';
}
