import type { Translator } from '../../../platform/i18n/translator.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import type { CourseQuery } from '../search-courses/search-courses.ts';
import { subjectName } from '../subjects/subject-names.ts';

/** A search in a few words, as the title of its feed: "Courses: paie, Accounting, French". */
export function sayQuery(t: Translator, { q, selection }: CourseQuery): string {
  const chosen = Object.entries(selection).flatMap(([facet, values]) =>
    values.map((value) => {
      if (facet === 'subject') return isSubject(value) ? subjectName(value, t.lang) : value;
      return facet === 'language' || facet === 'subtitles' ? t.languageName(value) : value;
    }),
  );
  const words = [q.trim(), ...chosen].filter((word) => word !== '');
  return words.length === 0
    ? t('catalog.feeds.title')
    : t('catalog.feeds.title-for', { query: words.join(', ') });
}
