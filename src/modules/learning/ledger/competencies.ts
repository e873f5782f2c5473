import type { CourseRules, Outline, OutlineBlock } from '../../courses/index.ts';
import type { PartRef } from './progress-of.ts';
import { isGraded, isPassed } from './standing.ts';
import type { Tally } from './tally.ts';

/** A competency of the course: by what it is shown, and whether it was. */
export interface CompetencyStanding {
  readonly id: string;
  readonly title: string;
  /** Sets, works and packages that test it; in a course that names none, all of its sets. */
  readonly testedBy: readonly (PartRef & { readonly passed: boolean })[];
  /** All that tests it was passed, and something does. */
  readonly acquired: boolean;
}

const canTest = ({ type, points }: OutlineBlock): boolean =>
  type === 'assignment' || ((type === 'questions' || type === 'package') && points > 0);

/**
 * How somebody stands to each competency of a course. A course that does not say what tests which is shown as a whole: by
 * passing every set that counts.
 */
export function competenciesOf(
  outline: Outline,
  { competencies }: Pick<CourseRules, 'competencies'>,
  tally: Tally,
): readonly CompetencyStanding[] {
  const parts = outline.sections
    .flatMap(({ units }) => units)
    .flatMap((unit) =>
      unit.blocks.filter(canTest).map((block) => ({
        block,
        part: {
          unitId: unit.id,
          blockId: block.id,
          title: block.title || unit.title,
          passed: isPassed(tally, block.id),
        },
      })),
    );
  const known = new Set(competencies.map(({ id }) => id));
  const names = parts.some(({ block }) => block.competencies?.some((id) => known.has(id)));
  return competencies.map(({ id, title }) => {
    const testing = parts.filter(({ block }) => (names ? block.competencies?.includes(id) : isGraded(block)));
    const testedBy = testing.map(({ part }) => part);
    return { id, title, testedBy, acquired: testedBy.length > 0 && testedBy.every(({ passed }) => passed) };
  });
}
