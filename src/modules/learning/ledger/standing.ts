import type { OutlineBlock, OutlineSection, OutlineUnit, Outline } from '../../courses/index.ts';
import type { Tally } from './tally.ts';

/** How a unit stands with somebody: not begun, begun, or nothing left to do in it. */
export type Standing = 'new' | 'begun' | 'done';

/** Blocks that an import kept as source are not shown to learners. */
export const isShown = (block: OutlineBlock): boolean => block.type !== 'source';

/** A unit of which learners see something. */
export const hasContent = (unit: OutlineUnit): boolean => unit.blocks.some(isShown);

/** A unit that has to be seen: one whose every block is optional does not count. */
export const counts = (unit: OutlineUnit): boolean =>
  unit.blocks.some((block) => isShown(block) && !block.optional);

/** Questions or a package that can be passed. */
export const isGraded = (block: OutlineBlock): boolean =>
  (block.type === 'questions' || block.type === 'package') && block.points > 0 && !block.optional;

export const isWork = (block: OutlineBlock): boolean => block.type === 'assignment' && !block.optional;

export const isPassed = (tally: Tally, blockId: string): boolean => tally.blocks[blockId]?.passed === true;

export function standingOf(unit: OutlineUnit, tally: Tally): Standing {
  const isSeen = tally.seen.includes(unit.id);
  const toPass = unit.blocks.filter(isGraded);
  if (isSeen && toPass.every((block) => isPassed(tally, block.id))) return 'done';
  return isSeen || unit.blocks.some((block) => block.id in tally.blocks) ? 'begun' : 'new';
}

/** Minutes that a unit takes: as its author says, else by what stands in it. */
export const minutesOf = (unit: OutlineUnit): number =>
  unit.minutes ?? unit.blocks.reduce((sum, block) => sum + block.minutes, 0);

export const shownUnits = (section: OutlineSection): readonly OutlineUnit[] =>
  section.units.filter(hasContent);

/** Every unit that learners see, in order. */
export const unitsOf = (outline: Outline): readonly OutlineUnit[] => outline.sections.flatMap(shownUnits);

/** Whether nothing that counts is left to do in a section. */
export const isFinished = (section: OutlineSection, tally: Tally): boolean =>
  section.units.filter(counts).every((unit) => standingOf(unit, tally) === 'done');
