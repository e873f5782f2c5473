import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { keepLabel } from '../labels/labels.queries.ts';
import { publishArticle } from '../publish-article/move-article.ts';
import { articleAt, draftArticle, publishedArticle, someWords } from '../testing/articles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import { changeSettings } from '../write-article/change-settings.ts';
import { writeText } from '../write-article/write-text.ts';
import { mastodonShare } from './mastodon-share.ts';

const stage = await editorialStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const browser = stage.browser();
const hreflangs = (html: string) => [...html.matchAll(/hreflang="([\w-]+)"/g)].map(([, lang]) => lang).sort();

/** An article in English and French, under a label. */
async function bilingual(title = 'The </script> mill & co') {
  await keepLabel(db, { id: 'milling', names: { en: 'Milling', fr: 'Meunerie' }, now: clock.now() });
  const id = await draftArticle(db, edda.actor(), { ...someWords, title });
  const french = { ...someWords, title: 'Le moulin', body: 'On y vient *à pied*.' };
  await writeText(db, edda.actor(), { articleId: id, lang: 'fr', words: french, version: 0 });
  const { version } = await articleAt(db, id);
  const settings = { lang: 'en', labels: ['milling'], byline: 'author', withoutCover: false } as const;
  await changeSettings(db, edda.actor(), { ...settings, articleId: id, version });
  await publishArticle(db, edda.actor(), { articleId: id, version: version + 1 });
  return { id, slug: (await articleAt(db, id)).slug ?? '' };
}

describe('an article', () => {
  it('speaks the reader’s language where it exists in it, and says so where it does not', async () => {
    const { slug } = await bilingual();
    expect((await browser.get(`/fr/news/${slug}`)).html).toContain('<em>à pied</em>');
    const russian = await browser.get(`/ru/news/${slug}`);
    expect(russian.html).toContain('One comes');
    expect(russian.html).toContain('lang="en"');
    expect(hreflangs(russian.html.split('</head>')[0] ?? '')).toEqual(['en', 'fr', 'x-default']);
    expect(russian.html).toContain(`<link rel="canonical" href="http://localhost:3000/en/news/${slug}"`);
  });

  it('tells machines what it is, whatever its title', async () => {
    const { slug } = await bilingual('A </script><script>alert(1)</script> title');
    const { html } = await browser.get(`/en/news/${slug}`);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'A </script><script>alert(1)</script> title',
      inLanguage: 'en',
      author: { name: 'Edda' },
    });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('property="og:title"');
  });

  it.each(['nothing', '%00', 'a'.repeat(300), '%E0%A4', '../../etc/passwd'])(
    'named %s is not found',
    async (slug) => {
      expect((await browser.get(`/en/news/${slug}`)).status).toBeGreaterThanOrEqual(400);
      expect((await browser.get(`/en/news/${slug}`)).status).toBeLessThan(500);
    },
  );

  it('that is a draft is nowhere', async () => {
    const id = await draftArticle(db, edda.actor(), { ...someWords, title: 'Secret draft' });
    for (const path of ['/en/news', '/en/news.atom', '/en/news.rss', '/en/news/secret-draft'])
      expect((await browser.get(path)).html).not.toContain('Secret draft');
    expect((await browser.get(`/en/editor/articles/${id}/preview`)).path).toMatch(/^\/en\/sign-in/);
  });
});

describe('the list', () => {
  it('is chosen from by label and language, and stays calm with nonsense', async () => {
    await bilingual('Chosen by label');
    await publishedArticle(db, edda.actor(), { ...someWords, title: 'In English only' });
    expect((await browser.get('/en/news?label=milling')).html).toContain('Chosen by label');
    expect((await browser.get('/en/news?label=milling')).html).not.toContain('In English only');
    expect((await browser.get('/en/news?language=fr')).html).not.toContain('In English only');
    expect((await browser.get('/en/news?label=other')).html).toContain('Nothing here');
    expect((await browser.get('/en/news?page=-1&label=%27--&language=xx')).status).toBe(200);
  });

  it('comes as Atom and RSS that parse, in the reader’s language', async () => {
    const { slug } = await bilingual('Fed & read');
    for (const ending of ['atom', 'rss']) {
      const feed = await browser.get(`/fr/news.${ending}?label=milling`);
      expect(feed.headers.get('content-type')).toContain(`application/${ending}+xml`);
      expect(feed.html).toContain(`http://localhost:3000/fr/news/${slug}`);
      expect(feed.html).toContain('Le moulin');
      expect(parseDocument(feed.html, { xmlMode: true }).children.length).toBeGreaterThan(0);
    }
    expect((await browser.get('/en/news.atom')).html).toContain('Fed &amp; read');
  });
});

describe('sharing', () => {
  it.each([
    ['mastodon.social', 'https://mastodon.social/share?text=a%0Ab'],
    ['https://Mamot.fr/@awa', 'https://mamot.fr/share?text=a%0Ab'],
    ['@awa@piaille.fr', 'https://piaille.fr/share?text=a%0Ab'],
    ['javascript:alert(1)', undefined],
    ['localhost', undefined],
    ['evil.example/"><script>', 'https://evil.example/share?text=a%0Ab'],
    ['', undefined],
    ['a b.example', undefined],
  ])('%s', (typed, target) => {
    expect(mastodonShare(typed, 'a\nb')).toBe(target);
  });

  it('asks nobody else for anything', async () => {
    const { slug } = await bilingual('Shared quietly');
    const { html } = await browser.get(`/en/news/${slug}`);
    expect(html).not.toMatch(/<(script|img|iframe|link)[^>]+(src|href)="https?:\/\/(?!localhost)/);
    const page = await browser.get(`/en/news/${slug}/share?instance=mastodon.social`);
    expect(page.html).toContain('href="https://mastodon.social/share?text=');
  });
});
