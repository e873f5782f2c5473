import type { CourseContent } from '../../content/course-content.ts';

/** Whether something in the course runs its own script. */
export const hasPackages = ({ sections }: Pick<CourseContent, 'sections'>): boolean =>
  sections.some(({ units }) =>
    units.some(({ blocks }) => blocks.some(({ content }) => content.type === 'package')),
  );
