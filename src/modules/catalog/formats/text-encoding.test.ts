import { describe, expect, it } from 'vitest';
import { decodedText } from './text-encoding.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decode(bytes: Uint8Array, size = 7): Promise<string> {
  let text = '';
  for await (const piece of decodedText(pieces(bytes, size))) text += piece;
  return text;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const padding = 'id,title\n'.repeat(300);

describe('decodedText', () => {
  it('reads UTF-8 with and without its mark, cut anywhere', async () => {
    const text = `${padding}É中文😀 fin`;
    for (const size of [1, 2, 3, 1023, 4096]) {
      expect(await decode(utf8(text), size)).toBe(text);
      expect(await decode(utf8('\uFEFF' + text), size)).toBe(text);
    }
  });

  it('reads Windows-1252 when the bytes are no UTF-8, even if the first accent comes late', async () => {
    const bytes = Buffer.concat([utf8(padding), Buffer.from([0xc9, 0x74, 0xe9, 0x20, 0x80, 0x20, 0x92])]);
    for (const size of [1, 2, 1024, 5000]) expect(await decode(bytes, size)).toBe(`${padding}Été € ’`);
  });

  it('reads an accent that ends the file', async () => {
    expect(await decode(Buffer.from([0x41, 0xe9]))).toBe('Aé');
  });

  it('reads UTF-16 in both orders, with and without mark', async () => {
    const little = Buffer.from('\uFEFFtitle;prix\nÉté;€ 3\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) expect(await decode(bytes, 5)).toBe('title;prix\nÉté;€ 3\n');
    expect(await decode(little.subarray(2), 5)).toBe('title;prix\nÉté;€ 3\n');
    expect(await decode(big.subarray(2), 5)).toBe('title;prix\nÉté;€ 3\n');
  });

  it('believes the bytes rather than a wrong declaration', async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>été</a>';
    expect(await decode(utf8(text))).toBe(text);
  });

  it('follows a declaration that the bytes do not contradict', async () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?><a>';
    const bytes = Buffer.concat([utf8(head), Buffer.from([0xca, 0xf3, 0xf0, 0xf1])]);
    expect(await decode(bytes)).toBe(`${head}Курс`);
  });

  it('keeps mostly good UTF-8 and marks its broken bytes', async () => {
    const bytes = Buffer.concat([utf8('éàü '), Buffer.from([0xff]), utf8(' ok')]);
    expect(await decode(bytes, 64)).toBe('éàü \uFFFD ok');
  });

  it('gives nothing for an empty stream', async () => {
    expect(await decode(new Uint8Array(0))).toBe('');
  });
});
