import { describe, expect, it } from 'vitest';
import { listsStage } from '../testing/lists-stage.ts';

const stage = await listsStage();
const awa = await stage.person('Awa');
const milo = await stage.person('Milo', ['moderator']);
const eve = await stage.person('Eve', ['editor']);
const id = await stage.list(awa.browser, 'Buy my bread', ['bread']);
await awa.browser.post(`/en/lists/mine/${id}/share`, { visibility: 'public' });
const path = '/en/lists/buy-my-bread';
const report = (fields: Record<string, string>, browser = stage.visitor()) =>
  browser.post(`${path}/report`, fields);

describe('a report', () => {
  it('is sent by anybody, and read by moderators', async () => {
    const done = await report({
      id: stage.tools.ids.next(),
      reason: 'advertising',
      words: 'They <b>sell</b> it.',
    });
    expect(done.html).toContain('The moderators will look.');
    const { html } = await milo.browser.get('/en/operator/lists');
    expect(html).toContain('Buy my bread');
    expect(html).toContain('They &lt;b>sell&lt;/b> it.');
  });

  it('has a reason, and words of a bounded length', async () => {
    expect((await report({ id: stage.tools.ids.next() })).status).toBe(422);
    expect((await report({ reason: 'nonsense' })).status).toBe(422);
    expect((await report({ reason: 'other', words: 'x'.repeat(1001) })).status).toBe(422);
  });

  it('counts once when the form is sent twice', async () => {
    const once = stage.tools.ids.next();
    for (const words of ['again', 'again']) await report({ id: once, reason: 'other', words });
    const { html } = await milo.browser.get('/en/operator/lists');
    expect(html.split('>again<')).toHaveLength(2);
  });

  it('comes ten times an hour from one network, and no more', async () => {
    const browser = stage.visitor();
    for (let sent = 0; sent < 10; sent += 1)
      expect((await report({ reason: 'other', words: `${sent}` }, browser)).status).toBe(200);
    const refused = await report({ reason: 'other' }, browser);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('of a list that is not public finds nothing', async () => {
    const hidden = await stage.visitor().post('/en/lists/nothing-here/report', { reason: 'other' });
    expect(hidden.status).toBe(404);
  });
});

describe('moderators', () => {
  const decide = (fields: Record<string, string>, browser = milo.browser) =>
    browser.post(`/en/operator/lists/${id}`, fields);

  it('let a list stand; its reports are answered', async () => {
    await decide({ verdict: 'keep' });
    expect((await milo.browser.get('/en/operator/lists')).html).not.toContain('Buy my bread');
    expect((await stage.visitor().get(path)).status).toBe(200);
    // nothing is left to answer
    expect((await decide({ verdict: 'keep' })).status).toBe(404);
  });

  it('say why when they take one down; its owner reads it', async () => {
    expect((await decide({ verdict: 'withdraw', reason: ' ' })).status).toBe(422);
    await decide({ verdict: 'withdraw', reason: 'It sells <bread>.' });
    const gone = await stage.visitor().get(path);
    expect(gone.status).toBe(410);
    expect(gone.html).toContain('The moderators withdrew this list.');
    expect((await stage.visitor().get('/en/lists')).html).not.toContain('buy-my-bread');
    expect((await awa.browser.get(`/en/lists/mine/${id}`)).html).toContain('It sells &lt;bread>.');
  });

  it('are not passed by: the owner cannot publish it again', async () => {
    const refused = await awa.browser.post(`/en/lists/mine/${id}/share`, { visibility: 'public' });
    expect(refused.status).toBe(410);
    const link = await awa.browser.post(`/en/lists/mine/${id}/share`, { visibility: 'link' });
    expect(link.status).toBe(200);
    await awa.browser.post(`/en/lists/mine/${id}/share`, { visibility: 'private' });
  });

  it('put it back', async () => {
    await decide({ verdict: 'restore' });
    await awa.browser.post(`/en/lists/mine/${id}/share`, { visibility: 'public' });
    expect((await stage.visitor().get(path)).status).toBe(200);
  });

  it('do not decide about lists of their own', async () => {
    const own = await stage.list(milo.browser, 'Buy mine', ['bread']);
    await milo.browser.post(`/en/lists/mine/${own}/share`, { visibility: 'public' });
    const other = await stage.person('Nina', ['moderator']);
    const about = (who: typeof milo, fields: Record<string, string>) =>
      who.browser.post(`/en/operator/lists/${own}`, fields);
    await about(other, { verdict: 'withdraw', reason: 'Advertising' });
    expect((await about(milo, { verdict: 'restore' })).status).toBe(403);
    expect((await stage.visitor().get('/en/lists/buy-mine')).status).toBe(410);
    await about(other, { verdict: 'restore' });
    expect((await stage.visitor().get('/en/lists/buy-mine')).status).toBe(200);
    await milo.browser.post(`/en/lists/mine/${own}/delete`);
  });

  it('alone decide', async () => {
    expect((await decide({ verdict: 'withdraw', reason: 'No.' }, awa.browser)).status).toBe(403);
    expect((await decide({ verdict: 'withdraw', reason: 'No.' }, eve.browser)).status).toBe(403);
    expect((await stage.visitor().get(path)).status).toBe(200);
  });
});

describe('editors', () => {
  const pick = (picked: string, browser = eve.browser, which = id) =>
    browser.post(`/en/editor/lists/${which}`, { picked });

  it('mark a public list, which then says so and comes first', async () => {
    stage.clock.forward(60);
    const later = await stage.list(awa.browser, 'Later one', ['cakes']);
    await awa.browser.post(`/en/lists/mine/${later}/share`, { visibility: 'public' });
    await pick('yes');
    const { html } = await stage.visitor().get('/en/lists');
    expect(html.indexOf('Buy my bread')).toBeLessThan(html.indexOf('Later one'));
    expect(html).toContain('Editors’ pick');
    expect((await stage.visitor().get(path)).html).toContain('Nobody can pay for that.');
    await pick('no');
    expect((await stage.visitor().get('/en/lists')).html).not.toContain('Editors’ pick');
  });

  it('alone mark, and only what everybody can read', async () => {
    expect((await pick('yes', awa.browser)).status).toBe(403);
    expect((await pick('yes', milo.browser)).status).toBe(403);
    const own = await stage.list(awa.browser, 'Mine', ['bread']);
    expect((await pick('yes', eve.browser, own)).status).toBe(404);
  });
});
