import { describe, expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { unreadBeside } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';

const stage = await notifyStage();
const { db, deed } = stage;

const awa = await stage.person('awa@example.org');
const browser = stage.browser();
await stage.signIn(browser, 'awa@example.org');

const tell = async (...keys: string[]) => {
  await deed((inner) =>
    announce(
      inner,
      stage.actor(),
      keys.map((key) => stage.news(key)),
    ),
  );
  await stage.deliver();
};

describe('news in the product', () => {
  it('begin with what to do when there are none', async () => {
    const page = await browser.get('/en/account/news');
    expect(page.html).toContain('No news yet');
    expect(page.html).not.toContain('Mark all as read');
  });

  it('stand newest first, unread ones marked, their number beside the name on every page', async () => {
    await deed((inner) => follow(inner, awa, stage.wish({ by: { account: true }, pace: 'no-letter' })));
    await tell('first', 'second');
    const { html } = await browser.get('/en/account/news');
    expect(html.indexOf('news second')).toBeLessThan(html.indexOf('news first'));
    expect(html.match(/class="chip soon"/g)).toHaveLength(2);
    expect((await browser.get('/en/account')).html).toContain(
      '<span class="count"><span aria-hidden="true">2</span>',
    );
  });

  it('are read all at once; what came meanwhile stays unread', async () => {
    const shown = /name="upTo" value="([^"]+)"/.exec((await browser.get('/en/account/news')).html)?.[1] ?? '';
    await tell('third');
    const after = await browser.post('/en/account/news/read', { upTo: shown });
    expect(after.html.match(/class="chip soon"/g)).toHaveLength(1);
    expect(await unreadBeside(db, awa.id)).toBe(1);
  });

  it('come in pages, wherever one asks', async () => {
    await tell(...Array.from({ length: 40 }, (_each, at) => `many ${at}`));
    const second = await browser.get('/en/account/news?page=2');
    expect(second.html).toContain('news first');
    expect(second.html).not.toContain('Mark all as read');
    for (const page of ['0', '-3', 'x', '1e9', '99999999999999999999', 'NaN'])
      expect((await browser.get(`/en/account/news?page=${page}`)).status).toBe(200);
  });

  it('refuse a form that is none, and other people', async () => {
    expect((await browser.post('/en/account/news/read', { upTo: 'all' })).status).toBe(422);
    expect((await browser.post('/en/account/news/read')).status).toBe(422);
    const ben = await stage.person('ben@example.org');
    const other = stage.browser();
    await stage.signIn(other, 'ben@example.org');
    const upTo = /name="upTo" value="([^"]+)"/.exec((await browser.get('/en/account/news')).html)?.[1] ?? '';
    const unread = await unreadBeside(db, awa.id);
    await other.post('/en/account/news/read', { upTo });
    expect([await unreadBeside(db, awa.id), await unreadBeside(db, ben.id)]).toEqual([unread, 0]);
    expect((await stage.browser().get('/en/account/news')).path).toContain('/en/sign-in');
  });
});
