import type { OutlineUnit, OutlineBlock } from '../../courses/index.ts';
import { stretchSeconds } from './watched.ts';
import type { FilmCounts } from './watched.queries.ts';

/** A part of a film, in seconds. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface Drop extends Part {
  /** How many of the viewers were still there before it and not after. */
  readonly lost: number;
}

export interface Replay extends Part {
  /** How often its most watched stretch was watched again. */
  readonly times: number;
}

/** A film of a unit with how it was watched. */
export interface FilmFigures {
  readonly unit: OutlineUnit;
  readonly block: OutlineBlock;
  readonly viewers: number;
  /** By stretch, 0 to 1: who was still there, wherever they went after. */
  readonly there: readonly number[];
  readonly again: readonly number[];
  readonly left: readonly number[];
  /** Where most were lost; absent where nobody was. */
  readonly drop?: Drop;
  /** What was watched again most; absent where nothing stands out. */
  readonly replay?: Replay;
}

/** Films of today's outline that enough people watched. */
export function filmFigures(
  units: readonly OutlineUnit[],
  counts: readonly FilmCounts[],
  least: number,
): FilmFigures[] {
  const known = new Map(counts.map((each) => [each.blockId, each]));
  return units.flatMap((unit) =>
    unit.blocks.flatMap((block) => {
      const found = known.get(block.id);
      return found && found.viewers >= least ? [figuresOf(unit, block, found, least)] : [];
    }),
  );
}

function figuresOf(unit: OutlineUnit, block: OutlineBlock, counts: FilmCounts, least: number): FilmFigures {
  const { viewers, again, left } = counts;
  const reached = stillThere(counts);
  const drop = worstDrop(reached);
  const replay = mostReplayed(again, least);
  return {
    ...{ unit, block, viewers, again, left },
    there: reached.map((n) => n / viewers),
    ...(drop && { drop }),
    ...(replay && { replay }),
  };
}

/** Nobody who is there later was gone before, and no more are there than began, whatever players said. */
function stillThere({ reached, viewers }: FilmCounts): number[] {
  const there: number[] = [];
  let most = 0;
  for (const n of reached.toReversed()) {
    most = Math.min(viewers, Math.max(most, n));
    there.unshift(most);
  }
  return there;
}

/** The end of a film is where it is left rightly: its last tenth, and at least its last stretch, count for nothing. */
export function worstDrop(there: readonly number[]): Drop | undefined {
  const last = Math.min(there.length - 1, Math.floor(there.length * 0.9));
  let worst: Drop | undefined;
  for (let at = 1; at < last; at += 1) {
    const lost = (there[at - 1] ?? 0) - (there[at] ?? 0);
    if (lost > (worst?.lost ?? 0)) worst = { from: (at - 1) * stretchSeconds, to: at * stretchSeconds, lost };
  }
  return worst;
}

/**
 * The stretch that was watched again most, with its neighbours that were at least half as often; `least` times, so that
 * nobody stands alone behind it.
 */
export function mostReplayed(again: readonly number[], least: number): Replay | undefined {
  const times = Math.max(0, ...again);
  if (times < least) return undefined;
  const peak = again.indexOf(times);
  const isPart = (at: number) => (again[at] ?? 0) * 2 >= times && (again[at] ?? 0) >= least;
  let [from, to] = [peak, peak + 1];
  while (from > 0 && isPart(from - 1)) from -= 1;
  while (isPart(to)) to += 1;
  return { from: from * stretchSeconds, to: to * stretchSeconds, times };
}

/** Films by the share of viewers that they lose at once, the worst first. */
export const leftMost = (films: readonly FilmFigures[]): FilmFigures[] =>
  films
    .filter(({ drop }) => drop !== undefined)
    .toSorted((a, b) => (b.drop?.lost ?? 0) / b.viewers - (a.drop?.lost ?? 0) / a.viewers);

/** Films with a stretch that many watch again, the most first. */
export const replayedMost = (films: readonly FilmFigures[]): FilmFigures[] =>
  films
    .filter(({ replay }) => replay !== undefined)
    .toSorted((a, b) => (b.replay?.times ?? 0) / b.viewers - (a.replay?.times ?? 0) / a.viewers);
