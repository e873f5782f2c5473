import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { catalogModule } from '../../catalog/index.ts';
import { course, importing } from '../../catalog/testing/catalog-stage.ts';
import { insightsMessages } from '../messages/index.ts';
import { courseIds, rate, score } from '../../reviews/testing/ratings.queries.ts';
import { monthOf } from './rankings.jobs.ts';
import { rankingOf, type RankingWish, rankMonth } from './rankings.queries.ts';
import { rankingsRoutes } from './rankings.route.tsx';

const database = await testDatabase();
const { db } = database;
const clock = testClock('2026-12-15T09:00:00Z');
const tools = testTools(database, { messages: [catalogModule().messages, insightsMessages], clock });
const app = testApp(tools, rankingsRoutes);
const get = (path: string) => app.request(`http://localhost:3000${path}`);

const wish: RankingWish = { kind: 'best', month: '2026-12-01', subject: '', language: '' };
const titles = async (more: Partial<RankingWish> = {}) =>
  (await rankingOf(db, { ...wish, ...more })).courses.map(({ title }) => title);

const subjects = [{ scheme: 'label' as const, label: 'Project management' }];
await importing(db, [
  course('a', { languages: ['fr'], subjects }),
  course('b', { languages: ['fr-CA'], subjects }),
  course('c', { languages: ['en'] }),
  course('few', { languages: ['en'] }),
  ...Array.from({ length: 12 }, (_, at) => course(`z${at}`, { languages: ['es'] })),
]);
const ids = await courseIds(db);
const idOf = (key: string) => ids[`Course ${key}`] ?? '';
await score(db, idOf('a'), 4.2, 9);
await score(db, idOf('b'), 4.6, 5);
await score(db, idOf('c'), 4.4, 7);
await score(db, idOf('few'), 4.9, 4);

describe('the ranking of a month', () => {
  it('is empty before the first night, and says what to do', async () => {
    expect(await titles()).toEqual([]);
    expect(await (await get('/en/rankings')).text()).toContain('Nothing to rank yet');
  });

  it('orders the rated by their score, in all, by subject, by language and by both', async () => {
    await rankMonth(db, '2026-12-01', clock.now());
    expect(await titles()).toEqual(['Course b', 'Course c', 'Course a']);
    expect(await titles({ language: 'fr' })).toEqual(['Course b', 'Course a']);
    expect(await titles({ subject: 'business' })).toEqual(['Course b', 'Course a']);
    expect(await titles({ subject: 'business', language: 'en' })).toEqual([]);
    const { subjects: some, languages, months } = await rankingOf(db, wish);
    expect({ some, languages, months }).toEqual({
      some: ['business'],
      languages: ['en', 'fr'],
      months: ['2026-12-01'],
    });
  });

  it('counts the reviews of the month alone, and no lists of one', async () => {
    await rate(db, idOf('c'), '2026-12-01', [1, 2, 3]);
    await rate(db, idOf('a'), '2026-12-31', [5, 5, 5, 5]);
    await rate(db, idOf('b'), '2026-11-30', [5, 5, 5, 5, 5]);
    await rate(db, idOf('few'), '2026-12-10', [5, 5]);
    await rankMonth(db, '2026-12-01', clock.now());
    expect(await titles({ kind: 'reviewed' })).toEqual(['Course a', 'Course c']);
  });

  it('has ten places', async () => {
    for (let at = 0; at < 12; at += 1) await score(db, idOf(`z${at}`), 3 + at / 100, 20);
    await rankMonth(db, '2026-12-01', clock.now());
    expect(await titles()).toHaveLength(10);
    expect(await titles({ language: 'es' })).toHaveLength(10);
  });

  it('stays as it was once the month is over', async () => {
    clock.forward(20 * 86_400);
    expect(monthOf(clock.now())).toBe('2027-01-01');
    const before = await titles();
    await rankMonth(db, '2027-01-01', clock.now());
    expect(await titles()).toEqual(before);
    const page = await (await get('/en/rankings?month=2026-12')).text();
    expect(page).toContain('Course b');
    expect(page).toContain('December 2026');
    expect(page).toContain('better than 80% in its subject');
  });

  it.each([
    '?kind=paid',
    '?month=2026-13',
    '?subject=<script>',
    '?language=%00',
    '?month=9999-99&subject[]=a',
  ])('answers %s like the plain page', async (query) => {
    const answer = await get(`/en/rankings${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('<script>');
  });
});
