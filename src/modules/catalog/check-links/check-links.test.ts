import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { localServer } from '../../../platform/http/fetch/testing/local-server.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { operatorStage } from '../testing/operator-stage.ts';
import { checkLinksJob } from './check-links.job.ts';

const { db, tools, ask, clock } = await operatorStage();
const signal = new AbortController().signal;
const run = () =>
  checkLinksJob.run({ tools, db, actor: systemActor('links', clock.now(), tools.ids), signal }, {});
const linkChanges = async () => {
  const rows =
    await sql`select c.title, h.fields -> 0 -> 'before' as before, h.fields -> 0 ->> 'after' as after
    from catalog.course_change h join catalog.course c on c.id = h.course_id
    where h.fields -> 0 ->> 'field' = 'linkState' order by h.id`.execute(tables(db));
  return rows.rows;
};
const linkStates = async () => {
  const rows = await sql<{
    title: string;
    state: string | null;
  }>`select title, link_state as state from catalog.course
    order by title`.execute(tables(db));
  return rows.rows.map((row) => row.state);
};

it('calls a page dead only after it was gone several times in a row, and alive as soon as it answers', async () => {
  let isBack = false;
  const server = await localServer((request, response) => {
    const gone = request.url === '/gone' && !isBack;
    response.writeHead(gone ? 404 : request.url === '/busy' ? 503 : 200).end();
  });
  await ask('/operator/sources/settings', {
    form: { hosts: `${server.host} robots=ignore`, graceDays: '30' },
  });
  await importing(db, [
    course('a', { url: `${server.origin}/fine` }),
    course('b', { url: `${server.origin}/gone` }),
    course('c', { url: `${server.origin}/busy` }),
  ]);
  await run();
  clock.forward(15 * 86_400);
  await run();
  expect(await linkStates()).toEqual(['alive', null, null]);
  for (let day = 0; day < 2; day += 1) {
    clock.forward(86_401);
    await run();
  }
  expect(await linkStates()).toEqual(['alive', 'dead', null]);
  const page = await ask('/en/operator/links', { as: 'moderator' });
  expect(page.text).toContain('Course b');
  expect(page.text).not.toContain('Course a');
  expect(page.statements.count).toBeLessThanOrEqual(2);
  expect((await ask('/en/operator/links?state=unsure')).text).toContain('Course c');
  expect((await ask('/en/operator/links', { as: 'nobody' })).status).toBe(403);
  isBack = true;
  clock.forward(15 * 86_400);
  await run();
  expect(await linkStates()).toEqual(['alive', 'alive', null]);
  expect(await linkChanges()).toEqual([
    { title: 'Course b', before: null, after: 'dead' },
    { title: 'Course b', before: 'dead', after: 'alive' },
  ]);
  await server.close();
});
