import type { ContentOf } from '../../courses/index.ts';

export type Assignment = ContentOf<'assignment'>;

/** Name of the field of a criterion. */
export const levelField = (criterionId: string): string => `level:${criterionId}`;

export interface Judged {
  /** By criterion: id of the level. */
  readonly levels: Readonly<Record<string, string>>;
  /** Criteria of which no level was chosen. */
  readonly missing: readonly string[];
  /** Points of the assignment that the levels come to. */
  readonly points: number;
}

/** The levels that a form says, and what they come to: the share of the best levels' points, of the assignment's own. */
export function judgedBy({ criteria, points }: Assignment, form: URLSearchParams): Judged {
  const levels: Record<string, string> = {};
  let reached = 0;
  let most = 0;
  for (const criterion of criteria) {
    if (criterion.levels.length === 0) continue;
    most += Math.max(...criterion.levels.map((level) => level.points));
    const level = criterion.levels.find(({ id }) => id === form.get(levelField(criterion.id)));
    if (!level) continue;
    levels[criterion.id] = level.id;
    reached += level.points;
  }
  const missing = criteria.filter(({ id, levels: own }) => own.length > 0 && levels[id] === undefined);
  return {
    levels,
    missing: missing.map(({ id }) => id),
    points: most > 0 ? Math.max(0, (reached / most) * points) : points,
  };
}
