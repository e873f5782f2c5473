import type { CompletionRules, GradedKind, Unit } from '../../content/course-content.ts';

/** The kind of graded work that a subsection is: the first of which it holds a block. */
export function kindOfUnits(
  units: readonly Unit[],
  { grading = [] }: CompletionRules,
): GradedKind | undefined {
  const inside = new Set(units.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  return grading.find(({ works }) => works.some(({ blocks }) => blocks.some((id) => inside.has(id))));
}

/** The grading policy as Open edX has it: weights that add up to one, and the share from which the course is passed. */
export function gradingPolicy({ grading = [], points }: CompletionRules): Readonly<Record<string, unknown>> {
  const whole = grading.reduce((sum, { weight }) => sum + weight, 0);
  return {
    GRADER: grading.map(({ title, weight, drop, works }) => ({
      type: title,
      short_label: title.slice(0, 20),
      weight: whole === 0 ? 0 : Math.round((weight / whole) * 10_000) / 10_000,
      drop_count: drop,
      min_count: Math.max(1, works.length),
    })),
    GRADE_CUTOFFS: { Pass: points > 0 ? points : 0.5 },
  };
}
