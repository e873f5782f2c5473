import type { AppContext } from '../../../platform/http/environment.ts';
import type { FileRow } from '../course-files/files.queries.ts';
import { filmScene } from '../films/show-film/scene-of-page.ts';
import { courseFiles } from '../show-blocks/course-files.ts';
import type { ViewScene } from './words.tsx';

/** What showing blocks of a draft needs: its files, its addresses, its language. */
export function viewScene(
  c: AppContext,
  course: { readonly id: string; readonly lang: string },
  files: readonly FileRow[],
  to: (end: string) => string,
): ViewScene {
  const { t } = c.var;
  const fileOf = courseFiles(course.id, files);
  return {
    t,
    to,
    lang: course.lang,
    text: {
      fileOf,
      unitAddress: (id) => to(`/units/${id}`),
      tableLabel: t('courses.view.table'),
    },
    fileOf,
    films: filmScene(c, { courseId: course.id, edition: 'draft', files }),
  };
}
