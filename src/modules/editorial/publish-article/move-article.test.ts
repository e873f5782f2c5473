import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { articleAt, draftArticle, publishedArticle, someWords } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import { writeText } from '../write-article/write-text.ts';
import {
  archiveArticle,
  publishArticle,
  publishDue,
  reopenArticle,
  scheduleArticle,
  unscheduleArticle,
} from './move-article.ts';

const stage = await editorialStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const lina = await stage.person('Lina', []);
const moveOf = async (articleId: string) => ({
  articleId,
  version: (await articleAt(db, articleId)).version,
});
const inAnHour = () => new Date(clock.now().getTime() + 3_600_000);
const later = async (id: string, at = inAnHour()) =>
  scheduleArticle(db, edda.actor(), { ...(await moveOf(id)), at, zone: 'Europe/Paris' });
const due = () => transact(db, (inner) => publishDue(inner, stage.system()));

describe('publishing', () => {
  it('shows readers what was written then, not what is written after', async () => {
    const { id, slug } = await publishedArticle(db, edda.actor());
    expect(slug).toBe('the-mill-turns-again');
    await writeText(db, edda.actor(), {
      articleId: id,
      lang: 'en',
      words: { ...someWords, body: 'Half a sen' },
      version: 1,
    });
    const article = await articleAt(db, id);
    expect(article.live?.texts.en?.body).toBe('One comes *on foot*.');
    expect(article.draft.texts.en?.body).toBe('Half a sen');
    await publishArticle(db, edda.actor(), await moveOf(id));
    expect((await articleAt(db, id)).live?.texts.en?.body).toBe('Half a sen');
  });

  it('gives an address of its own, and keeps every earlier one', async () => {
    const words = { ...someWords, title: 'Ünïque — naïve “title”' };
    const first = await publishedArticle(db, edda.actor(), words);
    const second = await publishedArticle(db, edda.actor(), words);
    expect([first.slug, second.slug]).toEqual(['unique-naive-title', 'unique-naive-title-2']);
    const renamed = { ...words, title: 'Another title' };
    await writeText(db, edda.actor(), { articleId: first.id, lang: 'en', words: renamed, version: 1 });
    await publishArticle(db, edda.actor(), await moveOf(first.id));
    const browser = stage.browser();
    const old = await browser.send('/en/news/unique-naive-title', { method: 'GET' });
    expect([old.status, old.headers.get('location')]).toEqual([301, '/en/news/another-title']);
    await writeText(db, edda.actor(), { articleId: first.id, lang: 'en', words, version: 2 });
    await publishArticle(db, edda.actor(), await moveOf(first.id));
    expect((await articleAt(db, first.id)).slug).toBe('unique-naive-title');
  });

  it.each([
    ['title', { title: ' ' }],
    ['summary', { summary: '' }],
    ['body', { body: '\n' }],
    ['picture-alt', { body: '![](picture:01930000-0000-7000-8000-000000000001)' }],
  ])('waits for what is missing: %s', async (lack, change) => {
    const id = await draftArticle(db, edda.actor(), { ...someWords, ...change });
    const refused = { status: 422, messageKey: `editorial.lack.${lack}` };
    await expect(publishArticle(db, edda.actor(), await moveOf(id))).rejects.toMatchObject(refused);
    await expect(later(id)).rejects.toMatchObject(refused);
  });

  it('waits for a second language that was begun', async () => {
    const id = await draftArticle(db, edda.actor());
    const words = { title: 'Le moulin', summary: '', body: '', coverAlt: '' };
    await writeText(db, edda.actor(), { articleId: id, lang: 'fr', words, version: 0 });
    await expect(publishArticle(db, edda.actor(), await moveOf(id))).rejects.toMatchObject({ status: 422 });
  });

  it('asks who saw an older article to look again', async () => {
    const id = await draftArticle(db, edda.actor());
    const { version } = await articleAt(db, id);
    await expect(
      publishArticle(db, edda.actor(), { articleId: id, version: version - 1 }),
    ).rejects.toMatchObject({ status: 409 });
  });
});

describe('a scheduled article', () => {
  it('goes out at its instant, once, as it stands then', async () => {
    const id = await draftArticle(db, edda.actor());
    await later(id);
    expect(await due()).toBe(0);
    const words = { ...someWords, body: 'Mended meanwhile' };
    await writeText(db, edda.actor(), { articleId: id, lang: 'en', words, version: 1 });
    clock.forward(3599);
    expect(await due()).toBe(0);
    clock.forward(1);
    expect(await Promise.all([due(), due()])).toContain(1);
    const article = await articleAt(db, id);
    expect(article).toMatchObject({ state: 'published', publishAt: null });
    expect(article.publishedAt?.toISOString()).toBe(clock.now().toISOString());
    expect(article.live?.texts.en?.body).toBe('Mended meanwhile');
    expect(await due()).toBe(0);
  });

  it('can be moved, and taken back', async () => {
    const id = await draftArticle(db, edda.actor());
    await later(id);
    await later(id, new Date(clock.now().getTime() + 7_200_000));
    clock.forward(3600);
    expect(await due()).toBe(0);
    await unscheduleArticle(db, edda.actor(), await moveOf(id));
    clock.forward(7200);
    expect(await due()).toBe(0);
    expect((await articleAt(db, id)).state).toBe('draft');
  });

  it('that lost what it needs goes back to the drafts instead of out', async () => {
    const id = await draftArticle(db, edda.actor());
    await later(id);
    const words = { ...someWords, body: '' };
    await writeText(db, edda.actor(), { articleId: id, lang: 'en', words, version: 1 });
    clock.forward(3600);
    await due();
    expect(await articleAt(db, id)).toMatchObject({ state: 'draft', live: null });
  });

  it('needs a time to come, on a clock that there is', async () => {
    const id = await draftArticle(db, edda.actor());
    await expect(later(id, clock.now())).rejects.toMatchObject({ code: 'editorial.past' });
    const move = await moveOf(id);
    await expect(
      scheduleArticle(db, edda.actor(), { ...move, at: inAnHour(), zone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'editorial.no-time' });
    await expect(
      scheduleArticle(db, edda.actor(), { ...move, at: undefined, zone: 'UTC' }),
    ).rejects.toMatchObject({ code: 'editorial.no-time' });
  });
});

describe('a withdrawn article', () => {
  it('is gone for readers, and can be taken up again', async () => {
    const { id, slug } = await publishedArticle(db, edda.actor(), {
      ...someWords,
      title: 'A withdrawn thing',
    });
    await archiveArticle(db, edda.actor(), await moveOf(id));
    expect((await stage.browser().get(`/en/news/${slug}`)).status).toBe(410);
    expect((await stage.browser().get('/en/news')).html).not.toContain('A withdrawn thing');
    await expect(archiveArticle(db, edda.actor(), await moveOf(id))).rejects.toMatchObject({
      code: 'editorial.other-state',
    });
    await expect(publishArticle(db, edda.actor(), await moveOf(id))).rejects.toMatchObject({ status: 409 });
    await reopenArticle(db, edda.actor(), await moveOf(id));
    await publishArticle(db, edda.actor(), await moveOf(id));
    expect((await stage.browser().get(`/en/news/${slug}`)).status).toBe(200);
  });
});

it('a learner moves nothing', async () => {
  const id = await draftArticle(db, edda.actor());
  const move = await moveOf(id);
  for (const deed of [publishArticle, archiveArticle, reopenArticle, unscheduleArticle])
    await expect(deed(db, lina.actor(), move)).rejects.toMatchObject({ status: 403 });
  await expect(
    scheduleArticle(db, lina.actor(), { ...move, at: inAnHour(), zone: 'UTC' }),
  ).rejects.toMatchObject({ status: 403 });
});
