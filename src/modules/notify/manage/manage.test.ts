import { describe, expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { followedSubjects, followingOf } from '../know-followers/followers.queries.ts';
import { contactsOfPerson, followingsOf } from './followings.queries.ts';
import { notifyStage, tokenIn } from '../testing/stage.ts';

const stage = await notifyStage();
const { db, deed } = stage;
const thing = (subject: string) => ({ kind: 'test.thing', subject });
const offered = ['opens', 'closes'];

const idIn = (html: string): string => /topics\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';

describe('what one follows, by the secret of a letter', () => {
  it('is listed, changed and stopped, without an account', async () => {
    const { secret } = await stage.confirm('awa@example.org', {
      offered,
      topic: thing('list'),
      title: 'Listed thing',
    });
    const browser = stage.browser();
    const list = await browser.get(`/en/following?token=${secret}`);
    expect(list.html).toContain('Listed thing');
    expect(list.html).toContain('awa@example.org');
    expect(list.headers.get('cache-control')).toBe('no-store');
    const path = `/en/following/topics/${idIn(list.html)}`;
    const form = await browser.get(`${path}?token=${secret}`);
    expect(form.html).toContain('When it closes');
    expect(form.html).not.toContain('On this site only');
    const changed = await browser.post(`${path}?token=${secret}`, { 'want-closes': '1', pace: 'weekly' });
    expect(changed.path).toBe(`/en/following?token=${secret}`);
    expect(changed.html).toContain('When it closes · Once a week');
    const ended = await browser.post(`${path}/end?token=${secret}`);
    expect(ended.html).toContain('You follow nothing yet');
    expect(await followedSubjects(db, 'test.thing', ['list'])).toEqual(new Set());
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['nothing chosen', { pace: 'daily' }, 'Choose at least one kind of news.', 422],
    ['a want that was not offered', { 'want-price': '1', pace: 'daily' }, 'cannot be read', 422],
    ['a pace that takes an account', { 'want-opens': '1', pace: 'no-letter' }, 'takes an account', 422],
    ['a pace that is none', { 'want-opens': '1', pace: 'hourly' }, 'cannot be read', 422],
  ])('refuses %s beside the form', async (what, fields, says, status) => {
    const address = `${what.replaceAll(' ', '-')}@example.org`;
    const { browser } = await stage.confirm(address, { offered, topic: thing(what) });
    const id = idIn((await browser.get('/en/following')).html);
    const answer = await browser.post(`/en/following/topics/${id}`, fields);
    expect([answer.status, answer.html.includes(says)]).toEqual([status, true]);
  });

  it('is nobody else’s: no secret, a wrong one, or that of another letter box', async () => {
    const { browser } = await stage.confirm('mine@example.org', { offered, topic: thing('mine') });
    const id = idIn((await browser.get('/en/following')).html);
    const other = await stage.confirm('other@example.org', { offered, topic: thing('other') });
    const stranger = stage.browser();
    for (const token of ['', 'x', 'a'.repeat(43), other.secret]) {
      const query = `?token=${token}`;
      for (const end of ['', '/end'])
        expect(
          (
            await stranger.post(`/en/following/topics/${id}${end}${query}`, {
              'want-opens': '1',
              pace: 'daily',
            })
          ).status,
        ).toBe(404);
      expect((await stranger.get(`/en/following/topics/${id}${query}`)).status).toBe(404);
    }
    expect((await stranger.get(`/en/following?token=${'a'.repeat(43)}`)).status).toBe(410);
    expect((await stranger.post('/en/following/resume', { contact: id })).status).toBe(404);
    expect(await followedSubjects(db, 'test.thing', ['mine'])).toEqual(new Set(['mine']));
  });

  it('is found again by asking for the link; the answer does not tell who follows', async () => {
    const address = 'again@example.org';
    await stage.confirm(address, { offered, topic: thing('again') });
    const browser = stage.browser();
    expect((await browser.get('/en/following')).html).toContain('Send me the link');
    const known = await browser.post('/en/following/link', { mail: address });
    const unknown = await browser.post('/en/following/link', { mail: 'nowhere@example.org' });
    expect(unknown.html.replaceAll('nowhere@', 'again@')).toBe(known.html);
    for (const key of [address, 'nowhere@example.org']) await stage.run('notify-link', { address: key });
    const token = tokenIn((await stage.letters(address)).at(-1), '/following');
    expect((await browser.get(`/en/following?token=${token}`)).html).toContain(address);
    expect(await stage.letters('nowhere@example.org')).toEqual([]);
    for (const mail of ['', 'nothing', 'a@b, c@d.org'])
      expect((await browser.post('/en/following/link', { mail })).status).toBe(422);
  });
});

describe('a letter box that is to be forgotten', () => {
  it('goes with all that it followed, by its owner’s hand alone', async () => {
    const address = 'gone@example.org';
    const { browser } = await stage.confirm(address, { offered, topic: thing('gone') });
    const contact =
      /name="contact" value="([^"]+)"/.exec((await browser.get('/en/following')).html)?.[1] ?? '';
    expect((await stage.browser().post('/en/following/forget', { contact })).status).toBe(404);
    const other = await stage.confirm('stays@example.org', { offered, topic: thing('stays') });
    expect((await other.browser.post('/en/following/forget', { contact })).status).toBe(404);
    const shown = await browser.post('/en/following/forget', { contact });
    expect(shown.html).toContain('It is forgotten');
    expect(await followedSubjects(db, 'test.thing', ['gone', 'stays'])).toEqual(new Set(['stays']));
    expect((await browser.post('/en/following/forget', { contact: 'x' })).status).toBe(404);
  });

  it('is no way to lose an account', async () => {
    const reader = await stage.person('keeps@example.org');
    await deed((inner) =>
      follow(inner, reader, stage.wish({ by: { account: true }, topic: thing('keeps') })),
    );
    const browser = stage.browser();
    await stage.signIn(browser, 'keeps@example.org');
    const page = await browser.get('/en/account/following');
    expect(page.html).not.toContain('Forget this');
    const { contactId } =
      (
        await followingsOf(
          db,
          (await contactsOfPerson(db, reader.id)).map(({ id }) => id),
        )
      )[0] ?? {};
    expect((await browser.post('/en/account/following/forget', { contact: contactId ?? '' })).status).toBe(
      404,
    );
  });
});

describe('what one follows, with an account', () => {
  it('shows letter boxes at proved addresses too, as soon as there is an account', async () => {
    const address = 'joins@example.org';
    await stage.confirm(address, { offered, topic: thing('before'), title: 'Followed before' });
    const joins = await stage.person(address);
    await deed((inner) => follow(inner, joins, stage.wish({ by: { account: true }, topic: thing('after') })));
    const browser = stage.browser();
    await stage.signIn(browser, address);
    const page = await browser.get('/en/account/following');
    expect(page.html).toContain('Followed before');
    expect(page.html).toContain('On this site, and by letter');
    expect((await browser.get('/en/following')).path).toBe('/en/account/following');
    const stranger = await stage.person('stranger@example.org');
    expect(await followingOf(db, stranger.id, thing('before'))).toBeUndefined();
    await stage.signIn(browser, 'stranger@example.org');
    const id = idIn(page.html);
    expect((await browser.post(`/en/account/following/topics/${id}/end`)).status).toBe(404);
    expect((await browser.get(`/en/account/following/topics/${id}`)).status).toBe(404);
  });

  it('lets the account go on without letters, and what waits follows the new pace', async () => {
    const address = 'paces@example.org';
    const reader = await stage.person(address);
    const topic = thing('paces');
    await deed((inner) =>
      follow(inner, reader, stage.wish({ by: { account: true }, topic, pace: 'weekly', offered })),
    );
    await deed((inner) => announce(inner, stage.actor(), [stage.news('paces 1', { topic })]));
    await stage.deliver();
    const browser = stage.browser();
    await stage.signIn(browser, address);
    const id = idIn((await browser.get('/en/account/following')).html);
    await browser.post(`/en/account/following/topics/${id}`, { 'want-opens': '1', pace: 'at-once' });
    await stage.deliverAtOnce();
    expect(await stage.letters(address)).toHaveLength(1);
    await browser.post(`/en/account/following/topics/${id}`, { 'want-opens': '1', pace: 'no-letter' });
    stage.clock.forward(1);
    await deed((inner) => announce(inner, stage.actor(), [stage.news('paces 2', { topic })]));
    await stage.deliverAtOnce();
    expect(await stage.letters(address)).toHaveLength(1);
    expect((await browser.get('/en/account/news')).html).toContain('news paces 2');
  });
});
