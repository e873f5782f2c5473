import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressedBody } from './compressed-bodies.ts';

const text = 'Bonjour à tous. '.repeat(200);

it('compresses a text in the way that was asked for, and keeps each', () => {
  const br = compressedBody(text, 'a', 'br');
  expect(brotliDecompressSync(br).toString()).toBe(text);
  expect(gunzipSync(compressedBody(text, 'a', 'gzip')).toString()).toBe(text);
  expect(compressedBody(text, 'a', 'br')).toBe(br);
});

it('gives each text its own body', () => {
  const other = `${text}!`;
  expect(brotliDecompressSync(compressedBody(other, 'b', 'br')).toString()).toBe(other);
});

it('does not grow beyond its bounds: what was not asked for the longest goes first', () => {
  const first = compressedBody(text, 'first', 'br');
  // nothing makes these shorter than 100 KB
  const noise = () => randomBytes(100_000).toString('hex');
  for (let at = 0; at < 60; at += 1) {
    compressedBody(noise(), `noise ${at}`, 'br');
    expect(compressedBody(text, 'first', 'br')).toBe(first);
  }
  for (let at = 100; at < 160; at += 1) compressedBody(noise(), `noise ${at}`, 'br');
  expect(compressedBody(text, 'first', 'br')).not.toBe(first);
});
