import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { CourseResult } from './course-result.tsx';
import type { SearchResult } from './search-courses.ts';

export interface CourseListProps {
  readonly t: Translator;
  readonly site: Site;
  readonly results: readonly SearchResult[];
  readonly now: Date;
}

/** Some courses below a heading of second level, each leading to its page. */
export function CourseList({ t, site, results, now }: CourseListProps) {
  return (
    <div class="list">
      {results.map((result) => (
        <CourseResult
          key={result.card.slug}
          t={t}
          result={result}
          today={dayOf(now)}
          hrefOf={(slug) => urlFor(site, t.lang, `/courses/${encodeURIComponent(slug)}`)}
          level={3}
        />
      ))}
    </div>
  );
}
