import { sql } from 'kysely';
import { expect, describe, it } from 'vitest';
import { type Db, openDatabase, tables } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { saveChanges } from '../resolve-course/changes.queries.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { changesKept } from './endpoints/changes.endpoint.ts';
import type { ChangeJson } from './schemas/list-schemas.ts';
import { apiStage } from './testing/api-stage.ts';

const database = await testDatabase();
const { ask, clock } = apiStage(database);

interface Page {
  items: ChangeJson[];
  more: boolean;
  cursor: string;
}
const changes = async (query: string) => (await ask(`/api/v1/changes?${query}`)).body as Page;
/**
 * Asks until so many changes are told: transactions of other databases of the same server hold a feed back for a moment,
 * since their numbers come from one row.
 */
async function told(cursor: string, count: number, more = ''): Promise<Page> {
  const items: ChangeJson[] = [];
  for (let at = cursor, asked = 0; ; asked += 1) {
    clock.forward(1);
    const page = await changes(`cursor=${at}${more}`);
    items.push(...page.items);
    at = page.cursor;
    if (items.length >= count || asked > 5000) return { ...page, items };
  }
}
const beginning = Buffer.from('["changes",{"xid":"0","id":0}]').toString('base64url');
const idOf = async (title: string) => {
  const rows = await sql<{ id: string }>`select id from catalog.course where title = ${title}`.execute(
    tables(database.db),
  );
  return rows.rows[0]?.id ?? '';
};

describe('GET /changes', () => {
  it('tells each change once, in order, from the beginning or from now on', async () => {
    await importing(database.db, [course('a'), course('b'), course('c')]);
    await told(beginning, 3);
    const first = await changes('limit=2');
    expect(first.items.map((item) => item.kind)).toEqual(['created', 'created']);
    expect(first.more).toBe(true);
    const second = await changes(`cursor=${first.cursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.more).toBe(false);
    const now = await changes('from=now');
    expect(now.items).toEqual([]);
    await importing(database.db, [course('a', { level: 'beginner' })], { on: 1, partial: true });
    for (const { cursor } of [second, now]) {
      const { items } = await told(cursor, 1);
      expect(items).toMatchObject([{ kind: 'updated', fields: [{ field: 'level', after: 'beginner' }] }]);
    }
  });

  it('misses nothing when transactions overlap and end in another order', async () => {
    const start = (await changes('from=now')).cursor;
    const other = openDatabase({ url: database.url, maximum: 2 });
    const [a, b] = [await idOf('Course a'), await idOf('Course b')];
    const change = (db: Db, courseId: string) =>
      saveChanges(db, [{ courseId, kind: 'updated', fields: [] }], { now: clock.now() });
    const seen: string[] = [];
    let cursor = start;
    const read = async () => {
      const page = await changes(`cursor=${cursor}`);
      seen.push(...page.items.map((item) => item.course.slug));
      cursor = page.cursor;
    };
    await transact(database.db, async (slow) => {
      await change(slow, a);
      // begins later, ends earlier: its change must wait until the slow one is told too
      await transact(other.db, (quick) => change(quick, b));
      await read();
      expect(seen).toEqual([]);
    });
    const { items } = await told(cursor, 2);
    seen.push(...items.map((item) => item.course.slug));
    expect(seen.sort()).toEqual(['course-a', 'course-b']);
    await other.close();
  });

  it('misses and doubles nothing while many write and one reads', async () => {
    const other = openDatabase({ url: database.url, maximum: 4 });
    const a = await idOf('Course a');
    let cursor = (await changes('from=now')).cursor;
    const heard: unknown[] = [];
    let writing = true;
    const writer = async (name: number) => {
      for (let step = 0; step < 15; step += 1)
        await transact(other.db, async (db) => {
          for (let each = 0; each < 3; each += 1)
            await saveChanges(
              db,
              [
                {
                  courseId: a,
                  kind: 'updated',
                  fields: [{ field: 'title', after: `${name}-${step}-${each}` }],
                },
              ],
              { now: clock.now() },
            );
        });
    };
    const reader = async () => {
      for (let last = false; ;) {
        clock.forward(1);
        const page = await changes(`cursor=${cursor}&limit=7`);
        heard.push(...page.items.map((item) => item.fields[0]?.after));
        cursor = page.cursor;
        if (last && page.items.length === 0 && heard.length >= 3 * 15 * 3) return;
        last = page.items.length === 0 && !writing;
      }
    };
    const writers = Promise.all([1, 2, 3].map(writer)).then(() => void (writing = false));
    await Promise.all([writers, reader()]);
    expect(heard).toHaveLength(3 * 15 * 3);
    expect(new Set(heard).size).toBe(heard.length);
    await other.close();
  });

  it('leaves the sample out unless asked', async () => {
    const { cursor } = await changes('from=now');
    await importing(database.db, [course('s')], { isSample: true, platformName: 'sample' });
    expect((await told(cursor, 1, '&sample=1')).items).toMatchObject([{ sample: true }]);
    expect((await changes(`cursor=${cursor}`)).items).toEqual([]);
  });

  it('says clearly when a cursor is too old, and when it never was one of this catalogue', async () => {
    expect((await ask(`/api/v1/changes?cursor=${beginning}`)).status).toBe(200);
    const ahead = Buffer.from('["changes",{"xid":"4000000000","id":0}]').toString('base64url');
    expect((await ask(`/api/v1/changes?cursor=${ahead}`)).status).toBe(410);
    clock.forward((changesKept + 1) * 86_400);
    const gone = await ask(`/api/v1/changes?cursor=${beginning}`, { 'accept-language': 'en' });
    expect(gone.status).toBe(410);
    expect(gone.body).toMatchObject({ title: 'api.cursor-too-old' });
    // who has read everything is not too late, however long nothing happened
    const { cursor } = await changes('from=now');
    clock.forward((changesKept + 1) * 86_400);
    expect((await ask(`/api/v1/changes?cursor=${cursor}`)).status).toBe(200);
    expect(actorOn().now.getTime()).toBeLessThan(clock.now().getTime());
  });

  it('refuses the cursor of another list', async () => {
    const courses = Buffer.from('["courses",1]').toString('base64url');
    const { status, body } = await ask(`/api/v1/changes?cursor=${courses}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ title: 'api.bad-cursor' });
  });
});
