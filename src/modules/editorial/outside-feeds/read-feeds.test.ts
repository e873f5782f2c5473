import { describe, expect, it } from 'vitest';
import { fetchStage } from '../../../platform/http/fetch/testing/fetch-stage.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import { addFeed, hideFeedItem, readFeedNow, removeFeed, setFeed } from './manage-feeds.ts';
import { allFeeds, findFeed, itemsOfFeed } from './outside-feeds.queries.ts';
import { readFeeds } from './read-feeds.ts';

const stage = await editorialStage();
const fetching = fetchStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const lina = await stage.person('Lina', []);

const rss = (items: string, title = 'The Mill') =>
  `\n<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items}</channel></rss>`;
const item = (n: number, title = `Story ${n}`) =>
  `<item><title>${title}</title><link>https://mill.example/${n}</link><guid>g${n}</guid>
   <pubDate>2026-11-2${n}T08:00:00Z</pubDate><description>&lt;b&gt;Flour&lt;/b&gt; ${n}</description></item>`;

/** A feed on a real server that one can change; returns its id. */
async function feedOn(
  answer: (asked: { etag?: string | undefined }) => { status?: number; body?: string; etag?: string },
) {
  const server = await fetching.serve((request, response) => {
    const { status = 200, body = '', etag } = answer({ etag: request.headers['if-none-match'] });
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...(etag && { etag }) });
    response.end(body);
  });
  const fetcher = fetching.fetcherFor([server]);
  const id = stage.ids.next();
  const wish = { id, url: `${server.origin}/feed`, name: '', lang: 'en', everyHours: 6 };
  await addFeed(db, edda.actor(), { ...wish, fetcher });
  return { id, server, read: () => readFeeds({ db, actor: stage.system(), fetcher }, id) };
}
const titlesOf = async (id: string) => (await itemsOfFeed(db, id, 50)).map(({ title }) => title);

describe('a feed of others', () => {
  it('is read, named after itself, and shown as titles with a link', async () => {
    const { id, read } = await feedOn(() => ({ body: rss(item(1) + item(2)) }));
    await read();
    expect(await findFeed(db, id)).toMatchObject({ name: 'The Mill', problem: null, items: 2 });
    const shown = await stage.browser().get('/en/news/elsewhere');
    expect(shown.html).toContain('href="https://mill.example/2"');
    expect(shown.html).toContain('Flour 2');
    expect(shown.html).not.toContain('<b>Flour');
    expect((await stage.browser().get('/en/news')).html).toContain('Story 2');
    await removeFeed(db, edda.actor(), id);
    expect((await stage.browser().get('/en/news/elsewhere')).html).not.toContain('Story 2');
  });

  it('is asked only for what is new, and brings nothing twice', async () => {
    let body = rss(item(1));
    const { id, server, read } = await feedOn(({ etag }) =>
      etag === '"a"' ? { status: 304 } : { body, etag: '"a"' },
    );
    await read();
    await read();
    expect(server.asked.map((asked) => asked.headers['if-none-match'])).toEqual([undefined, '"a"']);
    body = rss(item(1, 'Story one, mended') + item(1) + item(2));
    expect(await titlesOf(id)).toEqual(['Story 1']);
    await removeFeed(db, edda.actor(), id);
  });

  it('keeps hidden what an editor hid', async () => {
    const { id, read } = await feedOn(() => ({ body: rss(item(3)) }));
    await read();
    const [first] = await itemsOfFeed(db, id, 1);
    const hide = { feedId: id, itemId: first?.id ?? '', isHidden: true };
    await hideFeedItem(db, edda.actor(), hide);
    await read();
    expect((await stage.browser().get('/en/news/elsewhere')).html).not.toContain('Story 3');
    await hideFeedItem(db, edda.actor(), { ...hide, isHidden: false });
    expect((await stage.browser().get('/en/news/elsewhere')).html).toContain('Story 3');
    await expect(hideFeedItem(db, edda.actor(), { ...hide, itemId: stage.ids.next() })).rejects.toMatchObject(
      { status: 404 },
    );
    await removeFeed(db, edda.actor(), id);
  });

  it('that fails says why on its page, and is asked less and less often', async () => {
    let body: string | undefined = '<html>moved</html>';
    const { id, read } = await feedOn(() => (body === undefined ? { status: 500 } : { body }));
    await read();
    const first = await findFeed(db, id);
    expect(first).toMatchObject({ failures: 1, problem: 'There is no RSS or Atom feed at this address.' });
    body = undefined;
    await read();
    const second = await findFeed(db, id);
    expect(second?.failures).toBe(2);
    expect(second?.nextAt.getTime()).toBeGreaterThan(first?.nextAt.getTime() ?? 0);
    const browser = await stage.signedIn(edda);
    expect((await browser.get(`/en/editor/feeds/${id}`)).html).toContain('The last 2 tries failed');
    body = rss(item(4));
    await read();
    expect(await findFeed(db, id)).toMatchObject({ failures: 0, problem: null, items: 1 });
    await removeFeed(db, edda.actor(), id);
  });

  it('comes when it is due, and not while it is paused', async () => {
    const { id, server } = await feedOn(() => ({ body: rss(item(5)) }));
    const fetcher = fetching.fetcherFor([server]);
    const due = () => readFeeds({ db, actor: stage.system(), fetcher });
    expect(await due()).toBe(1);
    expect(await due()).toBe(0);
    clock.forward(6 * 3600);
    await setFeed(db, edda.actor(), { id, name: 'Named', lang: null, everyHours: 6, isPaused: true });
    expect(await due()).toBe(0);
    expect((await stage.browser().get('/en/news/elsewhere')).html).not.toContain('Story 5');
    await removeFeed(db, edda.actor(), id);
  });

  it.each([
    'http://127.0.0.1/feed',
    'http://192.168.1.1/',
    'file:///etc/passwd',
    'ftp://a.example/',
    'nothing',
  ])('is not looked for at %s', async (url) => {
    const wish = { id: stage.ids.next(), url, name: '', lang: null, everyHours: 6, fetcher: stage.fetcher };
    await expect(addFeed(db, edda.actor(), wish)).rejects.toMatchObject({ status: 422, field: 'url' });
  });

  it('stands on the list once', async () => {
    const wish = {
      url: 'https://mill.example/feed',
      name: '',
      lang: null,
      everyHours: 6,
      fetcher: stage.fetcher,
    };
    const id = stage.ids.next();
    await addFeed(db, edda.actor(), { ...wish, id });
    await addFeed(db, edda.actor(), { ...wish, id });
    expect((await allFeeds(db)).filter(({ url }) => url === wish.url)).toHaveLength(1);
    await expect(addFeed(db, edda.actor(), { ...wish, id: stage.ids.next() })).rejects.toMatchObject({
      code: 'editorial.feed-known',
    });
  });
});

it('a learner changes no feed', async () => {
  const wish = { id: stage.ids.next(), url: 'https://a.example/', name: '', lang: null, everyHours: 6 };
  await expect(addFeed(db, lina.actor(), { ...wish, fetcher: stage.fetcher })).rejects.toMatchObject({
    status: 403,
  });
  await expect(readFeedNow(db, lina.actor(), wish.id)).rejects.toMatchObject({ status: 403 });
  await expect(removeFeed(db, lina.actor(), wish.id)).rejects.toMatchObject({ status: 403 });
  await expect(removeFeed(db, edda.actor(), wish.id)).rejects.toMatchObject({ status: 404 });
});
