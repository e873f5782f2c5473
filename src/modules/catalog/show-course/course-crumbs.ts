import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { subjectName } from '../subjects/subject-names.ts';
import type { ShownCourse } from './show-course.queries.ts';

/** Courses › Management › Project management. */
export function courseCrumbs(
  t: Translator,
  site: Site,
  course: ShownCourse,
): { label: string; href: string }[] {
  const subject = course.subjects.find((id) => id.includes('.')) ?? course.subjects[0];
  const top = subject?.split('.')[0];
  const ids = [...new Set([top, subject])].filter((id) => id !== undefined);
  return [
    { label: t('ui.nav.courses'), href: urlFor(site, t.lang, '/courses') },
    ...ids.map((id) => ({ label: subjectName(id, t.lang), href: urlFor(site, t.lang, `/subjects/${id}`) })),
  ];
}
