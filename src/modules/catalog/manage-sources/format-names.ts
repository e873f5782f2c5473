import { type FeedFormatName, feedFormatNames } from '../formats/feed-format.ts';

/** Formats by the names that their makers gave them; the same in every language. */
const names: Readonly<Record<FeedFormatName, string>> = {
  openedx: 'Open edX',
  'openedx-discovery': 'Open edX course-discovery',
  richie: 'Richie',
  coursera: 'Coursera',
  'edx-rss': 'RSS',
  futurelearn: 'FutureLearn',
  moochub: 'MOOChub',
  'schema-org': 'schema.org',
  lheo: 'LHEO',
  elm: 'European Learning Model',
  csv: 'CSV',
  udacity: 'Udacity',
  iversity: 'iversity',
};

export const formatChoices = feedFormatNames.map((value) => ({ value, label: names[value] }));

export const isFormatName = (name: string): name is FeedFormatName => name in names;

export const formatName = (name: string): string => (isFormatName(name) ? names[name] : name);
