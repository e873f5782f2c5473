import { csv } from './csv.ts';
import { lheo } from './lheo.ts';
import type { FeedFormat } from './feed-format.ts';

/** The formats of tables, syndication feeds and the French training offer. */
export const tableFormats: readonly FeedFormat[] = [csv, lheo];
