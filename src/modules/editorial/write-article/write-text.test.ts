import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { findVersion, versionsOf } from '../article-history/article-history.queries.ts';
import { restoreVersion } from '../article-history/restore-version.ts';
import { articleAt, draftArticle, someWords } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import { beginArticle } from './begin-article.ts';
import { changeSettings } from './change-settings.ts';
import { writeText } from './write-text.ts';

const stage = await editorialStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const olaf = await stage.person('Olaf', ['operator']);
const lina = await stage.person('Lina', []);
const write = (articleId: string, body: string, version: number, more: object = {}, actor = edda.actor()) =>
  writeText(db, actor, { articleId, lang: 'en', words: { ...someWords, body }, version, ...more });
const bodyOf = async (id: string) => (await articleAt(db, id)).draft.texts.en?.body;
const deeds = async (id: string) => (await versionsOf(db, id, 50)).map(({ deed }) => deed);

describe('writing', () => {
  it('keeps what was written; what one person writes in one go is one version', async () => {
    const id = await draftArticle(db, edda.actor());
    expect(await write(id, 'One', 1)).toMatchObject({ saved: true, version: 2 });
    clock.forward(60);
    expect(await write(id, 'One two', 2)).toMatchObject({ saved: true, version: 3 });
    expect(await bodyOf(id)).toBe('One two');
    expect(await deeds(id)).toEqual(['wrote', 'begun']);
    clock.forward(700);
    await write(id, 'One two three', 3);
    expect(await deeds(id)).toEqual(['wrote', 'wrote', 'begun']);
  });

  it('saves nothing where nothing changed, whatever version it came from', async () => {
    const id = await draftArticle(db, edda.actor());
    await write(id, 'Same', 1);
    expect(await write(id, 'Same', 1)).toMatchObject({ saved: true, version: 2 });
    expect(await deeds(id)).toHaveLength(2);
  });

  it('never overwrites what another window wrote; the writer chooses, and both stay', async () => {
    const id = await draftArticle(db, edda.actor());
    await write(id, 'First window', 1);
    const second = await write(id, 'Second window', 1);
    expect(second).toMatchObject({ saved: false, theirs: { body: 'First window', version: 2 } });
    expect(await bodyOf(id)).toBe('First window');
    expect(await write(id, 'Second window', 2, { keep: true })).toMatchObject({ saved: true, version: 3 });
    const third = await write(id, 'Third window', 1, { keep: true });
    expect(third).toMatchObject({ saved: true, version: 4 });
    const bodies = await Promise.all(
      (await versionsOf(db, id, 9)).map(
        async ({ number }) => (await findVersion(db, id, number))?.content.texts.en?.body,
      ),
    );
    expect(bodies).toEqual(['Third window', 'Second window', 'First window', '']);
  });

  it('lets two people write two languages at once', async () => {
    const id = await draftArticle(db, edda.actor());
    const french = {
      articleId: id,
      lang: 'fr',
      words: { ...someWords, title: 'Le moulin' },
      version: 0,
    } as const;
    expect(await writeText(db, olaf.actor(), french)).toMatchObject({ saved: true, version: 1 });
    expect(await write(id, 'English goes on', 1)).toMatchObject({ saved: true, version: 2 });
    expect(Object.keys((await articleAt(db, id)).draft.texts).sort()).toEqual(['en', 'fr']);
  });

  it('of two at the same instant, one is told', async () => {
    const id = await draftArticle(db, edda.actor());
    const words = (body: string) =>
      ({ articleId: id, lang: 'en', words: { ...someWords, body }, version: 1 }) as const;
    const both = await Promise.all([
      transact(db, (inner) => writeText(inner, edda.actor(), words('A'))),
      transact(db, (inner) => writeText(inner, olaf.actor(), words('B'))),
    ]);
    expect(both.map(({ saved }) => saved).sort()).toEqual([false, true]);
  });

  it('is begun once, however often the button was pressed', async () => {
    const id = stage.ids.next();
    await beginArticle(db, edda.actor(), { id, lang: 'fr' });
    await beginArticle(db, edda.actor(), { id, lang: 'en' });
    expect((await articleAt(db, id)).draft.lang).toBe('fr');
    expect(await deeds(id)).toEqual(['begun']);
  });
});

describe('an earlier version', () => {
  it('comes back, and what stood there stays; open windows notice', async () => {
    const id = await draftArticle(db, edda.actor());
    await write(id, 'Early', 1);
    clock.forward(3600);
    await write(id, 'Late', 2);
    await restoreVersion(db, olaf.actor(), { articleId: id, number: 2 });
    expect(await bodyOf(id)).toBe('Early');
    expect(await write(id, 'From a window that saw "Late"', 3)).toMatchObject({ saved: false });
    expect((await findVersion(db, id, 3))?.content.texts.en?.body).toBe('Late');
    expect(await deeds(id)).toEqual(['restored', 'wrote', 'wrote', 'begun']);
  });

  it('that there is not is refused', async () => {
    const id = await draftArticle(db, edda.actor());
    await expect(restoreVersion(db, edda.actor(), { articleId: id, number: 99 })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('what is said beside the texts', () => {
  const settings = { lang: 'en', labels: [], byline: 'site', withoutCover: false } as const;

  it('changes, and is refused to who saw an older article', async () => {
    const articleId = await draftArticle(db, edda.actor());
    const { version } = await articleAt(db, articleId);
    await changeSettings(db, edda.actor(), { ...settings, articleId, version });
    expect((await articleAt(db, articleId)).draft.byline).toBe('site');
    await expect(changeSettings(db, olaf.actor(), { ...settings, articleId, version })).rejects.toMatchObject(
      { status: 409 },
    );
  });
});

describe('who is no editor', () => {
  it.each([
    ['a learner', () => lina.actor()],
    ['a visitor', () => stage.visitor()],
  ])('%s writes nothing', async (_who, actor) => {
    const id = await draftArticle(db, edda.actor());
    const refused = { status: 403, code: 'editorial.not-editor' };
    await expect(beginArticle(db, actor(), { id: stage.ids.next(), lang: 'en' })).rejects.toMatchObject(
      refused,
    );
    await expect(write(id, 'Mine', 1, {}, actor())).rejects.toMatchObject(refused);
    await expect(restoreVersion(db, actor(), { articleId: id, number: 1 })).rejects.toMatchObject(refused);
    const settings = {
      articleId: id,
      version: 2,
      lang: 'en',
      labels: [],
      byline: 'site',
      withoutCover: false,
    } as const;
    await expect(changeSettings(db, actor(), settings)).rejects.toMatchObject(refused);
  });

  it('an article that there is not is not found', async () => {
    await expect(write(stage.ids.next(), 'x', 0)).rejects.toMatchObject({ status: 404 });
  });
});
