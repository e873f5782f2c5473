import { addDays } from '../../../platform/time/clock.ts';
import type { Outline, OutlineSection, OutlineUnit } from '../../courses/index.ts';
import { isFinished, standingOf, unitsOf } from './standing.ts';
import type { Tally } from './tally.ts';

/** Whether a section can be entered, and if not, what opens it. */
export type Opening =
  | { readonly open: true }
  | { readonly open: false; readonly on: string }
  | { readonly open: false; readonly after: readonly OutlineSection[] };

/** When the learner's time began and what day it is, both 'YYYY-MM-DD'. */
export interface Pace {
  readonly startOn: string;
  readonly today: string;
}

/** Whether a section is open: by day, and by what comes before it. */
export function openingOf(section: OutlineSection, outline: Outline, tally: Tally, pace: Pace): Opening {
  const on = addDays(pace.startOn, section.opensAfter);
  if (on > pace.today) return { open: false, on };
  const after = outline.sections.filter(
    (each) => section.after.includes(each.id) && each.id !== section.id && !isFinished(each, tally),
  );
  return after.length === 0 ? { open: true } : { open: false, after };
}

/** Units of the sections that are open, in order. */
export const openUnits = (outline: Outline, tally: Tally, pace: Pace): readonly OutlineUnit[] =>
  outline.sections
    .filter((section) => openingOf(section, outline, tally, pace).open)
    .flatMap((section) => unitsOf({ sections: [section] }));

/**
 * Where somebody goes on: the unit where they stopped while something is left in it, else the next one after it, else
 * the first one that is left. Undefined when nothing open is left.
 */
export function resumeAt(
  units: readonly OutlineUnit[],
  tally: Tally,
  lastUnitId: string | null,
): OutlineUnit | undefined {
  const isLeft = (unit: OutlineUnit) => standingOf(unit, tally) !== 'done';
  const at = units.findIndex((unit) => unit.id === lastUnitId);
  return units.slice(Math.max(0, at)).find(isLeft) ?? units.find(isLeft);
}
