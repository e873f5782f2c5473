import { csv } from './csv.ts';
import { edxRss } from './edx-rss.ts';
import type { FeedFormat } from './feed-format.ts';
import { lheo } from './lheo.ts';

/** The formats of tables, syndication feeds and the French training offer. */
export const tableFormats: readonly FeedFormat[] = [csv, edxRss, lheo];
