import { expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { publishedArticle } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';

const stage = await editorialStage();

it('an author takes along what they wrote; once erased, the articles stay without a name', async () => {
  const zoe = await stage.person('Zephyrine');
  const { slug } = await publishedArticle(stage.db, zoe.actor());
  const browser = await stage.signedIn(zoe);
  expect((await browser.get(`/en/news/${slug}`)).html).toContain('Zephyrine');
  const data = JSON.parse((await browser.get('/en/account/export/data.json')).html) as Record<
    string,
    unknown
  >;
  expect(data['editorial']).toMatchObject({
    articles: [{ content: { texts: { en: { title: 'The mill turns again' } } } }],
    deeds: [{ deed: 'begun' }, { deed: 'wrote', language: 'en' }, { deed: 'published' }],
  });
  await browser.post('/en/account/erasure');
  const shown = await stage.browser().get(`/en/news/${slug}`);
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('The mill turns again');
  expect(shown.html).not.toContain('Zephyrine');
  expect(await textsAnywhere(stage.db, ['zephyrine', zoe.id])).toEqual([]);
});
