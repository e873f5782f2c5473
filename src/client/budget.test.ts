import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const weights = new Map<string, number>();

beforeAll(async () => {
  const built = await build({ root, mode: 'client', logLevel: 'silent', build: { write: false } });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  for (const file of outputs) {
    const source = file.type === 'chunk' ? file.code : file.source;
    const kind = /\.(\w+)$/.exec(file.fileName)?.[1] ?? '';
    const packed = kind === 'woff2' ? source.length : brotliCompressSync(source).length;
    weights.set(kind, (weights.get(kind) ?? 0) + packed);
  }
}, 60_000);

describe('what every visitor loads once', () => {
  it.each([
    ['css', 9 * 1024],
    ['js', 3 * 1024],
    ['woff2', 18 * 1024],
  ])('%s stays under %i bytes', (kind, budget) => {
    expect(weights.get(kind)).toBeGreaterThan(1000);
    expect(weights.get(kind)).toBeLessThanOrEqual(budget);
  });
});
