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

/** A visitor follows a course by letter and confirms it, another asks to, and a person follows it in their account. */
export async function furnishFollowing(
  scene: FollowingScene,
): Promise<Pick<Places, 'followToken' | 'confirmToken' | 'following' | 'ownFollowing'>> {
  const { site, send, person, operator, visitor, course } = scene;
  const follow = (by: APIRequestContext, mail: string) =>
    send(by, `/fr/courses/${course}/follow`, {
      id: randomUUID(),
      'want-opens': '1',
      'want-price': '1',
      pace: 'at-once',
      mail,
    });
  await follow(person, '');
  await follow(visitor.request, 'follower@example.org');
  await follow(visitor.request, 'waits@example.org');
  const token = tokenOf(await confirmLinkTo(site.url, operator, 'follower@example.org'));
  await send(visitor.request, '/fr/following/confirm', { token });
  const cookies = await visitor.cookies(site.url);
  const followToken = cookies.find(({ name }) => name === 'follower')?.value ?? '';
  return {
    followToken,
    confirmToken: tokenOf(await confirmLinkTo(site.url, operator, 'waits@example.org')),
    following: await idOn(scene, visitor.request, `/fr/following?token=${followToken}`),
    ownFollowing: await idOn(scene, person, '/fr/account/following'),
  };
}

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';

/** The link in the letter that asks an address. It is written by a job: the outbox is asked until it is there. */
export async function confirmLinkTo(
  url: string,
  operator: APIRequestContext,
  address: string,
): Promise<string> {
  for (let tries = 0; tries < 400; tries += 1) {
    const list = await (await operator.get(`${url}/fr/operator/mail`)).text();
    const ids = new Set([...list.matchAll(/\/operator\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id));
    for (const id of ids) {
      const letter = await (await operator.get(`${url}/fr/operator/mail/${id}`)).text();
      const link = /href="([^"]+\/following\/confirm\?token=[\w-]+)"/.exec(letter)?.[1];
      if (link !== undefined && letter.includes(address)) return link;
    }
  }
  throw new Error(`no letter asked ${address} for a confirmation`);
}

async function idOn({ site }: FollowingScene, by: APIRequestContext, page: string): Promise<string> {
  const id = /\/topics\/([0-9a-f-]{36})/.exec(await (await by.get(site.url + page)).text())?.[1];
  if (id === undefined) throw new Error(`${page} shows nothing that is followed`);
  return id;
}
