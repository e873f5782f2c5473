import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { searchQuery } from '../search-courses/search-address.ts';
import type { CourseQuery } from '../search-courses/search-courses.ts';

const kinds = [
  { path: '/courses.atom', type: 'application/atom+xml', label: 'catalog.feeds.atom' },
  { path: '/courses.rss', type: 'application/rss+xml', label: 'catalog.feeds.rss' },
  { path: '/courses.ics', type: 'text/calendar', label: 'catalog.feeds.ical' },
] as const;

export interface FeedLinksProps {
  readonly t: Translator;
  readonly site: Site;
  readonly query: CourseQuery;
}

export interface FeedLink {
  readonly href: string;
  readonly type: string;
  readonly label: string;
}

/** The same search as feeds and as a calendar: absolute addresses in the language of the page. */
export function feedLinks({ t, site, query }: FeedLinksProps): FeedLink[] {
  const parameters = searchQuery({ ...query, sort: 'best', page: 1 });
  return kinds.map(({ path, type, label }) => ({
    href: absoluteUrl(site, t.lang, path, parameters),
    type,
    label: t(label),
  }));
}

/** For the head of a page that shows a search: programs find its feeds by themselves. */
export function FeedLinks(props: FeedLinksProps) {
  return (
    <>
      {feedLinks(props).map(({ href, type, label }) => (
        <link key={type} rel="alternate" type={type} href={href} title={label} />
      ))}
    </>
  );
}
