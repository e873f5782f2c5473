import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { courses, importing } from '../testing/catalog-stage.ts';
import { storedCourses } from '../testing/stage.queries.ts';

const { db, url } = await testDatabase();
const script = fileURLToPath(new URL('../testing/import-until-killed.ts', import.meta.url));

const connections = async (): Promise<number> => {
  const rows = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'import-until-killed'`.execute(tables(db));
  return rows.rows[0]?.n ?? 0;
};

it('leaves whole batches when its process is killed, and the next import finishes', async () => {
  const child = spawn(process.execPath, [script, url, '2000'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  // the database notices a dead client at once, but not in the same instant
  while ((await connections()) > 0) continue;
  const halfway = await storedCourses(db);
  expect(halfway.length).toBeGreaterThan(900);
  expect(halfway.length).toBeLessThan(2000);
  const again = await importing(db, courses(2000), { platformName: 'killed', on: 1 });
  expect(again).toMatchObject({ read: 2000, refused: 0, state: 'done', unchanged: halfway.length });
  expect(again.created).toBe(2000 - halfway.length);
  expect((await storedCourses(db)).length).toBe(2000);
  const states = await sql<{
    state: string;
  }>`select state from catalog.import order by started_at, id`.execute(tables(db));
  expect(states.rows.map((row) => row.state)).toEqual(['stopped', 'done']);
  const loose = await sql<{ n: number }>`select count(*)::int as n from catalog.course c where not exists
    (select 1 from catalog.record r where r.course_id = c.id)
    or not exists (select 1 from catalog.search_entry s where s.n = c.n)`.execute(tables(db));
  expect(loose.rows[0]?.n).toBe(0);
}, 60_000);
