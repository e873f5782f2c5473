import { expect, it } from 'vitest';
import { publishedArticle } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import { installNewsSample, removeNewsSample } from './news-sample.ts';

const stage = await editorialStage();
const { db, tools } = stage;

it('comes to a site without news, in French and English, and says that it is an example', async () => {
  expect(await installNewsSample(tools, stage.system())).toBe(2);
  expect(await installNewsSample(tools, stage.system())).toBe(0);
  const list = await stage.browser().get('/fr/news');
  expect(list.html).toContain('article d’exemple');
  const slug = /\/fr\/news\/([^"/]*peut-etre[^"/]*)"/.exec(list.html)?.[1] ?? '';
  const english = await stage.browser().get(`/en/news/${slug}`);
  expect(english.html).toContain('It may not be too late');
  expect(english.html).toContain('(sample article)');
  expect(english.html).not.toContain('ld+json');
  const cover = /src="(\/pictures\/news\/[^"]+)"/.exec(english.html)?.[1] ?? '';
  const picture = await stage.browser().send(cover, { method: 'GET' });
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

it('goes without touching what people wrote', async () => {
  const edda = await stage.person('Edda');
  const own = await publishedArticle(db, edda.actor());
  expect(await removeNewsSample(tools)).toBe(2);
  expect(await removeNewsSample(tools)).toBe(0);
  const list = await stage.browser().get('/en/news');
  expect(list.html).toContain(own.slug);
  expect(list.html).not.toContain('sample article');
  for await (const file of tools.storage.list()) expect(file).toBeUndefined();
});
