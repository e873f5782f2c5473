import { randomUUID } from 'node:crypto';
import type { APIRequestContext, BrowserContext } from 'playwright-core';
import type { Places } from '../../src/app/page-budgets.ts';
import type { RunningSite } from '../../src/platform/testing/running-site.ts';

type Send = (by: APIRequestContext, path: string, form: Record<string, string>) => Promise<unknown>;

export interface FollowingScene {
  readonly site: RunningSite;
  readonly send: Send;
  readonly person: APIRequestContext;
  readonly operator: APIRequestContext;
  readonly visitor: BrowserContext;
  /** Slug of what is followed. */
  readonly course: string;
}

const address = 'follower@example.org';

/** A visitor follows a course by letter and confirms it, asks for another, and a person follows it in their account. */
export async function furnishFollowing(
  scene: FollowingScene,
): Promise<Pick<Places, 'followToken' | 'confirmToken' | 'following' | 'ownFollowing'>> {
  const { site, send, person, visitor, course } = scene;
  const wish = () => ({
    id: randomUUID(),
    'want-opens': '1',
    'want-price': '1',
    pace: 'at-once',
    mail: address,
  });
  await send(person, `/fr/courses/${course}/follow`, wish());
  await send(visitor.request, `/fr/courses/${course}/follow`, wish());
  const [used] = await confirmTokens(scene, 1);
  await send(visitor.request, '/fr/following/confirm', { token: used ?? '' });
  const cookies = await visitor.cookies(site.url);
  await visitor.clearCookies();
  await send(visitor.request, `/fr/courses/${course}/follow`, wish());
  const confirmToken = (await confirmTokens(scene, 2)).find((token) => token !== used) ?? '';
  const followToken = cookies.find(({ name }) => name === 'follower')?.value ?? '';
  return {
    followToken,
    confirmToken,
    following: await idOn(scene, visitor.request, `/fr/following?token=${followToken}`),
    ownFollowing: await idOn(scene, person, '/fr/account/following'),
  };
}

/** The letters are written by a job: the outbox is asked until they are there. */
async function confirmTokens({ site, operator }: FollowingScene, count: number): Promise<string[]> {
  for (let tries = 0; tries < 400; tries += 1) {
    const list = await (await operator.get(`${site.url}/fr/operator/mail`)).text();
    const ids = new Set([...list.matchAll(/\/operator\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id));
    const tokens: string[] = [];
    for (const id of ids) {
      const letter = await (await operator.get(`${site.url}/fr/operator/mail/${id}`)).text();
      tokens.push(/following\/confirm\?token=([\w-]+)/.exec(letter)?.[1] ?? '');
    }
    const found = [...new Set(tokens.filter((token) => token !== ''))];
    if (found.length >= count) return found;
  }
  throw new Error('no letter asked for a confirmation');
}

async function idOn({ site }: FollowingScene, by: APIRequestContext, page: string): Promise<string> {
  const id = /\/topics\/([0-9a-f-]{36})/.exec(await (await by.get(site.url + page)).text())?.[1];
  if (id === undefined) throw new Error(`${page} shows nothing that is followed`);
  return id;
}
