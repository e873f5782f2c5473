import { describe, expect, it } from 'vitest';
import { listsStage, titlesOn } from '../testing/lists-stage.ts';
import { newsOf } from '../testing/news.queries.ts';

const stage = await listsStage();
const awa = await stage.person('Awa');
const zoe = await stage.person('Zoe');
const share = (id: string, fields: Record<string, string>) =>
  awa.browser.post(`/en/lists/mine/${id}/share`, fields);
const linkOn = (html: string) => /\/lists\/shared\/([\w-]{43})"/.exec(html)?.[1] ?? '';

describe('a list behind a link', async () => {
  const id = await stage.list(awa.browser, 'Between us', ['bread', 'cakes']);
  const first = linkOn((await share(id, { visibility: 'link' })).html);

  it('is read by whoever has the link, and by nobody who guesses', async () => {
    const shown = await stage.visitor().get(`/en/lists/shared/${first}`);
    expect(titlesOn(shown.html)).toEqual(['Bread', 'Cakes']);
    const guesses = [
      first.slice(0, -1) + (first.endsWith('A') ? 'B' : 'A'),
      first.slice(0, 20),
      first.toLowerCase(),
      `${first}x`,
      id,
      '%27or%201=1--',
      'x'.repeat(43),
    ];
    for (const guess of guesses)
      expect([guess, (await stage.visitor().get(`/en/lists/shared/${guess}`)).status]).toEqual([guess, 404]);
  });

  it('tells no search engine and is kept by no cache', async () => {
    const shown = await stage.visitor().get(`/en/lists/shared/${first}`);
    expect(shown.html).toContain('<meta name="robots" content="noindex"');
    expect(shown.html).not.toContain('rel="canonical"');
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it('does not name its owner unless the owner wants it', async () => {
    const { html } = await stage.visitor().get(`/en/lists/shared/${first}`);
    expect(html).not.toContain('Awa');
    await share(id, { visibility: 'link', name: 'yes' });
    expect((await stage.visitor().get(`/en/lists/shared/${first}`)).html).toContain('by Awa');
  });

  it('gets a new link; the old one leads nowhere', async () => {
    const second = linkOn((await awa.browser.post(`/en/lists/mine/${id}/share/renew`)).html);
    expect(second).not.toBe('');
    expect(second).not.toBe(first);
    expect((await stage.visitor().get(`/en/lists/shared/${first}`)).status).toBe(404);
    expect((await stage.visitor().get(`/en/lists/shared/${second}`)).status).toBe(200);
  });

  it('is private again at once, and its link never comes back', async () => {
    const link = linkOn((await awa.browser.get(`/en/lists/mine/${id}/share`)).html);
    await share(id, { visibility: 'private' });
    expect((await stage.visitor().get(`/en/lists/shared/${link}`)).status).toBe(404);
    const again = linkOn((await share(id, { visibility: 'link' })).html);
    expect(again).not.toBe(link);
  });

  it('is not among public lists', async () => {
    expect((await stage.visitor().get('/en/lists')).html).not.toContain('Between us');
  });
});

describe('a public list', async () => {
  const id = await stage.list(awa.browser, 'Über Brot & Käse', ['bread', 'cakes'], {
    description: 'For a start.',
  });
  await share(id, { visibility: 'public', name: 'yes' });
  const path = '/en/lists/uber-brot-kase';

  it('has an address made of its title, and stands among the lists', async () => {
    const shown = await stage.visitor().get(path);
    expect(titlesOn(shown.html)).toEqual(['Bread', 'Cakes']);
    expect(shown.html).toContain('by Awa');
    const all = await stage.visitor().get('/en/lists');
    expect(all.html).toContain('href="/en/lists/uber-brot-kase"');
    expect((await stage.visitor().get('/en/lists?lang=fr')).html).not.toContain('uber-brot-kase');
  });

  it('says what it is to machines', async () => {
    const { html } = await stage.visitor().get(path);
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'ItemList',
      name: 'Über Brot & Käse',
      numberOfItems: 2,
      itemListElement: [
        { position: 1, name: 'Bread', url: 'http://localhost:3000/en/courses/bread' },
        { position: 2, name: 'Cakes' },
      ],
    });
    expect(html).toContain('hreflang="x-default"');
    expect(html).toContain('type="application/atom+xml"');
  });

  it('has a feed, the latest first, with the notes', async () => {
    const { html: own } = await awa.browser.get(`/en/lists/mine/${id}`);
    const item = /items\/([0-9a-f-]{36})\/note/.exec(own)?.[1];
    await awa.browser.post(`/en/lists/mine/${id}/items/${item}/note`, { note: 'Flour <first> & water' });
    stage.clock.forward(60);
    await awa.browser.post(`/en/lists/mine/${id}/add`, { course: 'soups' });
    const feed = await stage.visitor().get(`${path}/courses.atom`);
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const titles = [...feed.html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Über Brot &amp; Käse · Passerelle', 'Soups', 'Bread', 'Cakes']);
    expect(feed.html).toContain('Flour &lt;first&gt; &amp; water');
  });

  it('gets another address than a list of the same title, and than pages of ours', async () => {
    const other = await stage.list(awa.browser, 'Über Brot & Käse', ['bread']);
    await share(other, { visibility: 'public' });
    expect((await stage.visitor().get('/en/lists/uber-brot-kase-2')).status).toBe(200);
    for (const title of ['Mine', 'New', 'Add', 'Shared']) {
      const reserved = await stage.list(awa.browser, title, ['bread']);
      await share(reserved, { visibility: 'public' });
      expect((await stage.visitor().get(`/en/lists/${title.toLowerCase()}-1`)).status).toBe(200);
    }
  });

  it('works in scripts that are not Latin', async () => {
    const arabic = await stage.list(awa.browser, 'دورات للبداية', ['bread']);
    const { html } = await share(arabic, { visibility: 'public' });
    const address = /value="http:\/\/localhost:3000(\/en\/lists\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await stage.visitor().get(address)).html).toContain('<bdi>دورات للبداية</bdi>');
  });

  it('has at least one course', async () => {
    const empty = await stage.list(awa.browser, 'Empty', []);
    const refused = await share(empty, { visibility: 'public' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('A public list has at least one course.');
  });

  it('is public no longer when its owner says so', async () => {
    const gone = await stage.list(awa.browser, 'For a day', ['bread']);
    await share(gone, { visibility: 'public' });
    await share(gone, { visibility: 'private' });
    for (const end of ['', '/courses.atom', '/copy', '/report', '/follow'])
      expect([end, (await zoe.browser.get(`/en/lists/for-a-day${end}`)).status]).toEqual([end, 404]);
  });

  it('is copied with its courses and without its notes, into a private list', async () => {
    const asked = await zoe.browser.get(`${path}/copy`);
    const copyId = /name="id" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const copy = await zoe.browser.post(`${path}/copy`, { id: copyId });
    expect(titlesOn(copy.html)).toEqual(['Bread', 'Cakes', 'Soups']);
    expect(copy.html).not.toContain('Flour');
    expect(copy.path).toBe(`/en/lists/mine/${copyId}`);
    expect((await awa.browser.get(copy.path)).status).toBe(404);
  });

  it('asks visitors to sign in before they copy, and comes back', async () => {
    const shown = await stage.visitor().get(`${path}/copy`);
    expect(shown.path).toBe(`/en/sign-in?back=${encodeURIComponent('/lists/uber-brot-kase/copy')}`);
  });

  it('can be followed: who follows hears of the next course, once', async () => {
    const wish = stage.tools.ids.next();
    const done = await zoe.browser.post(`${path}/follow`, { id: wish, pace: 'at-once', 'want-added': '1' });
    expect([done.status, done.path]).toEqual([200, path]);
    await awa.browser.post(`/en/lists/mine/${id}/add`, { course: 'pies' });
    const { html: own } = await awa.browser.get(`/en/lists/mine/${id}`);
    const pies = [...own.matchAll(/items\/([0-9a-f-]{36})\/remove/g)].at(-1)?.[1];
    await awa.browser.post(`/en/lists/mine/${id}/items/${pies}/remove`);
    await awa.browser.post(`/en/lists/mine/${id}/add`, { course: 'pies' });
    expect(await newsOf(stage.db, id)).toEqual([{ title: 'Pies', list: 'Über Brot & Käse' }]);
  });
});
