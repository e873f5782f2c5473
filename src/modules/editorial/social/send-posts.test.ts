import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { fetchStage } from '../../../platform/http/fetch/testing/fetch-stage.ts';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { blueskyDouble, type Double, mastodonDouble, type Trouble } from '../testing/network-doubles.ts';
import { editorialStage } from '../testing/editorial-stage.ts';
import type { NetworkName } from '../tables.ts';
import { bluesky, facetsOf, recordKey } from './bluesky.ts';
import { mastodon } from './mastodon.ts';
import { addAccount, cancelPost, confirmSent, planPost, removeAccount, sendAgain } from './plan-posts.ts';
import { sendPosts } from './send-posts.ts';
import { latestPosts, takePost } from './social.queries.ts';

const stage = await editorialStage();
const fetching = fetchStage();
const { db, clock } = stage;
const edda = await stage.person('Edda');
const lina = await stage.person('Lina', []);
const secret = 'the-secret-of-the-mill';
const text = 'The mill turns again https://mill.example/news/the-mill';

/** A network on a real local server, an account on it, and a planned post. */
async function planned(network: NetworkName, options: { inSeconds?: number; secret?: string } = {}) {
  const double: Double =
    network === 'mastodon' ? mastodonDouble(secret) : blueskyDouble('mill.example', secret);
  const server = await fetching.serve(double.listener);
  const fetcher = fetching.fetcherFor([server]);
  const account = {
    id: stage.ids.next(),
    network,
    name: 'The mill',
    server: server.origin,
    handle: 'mill.example',
  };
  await addAccount(db, edda.actor(), { ...account, secret: options.secret ?? secret, fetcher });
  const id = stage.ids.next();
  const at =
    options.inSeconds === undefined ? undefined : new Date(clock.now().getTime() + options.inSeconds * 1000);
  await planPost(db, edda.actor(), {
    id,
    accountId: account.id,
    articleId: null,
    text,
    lang: 'en',
    at,
    zone: 'UTC',
  });
  const send = () => sendPosts({ db, actor: stage.system(), fetcher });
  const post = async () => {
    const found = (await latestPosts(db, 100)).find((each) => each.id === id);
    if (!found) throw new Error('the post is gone');
    return found;
  };
  return { id, account, double, send, post, fetcher };
}

const outcomes = async (
  post: () => ReturnType<typeof latestPosts> extends Promise<(infer P)[]> ? Promise<P> : never,
) => (await post()).tries.map(({ outcome }) => outcome);

describe.each(['mastodon', 'bluesky'] as const)('a post on %s', (network) => {
  it('goes out at its instant, once, with a log of what happened', async () => {
    const { double, send, post } = await planned(network, { inSeconds: 60 });
    await send();
    expect(double.posts).toEqual([]);
    clock.forward(60);
    await send();
    await send();
    expect(double.posts.map((each) => each.text)).toEqual([text]);
    expect(await post()).toMatchObject({ state: 'sent' });
    expect((await post()).remoteUrl).toMatch(/^https:/);
    expect(await outcomes(post)).toEqual(['begun', 'sent']);
  });

  it('is sent once by two workers at the same time', async () => {
    const { double, send } = await planned(network);
    await Promise.all([send(), send()]);
    expect(double.posts).toHaveLength(1);
  });

  it.each<[string, Trouble]>([
    ['after a broken-off answer', 'takes-and-breaks-off'],
    ['after silence', 'silence'],
    ['after 500', { status: 500 }],
  ])('is there once %s', async (_name, trouble) => {
    const { double, send, post } = await planned(network);
    double.troubles.push(trouble);
    await send();
    expect(await post()).toMatchObject({ state: 'scheduled' });
    expect(await outcomes(post)).toEqual(['begun', 'unknown']);
    await send();
    clock.forward(61);
    await send();
    expect(double.posts).toHaveLength(1);
    expect(await post()).toMatchObject({ state: 'sent' });
  });

  it('is there once although its sender was killed between sending and noting', async () => {
    const { double, send, post, fetcher, account, id } = await planned(network);
    const taken = await transact(db, (inner) => takePost(inner, clock.now(), new Date(0)));
    expect(taken?.id).toBe(id);
    const sender = network === 'mastodon' ? mastodon : bluesky;
    await sender.send(fetcher, {
      ...account,
      id,
      text,
      lang: 'en',
      at: clock.now(),
      secret,
      mayBeThere: false,
    });
    expect(double.posts).toHaveLength(1);
    await send();
    expect(await post()).toMatchObject({ state: 'sending' });
    clock.forward(301);
    await send();
    expect(double.posts).toHaveLength(1);
    expect(await post()).toMatchObject({ state: 'sent' });
  });

  it('waits as long as it is told to (429)', async () => {
    const { double, send, post } = await planned(network);
    double.troubles.push({ status: 429, headers: { 'retry-after': '600' }, body: { error: 'Too many' } });
    await send();
    expect(await outcomes(post)).toEqual(['begun', 'later']);
    clock.forward(599);
    await send();
    expect(double.posts).toEqual([]);
    clock.forward(1);
    await send();
    expect(double.posts).toHaveLength(1);
  });

  it('that is refused is not tried again by itself (422)', async () => {
    const { double, send, post, id } = await planned(network);
    double.troubles.push({ status: 422, body: { error: 'Validation failed' } });
    await send();
    clock.forward(100_000);
    await send();
    const refused = await post();
    expect(refused.state).toBe('failed');
    expect(refused.tries.at(-1)).toMatchObject({
      outcome: 'refused',
      status: 422,
      answer: 'Validation failed',
    });
    await sendAgain(db, edda.actor(), id);
    await send();
    expect(double.posts).toHaveLength(1);
  });

  it('says that its password is wrong (401)', async () => {
    const { double, send, post, account } = await planned(network, { secret: 'another-secret' });
    await send();
    expect((await post()).tries.at(-1)).toMatchObject({ outcome: 'refused', status: 401 });
    expect(double.posts).toEqual([]);
    await removeAccount(db, edda.actor(), account.id);
  });

  it('is given up before its time by an editor, not after', async () => {
    const { double, send, id } = await planned(network, { inSeconds: 60 });
    await cancelPost(db, edda.actor(), id);
    clock.forward(60);
    await send();
    expect(double.posts).toEqual([]);
    await expect(cancelPost(db, edda.actor(), id)).rejects.toMatchObject({ status: 409 });
    await expect(confirmSent(db, edda.actor(), id)).rejects.toMatchObject({ status: 409 });
  });
});

describe('where nobody can tell whether it arrived', () => {
  it('an editor looks before anything is sent again', async () => {
    const { double, send, post, id } = await planned('mastodon');
    double.troubles.push('takes-and-breaks-off');
    await send();
    clock.forward(4000);
    await send();
    expect(await post()).toMatchObject({ state: 'unsure' });
    expect(double.posts).toHaveLength(1);
    clock.forward(100_000);
    await send();
    expect(double.posts).toHaveLength(1);
    const browser = await stage.signedIn(edda);
    await browser.post(`/en/editor/social/${id}/is-there`);
    expect(await post()).toMatchObject({ state: 'sent' });
  });
});

describe('what may be posted', () => {
  it('is counted as the network counts', () => {
    const long = `${'a'.repeat(477)}https://mill.example/${'b'.repeat(300)}`;
    expect(mastodon.lengthOf(`${'a'.repeat(10)} https://mill.example/${'b'.repeat(300)}`)).toBe(34);
    expect(mastodon.lengthOf(long)).toBe(500);
    expect(bluesky.lengthOf('👩‍👩‍👧‍👦é')).toBe(2);
  });

  it('leads where its addresses say, counted in bytes', () => {
    const post = 'Déjà 👋 https://a.example/é, (https://b.example)';
    const bytes = Buffer.from(post);
    const shown = facetsOf(post).map(({ index }) =>
      bytes.subarray(index.byteStart, index.byteEnd).toString(),
    );
    expect(shown).toEqual(['https://a.example/é', 'https://b.example']);
  });

  it('has a key that the network takes, always the same', () => {
    const id = '019a8c3e-5b00-7abc-8def-0123456789ab';
    expect(recordKey(id)).toMatch(/^[234567a-j][234567a-z]{12}$/);
    expect(recordKey(id)).toBe(recordKey(id));
    expect(recordKey('019a8c3e-5b01-7abc-8def-0123456789ab') > recordKey(id)).toBe(true);
  });

  it('is neither empty nor too long, and has an account', async () => {
    const { account } = await planned('bluesky', { inSeconds: 9999 });
    const wish = {
      id: stage.ids.next(),
      accountId: account.id,
      articleId: null,
      lang: 'en',
      at: undefined,
      zone: 'UTC',
    };
    const plan = (more: object) => planPost(db, edda.actor(), { ...wish, text: 'x', ...more });
    await expect(plan({ text: '  ' })).rejects.toMatchObject({ code: 'editorial.social-empty' });
    await expect(plan({ text: 'é'.repeat(301) })).rejects.toMatchObject({ code: 'editorial.social-long' });
    await expect(plan({ accountId: stage.ids.next() })).rejects.toMatchObject({
      code: 'editorial.social-account',
    });
    await expect(planPost(db, lina.actor(), { ...wish, text: 'x' })).rejects.toMatchObject({ status: 403 });
  });

  it('goes to no server inside', async () => {
    const account = {
      id: stage.ids.next(),
      network: 'mastodon',
      name: 'x',
      handle: 'x',
      secret: 'y',
    } as const;
    for (const server of ['http://127.0.0.1', 'https://localhost', 'file:///etc/passwd', 'https://10.0.0.1'])
      await expect(
        addAccount(db, edda.actor(), { ...account, server, fetcher: stage.fetcher }),
      ).rejects.toMatchObject({ field: 'server' });
    await expect(
      addAccount(db, lina.actor(), { ...account, server: 'https://a.example', fetcher: stage.fetcher }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

it('a secret stands in its one column and nowhere else: no page, no log, no export', async () => {
  const { account } = await planned('mastodon', { inSeconds: 9999 });
  const browser = await stage.signedIn(edda);
  for (const path of ['/en/editor/social', '/en/account/export/data.json', `/en/editor/social/new`])
    expect((await browser.get(path)).html).not.toContain(secret);
  expect((await browser.get('/en/editor/social')).html).toContain(account.name);
  const places = await textsAnywhere(db, [secret]);
  expect(places.every((place) => JSON.stringify(place).includes('social_account'))).toBe(true);
});
