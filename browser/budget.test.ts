import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetPaths } from '../src/app/style-sheets.ts';
import { buildClient } from '../src/platform/testing/client-build.ts';

const weights = new Map<string, number>();

beforeAll(async () => {
  const { assets, files } = await buildClient(sheetPaths);
  // Islands, and what only they import, are loaded by the few pages that have them, and count there.
  const loaded = new Set([assets.js, assets.css]);
  for (const path of loaded)
    for (const [, name = ''] of String(files.get(path)).matchAll(/\bfrom\s*["']\.\/([^"']+\.js)["']/g))
      loaded.add(`/assets/${name}`);
  for (const [path, content] of files) {
    if (/\.(js|css)$/.test(path) && !loaded.has(path)) continue;
    const kind = path.split('.').at(-1) ?? '';
    const weight = kind === 'woff2' ? content.length : brotliCompressSync(content).length;
    weights.set(kind, (weights.get(kind) ?? 0) + weight);
  }
});

describe('what every visitor loads once', () => {
  it.each([
    // what learners, authors and operators load beside it is counted by page, in page-budgets.test.ts
    ['css', 12 * 1024],
    ['js', 3 * 1024],
    ['woff2', 18 * 1024],
  ])('%s stays under %i bytes', (kind, budget) => {
    expect(weights.get(kind)).toBeGreaterThan(1000);
    expect(weights.get(kind)).toBeLessThanOrEqual(budget);
  });
});
