import type { TextScene } from '../../../platform/course-text/render-course-text.ts';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { TaughtCourse } from '../find-place/place.ts';

/** How texts about a course find its units; they show none of its files. */
export function aboutScene({ t, to }: LearnScene, course: TaughtCourse): TextScene {
  const known = new Set(course.outline.sections.flatMap(({ units }) => units.map(({ id }) => id)));
  return {
    fileOf: () => undefined,
    unitAddress: (id) => (known.has(id) ? to(learnPath(course.slug, id)) : undefined),
    tableLabel: t('learning.table'),
  };
}
