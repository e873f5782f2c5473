import type pg from 'pg';
import { searchCourses } from '../../src/modules/catalog/search-courses/search-courses.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { compare } from '../serving/compare.ts';
import type { BareOrder } from '../serving/bare-server.ts';
import { startBare, startPlatform, stop } from '../serving/processes.ts';
import { benchClock } from './build.ts';

const path = '/fr/courses';

export interface HotPage {
  /** Requests a second. */
  readonly page: number;
  readonly bare: number;
  /** Milliseconds of user and system time a request, of Node and its database backends together. */
  readonly pageCpu: number;
  readonly bareCpu: number;
  readonly bytes: number;
}

/** The catalogue's first page under load, beside a bare server; the median of some rounds taken in turn. */
export async function measureHotPage(url: string, pool: pg.Pool, requests: number): Promise<HotPage> {
  const page = await startPlatform(url);
  const body = await (await fetch(`http://127.0.0.1:${page.port}${path}`)).text();
  const bare = await startBare({ url, body, statements: await statementsOf(url) });
  try {
    const rivals = [page, bare].map((running) => ({ running, ask: () => ({ path }) }));
    const [ours, theirs] = await compare(rivals, pool, { rounds: 5, requests, connections: 6 });
    return {
      page: ours?.perSecond ?? 0,
      bare: theirs?.perSecond ?? 0,
      pageCpu: ours?.cpu ?? 0,
      bareCpu: theirs?.cpu ?? 0,
      bytes: Buffer.byteLength(body),
    };
  } finally {
    await Promise.all([page, bare].map(stop));
  }
}

/** What the page asks of the database, with its values. */
async function statementsOf(url: string): Promise<BareOrder['statements']> {
  const asked: { text: string; values: readonly unknown[] }[] = [];
  const database = openDatabase({ url, maximum: 1 });
  database.pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
    client.query = ((text: unknown, values: unknown, ...more: unknown[]) => {
      if (typeof text === 'string' && Array.isArray(values)) asked.push({ text, values });
      return send(text, values, ...more);
    }) as typeof client.query;
  });
  const query = { q: '', selection: {}, sort: 'best' as const, page: 1 };
  await searchCourses(database.db, query, { now: benchClock.now(), lang: 'fr' });
  await database.close();
  return asked;
}
