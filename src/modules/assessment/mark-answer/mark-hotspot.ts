import type { QuestionOf } from '../../courses/index.ts';
import { type Mark, marked } from './mark.ts';
import { contains, type Point } from './shapes.ts';

/** A point in any of the right places is right. */
export function markPoint(question: QuestionOf<'hotspot'>, point: Point): Mark {
  const hit = question.places.some((place) => question.right.includes(place.id) && contains(place, point));
  return marked(hit ? 1 : 0);
}

/** A place chosen by its name. */
export const markPlace = (question: QuestionOf<'hotspot'>, id: string): Mark =>
  marked(question.right.includes(id) ? 1 : 0);
