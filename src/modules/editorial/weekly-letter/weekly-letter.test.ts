import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { keepAutomaticNews } from '../automatic-news/automatic-news.queries.ts';
import { publishedArticle, someWords } from '../testing/articles.ts';
import { letterStage } from '../testing/letter-stage.ts';
import { findLetter } from './letters.queries.ts';
import { letterInstant, weekOf } from './letter-week.ts';
import { decide, letGoByItself, sendLetters } from './weekly-letter.ts';

const stage = await letterStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const lina = await stage.person('Lina', []);
const send = () => transact(db, (inner) => sendLetters(inner, stage.system(), stage.tools));
const forwardTo = (at: Date) => clock.forward((at.getTime() - clock.now().getTime()) / 1000);
const nextWeek = () => forwardTo(new Date(letterInstant(weekOf(clock.now())).getTime() + 5 * 86_400_000));
const friday = () => forwardTo(letterInstant(weekOf(clock.now())));
const decision = (state: 'approved' | 'held' | 'waiting', word = '') => ({
  lang: 'en' as const,
  week: weekOf(clock.now()),
  state,
  word,
});
const reader = 'reader@example.org';

describe('the weekly letter', () => {
  it('is followed without an account, once the address agreed', async () => {
    const browser = stage.browser();
    const shown = await browser.get('/en/news/letter');
    const id = /name="id" value="([^"]+)"/.exec(shown.html)?.[1] ?? '';
    await browser.post('/en/news/letter', { id, mail: reader, pace: 'at-once', 'want-weekly': 'on' });
    await stage.run('notify-confirm', { id });
    const token = /token=([\w-]+)/.exec((await stage.letters(reader)).at(-1)?.text ?? '')?.[1] ?? '';
    const done = await stage.browser().post('/en/following/confirm', { token });
    expect(done.status).toBe(200);
  });

  it('waits for an editor, then goes once, in full, with a way to stop', async () => {
    const words = { ...someWords, title: 'A new wheel for the mill' };
    const { slug } = await publishedArticle(db, edda.actor(), words);
    const item = { title: 'Milling for beginners', path: '/courses/milling', by: 'The Mill' };
    await transact(db, (inner) =>
      keepAutomaticNews(inner, [{ kind: 'new-courses', items: [item] }], clock.now()),
    );
    friday();
    expect(await send()).toEqual([]);
    await decide(db, edda.actor(), decision('approved', 'Good morning.\n\nThis week was full.'));
    expect(await Promise.all([send(), send()])).toContainEqual(['en']);
    expect(await send()).toEqual([]);
    clock.forward(120);
    await stage.run('notify-deliver');
    const mine = (await stage.letters(reader)).filter(({ text }) => text.includes(words.title));
    expect(mine).toHaveLength(1);
    const text = mine[0]?.text ?? '';
    expect(text).toContain('This week was full.');
    expect(text).toContain(`/en/news/${slug}`);
    expect(text).toContain('Milling for beginners');
    expect(text).toContain('An automatic list');
    expect(text).toMatch(/\/en\/following\/stop\?token=/);
    const page = await stage.browser().get(`/en/news/letter/${weekOf(clock.now())}`);
    expect(page.html).toContain('A new wheel for the mill');
    await expect(decide(db, edda.actor(), decision('held'))).rejects.toMatchObject({ status: 409 });
  });

  it('that is held does not go, even where letters go by themselves', async () => {
    nextWeek();
    await publishedArticle(db, edda.actor(), { ...someWords, title: 'Held back' });
    await letGoByItself(db, edda.actor(), true);
    await decide(db, edda.actor(), decision('held'));
    friday();
    expect(await send()).toEqual(stageLangsWithout('en'));
    expect((await findLetter(db, 'en', weekOf(clock.now())))?.state).toBe('held');
  });

  it('goes by itself where the setting says so, and not before Friday', async () => {
    nextWeek();
    await publishedArticle(db, edda.actor(), { ...someWords, title: 'By itself' });
    expect(await send()).toEqual([]);
    friday();
    expect(await send()).toContain('en');
    await letGoByItself(db, edda.actor(), false);
  });

  it('that has nothing to say does not go', async () => {
    nextWeek();
    await transact(db, (inner) =>
      keepAutomaticNews(inner, [{ kind: 'new-courses', items: [] }], clock.now()),
    );
    await decide(db, edda.actor(), decision('approved'));
    friday();
    clock.forward(8 * 86_400);
    await decide(db, edda.actor(), decision('approved'));
    friday();
    expect(await send()).toEqual([]);
  });

  it('is decided by editors only', async () => {
    await expect(decide(db, lina.actor(), decision('approved'))).rejects.toMatchObject({ status: 403 });
    await expect(letGoByItself(db, lina.actor(), true)).rejects.toMatchObject({ status: 403 });
  });
});

/** The other languages have the computed list to tell. */
const stageLangsWithout = (lang: string): string[] =>
  ['en', 'fr', 'es', 'pt', 'ru', 'zh', 'ar'].filter((each) => each !== lang);

it.each([
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2026-11-29T23:59:59Z', '2026-11-23'],
  ['2026-11-30T00:00:00Z', '2026-11-30'],
])('%s is of the week of %s', (at, week) => {
  expect(weekOf(new Date(at))).toBe(week);
});

it('a week that is none is not found; a week without a letter says so', async () => {
  expect((await stage.browser().get('/en/news/letter/nonsense')).status).toBe(404);
  expect((await stage.browser().get('/en/news/letter/2020-01-06')).html).toContain(
    'No letter went out that week',
  );
});
