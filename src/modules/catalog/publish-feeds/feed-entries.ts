import type { FeedEntry } from '../../../platform/feeds/feed.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { sayState } from '../run-states/say-state.ts';
import { subjectName } from '../subjects/subject-names.ts';
import type { EventScene } from './course-events.ts';

/** A course as feeds tell of it: when it can be joined, what it costs, what it is. */
export function feedEntry(row: CourseRow, { t, site, now }: EventScene): FeedEntry {
  const { document } = row;
  const { title, summary, description, language } = textsIn(row, t.lang);
  const facts = [
    sayState(t, availabilityOf(row.runs, now), dayOf(now)).text,
    sayEffort(t, document.effort),
    sayCosts(t, document.costs, document.certificate),
  ].filter((fact) => fact !== undefined);
  const text = summary ?? description?.slice(0, 400);
  return {
    id: row.id,
    title: row.isSample ? t('catalog.feeds.sample', { title }) : title,
    lang: row.isSample ? t.lang : language,
    url: absoluteUrl(site, t.lang, `/courses/${encodeURIComponent(row.slug)}`),
    summary: [facts.join(' · '), ...(text === undefined ? [] : [text])].join('\n\n'),
    authors: row.providers.length > 0 ? row.providers.map((provider) => provider.name) : [row.platform.name],
    categories: row.subjects.filter(isSubject).map((id) => ({ term: id, label: subjectName(id, t.lang) })),
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  };
}
