import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock } from '../../../platform/testing/web.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { installSample } from '../sample/install-sample.ts';
import { rebuildIndex } from './rebuild-index.job.ts';

const { db } = await testDatabase();
const clock = testClock();
const actor = systemActor('test', clock.now(), systemIds(clock));

it('makes every entry again after an upgrade, once', async () => {
  const { courses } = await installSample(db, actor, '2026-12-01');
  await sql`update catalog.search_entry set card = '{"id":"x","slug":"x","title":"Old"}'`.execute(tables(db));
  expect(await rebuildIndex(db, actor)).toBe(courses);
  const old = await sql<{
    n: number;
  }>`select count(*)::int as n from catalog.search_entry where card like '%"Old"%'`.execute(tables(db));
  expect(old.rows).toEqual([{ n: 0 }]);
  expect(await rebuildIndex(db, actor)).toBe(0);
});
