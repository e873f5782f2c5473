import type { Entry, Result } from './entry.ts';

/** The best that came of a block. */
export interface BlockTally extends Result {
  /** Said to be done: "I have done this", a poll answered, work handed in. */
  readonly done?: boolean;
}

/** What the ledger comes to, whatever order its entries came in and however often each came. */
export interface Tally {
  readonly seen: readonly string[];
  readonly blocks: Readonly<Record<string, BlockTally>>;
  /** A teacher said that the course is completed. */
  readonly byHand: boolean;
}

export const emptyTally: Tally = { seen: [], blocks: {}, byHand: false };

/** The tally with one more entry. Adding is commutative and idempotent, so that it can be done in any order, again. */
export function withEntry(tally: Tally, entry: Entry): Tally {
  if (entry.kind === 'completed') return tally;
  if (entry.kind === 'unit-seen') return withSeen(tally, entry.unitId);
  if (entry.kind === 'block-done') return withBlock(tally, entry.blockId, { ...nothing, done: true });
  if (entry.kind === 'marked-by-hand') {
    if (entry.blockId !== undefined) return withBlock(tally, entry.blockId, byHand);
    return entry.unitId === undefined ? { ...tally, byHand: true } : withSeen(tally, entry.unitId);
  }
  return withBlock(tally, entry.blockId, entry.data);
}

export const tallyOf = (entries: readonly Entry[]): Tally => entries.reduce(withEntry, emptyTally);

const nothing: Result = { points: 0, of: 0, passed: false };
/** Above any judgement that people and machines make of answers. */
const byHand: BlockTally = { points: 1, of: 1, passed: true, judgement: 1_000_000, done: true };

function withSeen(tally: Tally, unitId: string): Tally {
  if (tally.seen.includes(unitId)) return tally;
  // by name, so that the same ledger in another order is the same tally
  return { ...tally, seen: [...tally.seen, unitId].sort() };
}

function withBlock(tally: Tally, blockId: string, more: BlockTally): Tally {
  const before = Object.hasOwn(tally.blocks, blockId) ? tally.blocks[blockId] : undefined;
  const pairs = Object.entries({ ...tally.blocks, [blockId]: before ? joined(before, more) : tidy(more) });
  return { ...tally, blocks: Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The later judgement counts; of the same, the better of each. */
function joined(one: BlockTally, other: BlockTally): BlockTally {
  const done = one.done === true || other.done === true;
  const rank = (one.judgement ?? 0) - (other.judgement ?? 0);
  if (rank !== 0) return tidy({ ...(rank > 0 ? one : other), done });
  const best = isBetter(one, other) ? one : other;
  return tidy({
    points: best.points,
    of: best.of,
    passed: one.passed || other.passed,
    finished: one.finished === true || other.finished === true,
    judgement: one.judgement ?? 0,
    done,
  });
}

/** The larger share of its points; of equal shares the one out of more. */
function isBetter(one: Result, other: Result): boolean {
  const difference = shareOf(one) - shareOf(other);
  return difference === 0 ? one.of >= other.of : difference > 0;
}

/** 0 to 1; nothing to be had is nothing reached. */
export const shareOf = ({ points, of }: Pick<Result, 'points' | 'of'>): number => (of > 0 ? points / of : 0);

/** What says nothing is left out, so that equal tallies look alike. */
const tidy = ({ points, of, passed, finished, judgement, done }: BlockTally): BlockTally => ({
  points,
  of,
  passed,
  ...(finished === true && { finished }),
  ...(judgement !== undefined && judgement > 0 && { judgement }),
  ...(done === true && { done }),
});
