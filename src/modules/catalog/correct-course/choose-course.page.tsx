import type { Translator } from '../../../platform/i18n/translator.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { SearchBox } from '../../../platform/ui/search-box.tsx';
import type { FoundCourse } from './correct-course.queries.ts';

export interface ChooseCourseProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly words: string;
  readonly found: readonly FoundCourse[];
}

/** Finds the course to correct; without words shows those corrected last. */
export function ChooseCoursePage({ t, href, words, found }: ChooseCourseProps) {
  return (
    <>
      <Pagehead title={t('catalog.operate.courses')} lead={t('catalog.correct.lead')} />
      <SearchBox
        t={t}
        id="q"
        action={href('/operator/courses')}
        label={t('catalog.correct.search')}
        value={words}
      />
      <section class="section">
        <h2>{t(words === '' ? 'catalog.correct.latest' : 'catalog.correct.found')}</h2>
        {found.length === 0 && <p class="soft">{t('catalog.correct.none')}</p>}
        <ul>
          {found.map((course) => (
            <li key={course.id}>
              <a href={href(`/operator/courses/${course.id}`)}>
                <bdi>{course.title}</bdi>
              </a>{' '}
              <span class="soft">
                <bdi>{course.platform}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
