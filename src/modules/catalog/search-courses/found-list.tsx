import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Facts } from '../../../platform/ui/facts.tsx';
import type { CourseCard } from './card.ts';
import type { FoundCourses } from './find-courses.ts';

export interface FoundListProps {
  readonly t: Translator;
  readonly site: Site;
  readonly search: FoundCourses;
  /** What one can do with it: a link or a form. */
  readonly actionOf: (card: CourseCard) => ComponentChildren;
}

/** Courses to choose from, each with its one button. */
export function FoundList({ t, site, search, actionOf }: FoundListProps) {
  if (search.q === '') return null;
  if (search.found.length === 0)
    return (
      <p class="soft" role="status">
        {t('catalog.compare.found-none')}
      </p>
    );
  return (
    <ul class="entries found-list" aria-label={t('catalog.compare.found')}>
      {search.found.map((card) => (
        <li key={card.id}>
          <div class="grow">
            <a href={urlFor(site, t.lang, `/courses/${encodeURIComponent(card.slug)}`)} lang={card.language}>
              <bdi>{card.title}</bdi>
            </a>
            <Facts items={[...card.providers.map(({ name }) => name), card.platform.name]} />
          </div>
          {actionOf(card)}
        </li>
      ))}
    </ul>
  );
}
