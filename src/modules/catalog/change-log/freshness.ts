import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf, daysBetween } from '../../../platform/time/clock.ts';
import { saySource } from '../course-words/say-source.ts';
import type { ShownCourse } from '../show-course/show-course.queries.ts';

export type Freshness = 'fresh' | 'aging' | 'old';

/** Heard from a source that lists it within so many days. */
const freshDays = 10;
const agingDays = 45;

type Checked = Pick<ShownCourse, 'state' | 'linkState' | 'linkCheckedAt' | 'sources'>;

/** The source that was heard last, of those that still list the course; what people corrected says nothing of today. */
function lastHeard({ sources }: Checked) {
  return Object.values(sources)
    .filter(({ format, gone }) => format !== 'correction' && !gone)
    .toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1))[0];
}

/** How far what we say of a course can be trusted today. A dead link is never fresh, nor is what nobody lists. */
export function freshnessOf(course: Checked, now: Date): Freshness {
  const heard = lastHeard(course);
  if (!heard || course.state !== 'listed') return 'old';
  const days = daysBetween(heard.seenAt.slice(0, 10), dayOf(now));
  if (days > agingDays) return 'old';
  return days <= freshDays && course.linkState !== 'dead' ? 'fresh' : 'aging';
}

/** "Read 3 days ago in the catalogue of X; organiser's page visited yesterday": what is known, and only that. */
export function sayFreshness(t: Translator, course: ShownCourse, now: Date): string {
  const ago = (day: string) => t.relativeDays(-Math.max(0, daysBetween(day, dayOf(now))));
  const heard =
    lastHeard(course) ?? Object.values(course.sources).find(({ format }) => format !== 'correction');
  const visited = course.linkCheckedAt?.toISOString().slice(0, 10);
  const priced = course.document.costs?.map((line) => line.checkedOn ?? '').toSorted()[0];
  return [
    heard &&
      t('catalog.fresh.read', {
        when: ago(heard.seenAt.slice(0, 10)),
        source: saySource(t, heard, heard.platform ?? course.platform.name),
      }),
    visited &&
      t(course.linkState === 'dead' ? 'catalog.fresh.link-dead' : 'catalog.fresh.link', {
        when: ago(visited),
      }),
    priced && t('catalog.fresh.prices', { day: t.day(priced) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
