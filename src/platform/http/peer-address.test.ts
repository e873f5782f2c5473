import { expect, it } from 'vitest';
import { peerAddress } from './peer-address.ts';

it.each([
  ['the peer itself', '203.0.113.7', undefined, true, '203.0.113.7'],
  ['what the proxy wrote last', '127.0.0.1', '198.51.100.1, 93.184.216.34', true, '93.184.216.34'],
  ['a proxy in a private network', '::ffff:10.0.0.4', '93.184.216.34', true, '93.184.216.34'],
  ['a visitor who claims something', '93.184.216.34', '1.1.1.1', true, '93.184.216.34'],
  [
    'the same on a socket for both kinds of addresses',
    '::ffff:93.184.216.34',
    '1.1.1.1',
    true,
    '93.184.216.34',
  ],
  ['a site without a proxy', '192.168.1.4', '1.1.1.1', false, '192.168.1.4'],
  ['an empty header', '127.0.0.1', ' ', true, '127.0.0.1'],
  ['a request from nowhere', undefined, '1.1.1.1', true, 'unknown'],
])('tells %s', (_what, peer, forwarded, https, expected) => {
  expect(peerAddress(peer, forwarded, https)).toBe(expected);
});
