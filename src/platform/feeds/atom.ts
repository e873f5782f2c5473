import { xmlElement as element, xmlText } from '../xml/xml-text.ts';
import { type Feed, type FeedEntry, updatedAt } from './feed.ts';

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const inside = [
    element('id', feed.self),
    element('title', feed.title),
    element('subtitle', feed.lead),
    element('updated', updatedAt(feed).toISOString()),
    link({ rel: 'self', type: 'application/atom+xml', href: feed.self }),
    link({ rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.page }),
    element('generator', 'Passerelle'),
    ...feed.entries.map(entryOf),
  ];
  const attributes = `xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.lang)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed ${attributes}>\n${inside.join('\n')}\n</feed>\n`;
}

const entryOf = (entry: FeedEntry): string =>
  element(
    'entry',
    [
      element('id', `urn:uuid:${entry.id}`),
      element('title', entry.title),
      element('updated', entry.changedAt.toISOString()),
      element('published', entry.createdAt.toISOString()),
      link({ rel: 'alternate', type: 'text/html', href: entry.url }),
      element('summary', entry.summary, { type: 'text' }),
      ...entry.authors.map((name) => element('author', [element('name', name)])),
      ...entry.categories.map(
        ({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>`,
      ),
    ],
    { 'xml:lang': entry.lang },
  );

const link = (attributes: Readonly<Record<string, string>>): string =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${xmlText(value)}"`)
    .join(' ')}/>`;
