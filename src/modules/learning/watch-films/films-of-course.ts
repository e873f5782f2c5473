import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { OutlineBlock, OutlineUnit } from '../../courses/index.ts';
import { blockNotFound } from '../refusals.ts';
import { unitsOf } from '../ledger/standing.ts';
import { courseOf, smallestGroup } from '../tell-author/to-do.ts';
import type { CourseToImprove } from '../tell-author/to-do.queries.ts';
import { filmFigures, type FilmFigures } from './film-figures.ts';
import { filmCounts } from './watched.queries.ts';

export interface FilmsOfCourse {
  readonly course: CourseToImprove;
  /** In the order of the course. */
  readonly films: readonly FilmFigures[];
}

/** How the films of a course are watched, for those who teach it, in one run or in all. Two statements. @throws Refusal 404 */
export async function filmsOfCourse(
  db: Db,
  actor: Actor,
  { courseId, runId }: { readonly courseId: string; readonly runId: string | undefined },
): Promise<FilmsOfCourse> {
  const course = await courseOf(db, actor, courseId);
  const counts = await filmCounts(db, { courseId: course.id, runId, least: smallestGroup });
  const units = course.outline ? unitsOf(course.outline) : [];
  return { course, films: filmFigures(units, counts, smallestGroup) };
}

export interface OneFilm {
  readonly unit: OutlineUnit;
  readonly block: OutlineBlock;
  /** Absent while too few people watched it. */
  readonly figures: FilmFigures | undefined;
}

/** One of them. @throws Refusal 404 for what is no film of the course */
export function filmOf({ course, films }: FilmsOfCourse, blockId: string): OneFilm {
  for (const unit of course.outline ? unitsOf(course.outline) : []) {
    const block = unit.blocks.find(({ id, type }) => id === blockId && type === 'video');
    if (block) return { unit, block, figures: films.find((each) => each.block.id === blockId) };
  }
  throw blockNotFound();
}
