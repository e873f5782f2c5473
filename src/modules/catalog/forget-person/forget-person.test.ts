import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock } from '../../../platform/testing/web.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { createPerson } from '../../accounts/index.ts';
import { installSample } from '../sample/install-sample.ts';
import { catalogPersonalData } from './forget-person.ts';

const { db } = await testDatabase();
const clock = testClock();
const actor = systemActor('test', clock.now(), systemIds(clock));

it('shows what somebody did for the catalogue, and forgets who it was', async () => {
  await installSample(db, actor, '2026-12-01');
  const id = await createPerson(db, actor, { name: 'Zenobia Test', address: 'z@example.org', lang: 'en' });
  if (id === undefined) throw new Error('nobody was created');
  await sql`update catalog.claim set actor_id = ${id}, actor = 'Zenobia Test'
    where record_id = (select min(id::text)::uuid from catalog.record)`.execute(tables(db));
  await sql`update catalog.import set actor_id = ${id}, actor = 'Zenobia Test', decided_by = 'Zenobia Test'`.execute(
    tables(db),
  );
  const before = (await catalogPersonalData.export(db, id)) as { corrections: unknown[]; imports: unknown[] };
  expect(before.corrections).toHaveLength(1);
  expect(before.imports.length).toBeGreaterThan(0);

  await catalogPersonalData.erase(db, actor, id);
  const left = await sql<{ n: number }>`select
    (select count(*) from catalog.claim where actor = 'Zenobia Test' or actor_id = ${id})
    + (select count(*) from catalog.import where 'Zenobia Test' in (actor, decided_by) or actor_id = ${id}) as n`.execute(
    tables(db),
  );
  expect(left.rows).toEqual([{ n: 0 }]);
  expect(await catalogPersonalData.export(db, id)).toEqual({
    corrections: [],
    imports: [],
    proposals: [],
    providers: { speaksFor: [], asked: [] },
  });
});
