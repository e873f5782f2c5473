import { describe, expect, it } from 'vitest';
import { mastodon } from './mastodon.ts';

const posting = {
  id: '1',
  text: 'Hello',
  lang: 'en',
  at: new Date('2026-11-22T12:00:00Z'),
  server: 'https://social.example',
  handle: '@awa',
  secret: 'x',
  mayBeThere: false,
};

describe('the address that a server tells of a post', () => {
  it.each([
    ['https://social.example/@awa/1', 'https://social.example/@awa/1'],
    ['javascript:alert(1)', 'https://social.example'],
    ['data:text/html,x', 'https://social.example'],
    ['', 'https://social.example'],
  ])('%j is shown as %s', async (url, shown) => {
    const fetcher = {
      post: () => Promise.resolve({ status: 200, headers: {}, text: JSON.stringify({ url }) }),
      fetch: () => Promise.reject(new Error('nothing is asked')),
    };
    expect(await mastodon.send(fetcher, posting)).toMatchObject({ outcome: 'sent', url: shown });
  });
});
