import type { CompletionRules, GradedKind, OutlineBlock, OutlineSection } from '../../courses/index.ts';
import { shareOf, type Tally } from './tally.ts';

/** How one kind of graded work stands with somebody. */
export interface KindGrade {
  readonly title: string;
  /** Of the whole grade, 0 to 1. */
  readonly weight: number;
  /** What was reached of it, 0 to 1; the works that went worst are left out as the kind says. */
  readonly reached: number;
  readonly drop: number;
  /** How many works it has in these sections. */
  readonly works: number;
}

/**
 * The grade kind by kind, by the weights of the course; empty where it has none, or none of its works is in these
 * sections. Kinds without works weigh nothing.
 */
export function gradesOf(
  sections: readonly OutlineSection[],
  { grading = [] }: CompletionRules,
  tally: Tally,
): readonly KindGrade[] {
  const blocks = new Map(
    sections
      .flatMap(({ units }) => units)
      .flatMap((unit) => unit.blocks)
      .filter((block) => block.points > 0 && !block.optional)
      .map((block) => [block.id, block]),
  );
  const found = grading.flatMap((kind) => {
    const shares = sharesOfWorks(kind, blocks, tally);
    return shares.length === 0 || kind.weight <= 0 ? [] : [{ kind, shares }];
  });
  const whole = found.reduce((sum, { kind }) => sum + kind.weight, 0);
  return found.map(({ kind: { title, weight, drop }, shares }) => ({
    title,
    weight: weight / whole,
    reached: meanOfBest(shares, drop),
    drop: Math.min(drop, shares.length - 1),
    works: shares.length,
  }));
}

/** Share of the grade that was reached; undefined where no kind of work has a weight. */
export function gradeOf(kinds: readonly KindGrade[]): number | undefined {
  return kinds.length === 0
    ? undefined
    : kinds.reduce((sum, { weight, reached }) => sum + weight * reached, 0);
}

/** What was reached of each work: the points of its blocks together. */
function sharesOfWorks(
  { works }: GradedKind,
  blocks: ReadonlyMap<string, OutlineBlock>,
  tally: Tally,
): number[] {
  return works.flatMap((work) => {
    const parts = work.blocks.flatMap((id) => blocks.get(id) ?? []);
    const most = parts.reduce((sum, { points }) => sum + points, 0);
    if (most === 0) return [];
    const got = parts.reduce((sum, { id, points }) => {
      const told = tally.blocks[id];
      return sum + (told === undefined ? 0 : points * shareOf(told));
    }, 0);
    return [got / most];
  });
}

function meanOfBest(shares: readonly number[], drop: number): number {
  const kept = shares.toSorted((a, b) => b - a).slice(0, Math.max(1, shares.length - drop));
  return kept.reduce((sum, share) => sum + share, 0) / kept.length;
}
