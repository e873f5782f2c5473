import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { course, importing } from '../modules/catalog/testing/catalog-stage.ts';
import { systemActor } from '../platform/actor.ts';
import { tables } from '../platform/db/database.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { testTools } from '../platform/testing/web.ts';
import { installSampleOnce, messageSets } from './wiring.ts';

it('a site that began with courses of its own starts, with people to sign in with and without examples', async () => {
  const database = await testDatabase();
  const tools = testTools(database, { messages: messageSets });
  await importing(database.db, [course('own')]);
  const actor = systemActor('first-run', tools.clock.now(), tools.ids);
  expect(await installSampleOnce(tools, actor)).toEqual(['sample people installed']);
  const left = await sql<{ n: number }>`
    select (select count(*) from editorial.article) + (select count(*) from editorial.event)
      + (select count(*) from lists.list) + (select count(*) from reviews.review) as n`.execute(
    tables(database.db),
  );
  expect(left.rows).toEqual([{ n: 0 }]);
  expect(await installSampleOnce(tools, actor)).toEqual([]);
});
