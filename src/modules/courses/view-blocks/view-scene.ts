import type { AppContext } from '../../../platform/http/environment.ts';
import { fileAddress, shownFiles } from '../course-files/shown-files.ts';
import type { FileRow } from '../course-files/files.queries.ts';
import type { ViewScene } from './words.tsx';

/** What showing blocks of a draft needs: its files, its addresses, its language. */
export function viewScene(
  c: AppContext,
  course: { readonly id: string; readonly lang: string },
  files: readonly FileRow[],
  to: (end: string) => string,
): ViewScene {
  const { t } = c.var;
  const byId = new Map(files.map((file) => [file.id, file]));
  return {
    t,
    to,
    lang: course.lang,
    text: {
      fileOf: shownFiles(course.id, files),
      unitAddress: (id) => to(`/units/${id}`),
      tableLabel: t('courses.view.table'),
    },
    fileOf: (id) => {
      const file = byId.get(id);
      return file && { name: file.name, type: file.type, href: fileAddress(course.id, file) };
    },
  };
}
