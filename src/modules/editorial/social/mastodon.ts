import { z } from 'zod';
import { addressesIn, type SocialNetwork } from './network.ts';
import { failedAnswer, failedRequest, jsonOf } from './read-answer.ts';

const lengthOfAddress = 23;
const status = z.looseObject({ url: z.string().nullish(), uri: z.string().optional() });

/** Mastodon and what speaks its API. The server remembers an Idempotency-Key for an hour. */
export const mastodon: SocialNetwork = {
  title: 'Mastodon',
  defaultServer: 'https://mastodon.social',
  most: 500,
  safeMs: 55 * 60_000,
  /** Every address counts 23, however long it is. */
  lengthOf(text) {
    const addresses = addressesIn(text).reduce(
      (sum, [address]) => sum + [...address].length - lengthOfAddress,
      0,
    );
    return [...text].length - addresses;
  },
  async send(fetcher, { id, text, lang, server, secret, at }) {
    try {
      const answer = await fetcher.post(`${server}/api/v1/statuses`, {
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
        body: JSON.stringify({ status: text, language: lang, visibility: 'public' }),
      });
      if (answer.status !== 200) return failedAnswer(answer, at);
      const read = status.safeParse(jsonOf(answer.text));
      const said = (read.success && (read.data.url ?? read.data.uri)) || server;
      // a link on a page of ours: the server is no reason to trust what it says
      const url = /^https?:\/\//i.test(said) ? said : server;
      return { outcome: 'sent', url, answer: `HTTP ${answer.status}` };
    } catch (error) {
      return failedRequest(error);
    }
  },
};
