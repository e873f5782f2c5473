import { describe, expect, it } from 'vitest';
import { allowedEntry, checkAddress } from './address-rules.ts';
import { FetchRefused } from './fetch-errors.ts';

function refusal(input: string, base?: string): FetchRefused {
  try {
    checkAddress(input, [], base === undefined ? undefined : new URL(base));
  } catch (error) {
    if (error instanceof FetchRefused) return error;
    throw error;
  }
  throw new Error(`${input} was taken`);
}

describe('checkAddress', () => {
  it.each([
    'https://www.example.org/feed.xml',
    'http://example.org:8080/',
    'https://example.org./',
    'https://8.8.8.8/feed',
    'https://[2606:4700::1111]/',
    'https://économie.example.org/catalogue',
  ])('takes %s', (input) => expect(checkAddress(input, []).href).toContain('://'));

  it.each([
    ['ftp://example.org/x', 'bad-scheme'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['data:text/html,hi', 'bad-scheme'],
    ['not an address', 'bad-address'],
    ['http://', 'bad-address'],
    ['https://me:secret@example.org/', 'credentials'],
    ['https://me@example.org/', 'credentials'],
    ['http://example.org:22/', 'bad-port'],
    ['http://example.org:5432/', 'bad-port'],
    ['http://localhost/', 'private-name'],
    ['http://LOCALHOST./', 'private-name'],
    ['http://a.localhost/', 'private-name'],
    ['http://printer.local/', 'private-name'],
    ['http://metadata.google.internal/', 'private-name'],
    ['http://box.home.arpa./', 'private-name'],
    ['http://intranet/', 'private-name'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://0x7f.1/', 'private-address'],
    ['http://0177.0.0.1/', 'private-address'],
    ['http://127.1/', 'private-address'],
    ['http://0/', 'private-address'],
    ['http://①②⑦.0.0.1/', 'private-address'],
    ['http://134744072/', 'bad-address'],
    ['http://0x08.8.8.8/', 'bad-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::ffff:127.0.0.1]/', 'private-address'],
    ['http://[64:ff9b::7f00:1]/', 'private-address'],
  ])('refuses %s as %s', (input, code) => expect(refusal(input).code).toBe(code));

  it('names the host and the way out', () => {
    expect(refusal('http://10.1.2.3/').message).toBe(
      '"10.1.2.3" is not on the public internet: not fetched. An operator can allow this host (FETCH_ALLOWED_HOSTS).',
    );
  });

  it('does not repeat a password', () => {
    expect(refusal('https://me:secret@example.org/').message).not.toContain('secret');
  });

  it('reads relative addresses against a base, and drops the fragment', () => {
    expect(checkAddress('?page=2#top', [], new URL('https://8.8.8.8/list')).href).toBe(
      'https://8.8.8.8/list?page=2',
    );
    expect(refusal('//127.0.0.1/x', 'https://example.org/').code).toBe('private-address');
  });
});

describe('allowed hosts', () => {
  const allowed = [{ host: '127.0.0.1:4000' }, { host: 'feeds.intranet' }, { host: '[::1]:4000' }];
  it.each([
    ['http://127.0.0.1:4000/', true],
    ['http://127.0.0.1:4001/', false],
    ['http://127.0.0.1/', false],
    ['http://127.0.0.2:4000/', false],
    ['http://feeds.intranet/', true],
    ['http://feeds.intranet.:8080/', true],
    ['http://feeds.intranet:5432/', false],
    ['http://x.feeds.intranet/', false],
    ['http://[::1]:4000/', true],
  ])('%s: %s', (url, expected) => {
    expect(allowedEntry(new URL(url), allowed) !== undefined).toBe(expected);
  });

  it('still refuses credentials and other schemes on them', () => {
    expect(() => checkAddress('http://a:b@127.0.0.1:4000/', allowed)).toThrow(FetchRefused);
    expect(() => checkAddress('ftp://127.0.0.1:4000/', allowed)).toThrow(FetchRefused);
  });
});
