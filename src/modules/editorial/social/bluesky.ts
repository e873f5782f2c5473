import { z } from 'zod';
import { FetchFailed } from '../../../platform/http/fetch/fetch-errors.ts';
import { queryString } from '../../../platform/http/site.ts';
import { addressesIn, type Posting, type Sent, type SocialNetwork } from './network.ts';
import { failedAnswer, failedRequest, jsonOf } from './read-answer.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const collection = 'app.bsky.feed.post';
const session = z.looseObject({ accessJwt: z.string(), did: z.string() });

type Fetch = Parameters<SocialNetwork['send']>[0];

/**
 * Bluesky and what speaks the AT protocol. A post has a key that we choose, so that it can be looked for after a try
 * whose answer was lost.
 */
export const bluesky: SocialNetwork = {
  title: 'Bluesky',
  defaultServer: 'https://bsky.social',
  most: 300,
  lengthOf: (text) => [...graphemes.segment(text)].length,
  async send(fetcher, posting) {
    try {
      return await post(fetcher, posting);
    } catch (error) {
      return failedRequest(error);
    }
  },
};

async function post(fetcher: Fetch, posting: Posting): Promise<Sent> {
  const { server, handle, secret, text, lang, at, id } = posting;
  const call = (method: string, body: unknown, token?: string) =>
    fetcher.post(`${server}/xrpc/${method}`, {
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const opened = await call('com.atproto.server.createSession', { identifier: handle, password: secret });
  const signedIn = session.safeParse(jsonOf(opened.text));
  if (opened.status !== 200 || !signedIn.success) return notYetSent(failedAnswer(opened, at));
  const { accessJwt, did } = signedIn.data;
  const rkey = recordKey(id);
  const url = `https://bsky.app/profile/${handle}/post/${rkey}`;
  if (posting.mayBeThere && (await isThere(fetcher, server, did, rkey)))
    return { outcome: 'sent', url, answer: 'It had arrived at an earlier try.' };
  const record = {
    $type: collection,
    text,
    langs: [lang],
    createdAt: at.toISOString(),
    facets: facetsOf(text),
  };
  const answer = await call(
    'com.atproto.repo.createRecord',
    { repo: did, collection, rkey, record },
    accessJwt,
  );
  return answer.status === 200 ? { outcome: 'sent', url, answer: 'HTTP 200' } : failedAnswer(answer, at);
}

/** Signing in sends nothing: what happens there never leaves it unsure whether the post arrived. */
const notYetSent = (failed: Sent): Sent =>
  failed.outcome === 'unknown' ? { ...failed, outcome: 'later' } : failed;

async function isThere(fetcher: Fetch, server: string, repo: string, rkey: string): Promise<boolean> {
  const query = queryString({ repo, collection, rkey });
  try {
    const found = await fetcher.fetch(`${server}/xrpc/com.atproto.repo.getRecord${query}`, {
      robots: 'feed',
      attempts: 1,
    });
    found.body.destroy();
    return true;
  } catch (error) {
    if (error instanceof FetchFailed && /^http-4/.test(error.code)) return false;
    throw error;
  }
}

const letters = '234567abcdefghijklmnopqrstuvwxyz';

/** A key of the form that posts must have (TID: microseconds, then ten bits), always the same for one post. */
export function recordKey(id: string): string {
  const hex = id.replaceAll('-', '');
  const time = BigInt(`0x${hex.slice(0, 12)}`) * 1000n;
  const bits = BigInt(`0x${hex.slice(-4)}`) & 1023n;
  const number = ((time << 10n) | bits) & ((1n << 63n) - 1n);
  return Array.from({ length: 13 }, (_, at) => letters[Number((number >> BigInt(60 - at * 5)) & 31n)]).join(
    '',
  );
}

/** Where the links stand, in bytes of UTF-8: without facets an address is only text. */
export function facetsOf(text: string) {
  const bytes = (part: string): number => Buffer.byteLength(part, 'utf8');
  return addressesIn(text).map((match) => {
    const byteStart = bytes(text.slice(0, match.index));
    return {
      index: { byteStart, byteEnd: byteStart + bytes(match[0]) },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: match[0] }],
    };
  });
}
