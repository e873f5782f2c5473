import { xmlElement as element, xmlText } from '../xml/xml-text.ts';
import { type Feed, type FeedEntry, updatedAt } from './feed.ts';

/** Minutes for which programs need not ask again. */
const restMinutes = 60;

/** An RSS 2.0 feed, with the links of Atom and the authors of Dublin Core that readers know. */
export function rssFeed(feed: Feed): string {
  const inside = [
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.lead),
    element('language', feed.lang),
    element('lastBuildDate', updatedAt(feed).toUTCString()),
    element('ttl', String(restMinutes)),
    element('generator', 'Passerelle'),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(feed.self)}"/>`,
    ...feed.entries.map(itemOf),
  ];
  const spaces = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${spaces}>\n<channel>\n${inside.join('\n')}\n</channel>\n</rss>\n`;
}

const itemOf = (entry: FeedEntry): string =>
  element('item', [
    element('title', entry.title),
    element('link', entry.url),
    // a course that changed is told again
    element('guid', `urn:uuid:${entry.id}#${entry.changedAt.getTime()}`, { isPermaLink: 'false' }),
    element('pubDate', entry.changedAt.toUTCString()),
    element('description', xmlText(entry.summary).replaceAll('\n', '<br>')),
    ...entry.authors.map((name) => element('dc:creator', name)),
    ...entry.categories.map(({ label }) => element('category', label)),
  ]);
