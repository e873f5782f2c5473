import { coursera } from './coursera.ts';
import type { FeedFormat } from './feed-format.ts';
import { futurelearn } from './futurelearn.ts';
import { iversity } from './iversity.ts';
import { openedxDiscovery } from './openedx-discovery.ts';
import { openedx } from './openedx.ts';
import { richie } from './richie.ts';
import { udacity } from './udacity.ts';

/** The formats that are JSON of one platform each. */
export const jsonFormats: readonly FeedFormat[] = [
  openedx,
  openedxDiscovery,
  richie,
  coursera,
  futurelearn,
  udacity,
  iversity,
];
