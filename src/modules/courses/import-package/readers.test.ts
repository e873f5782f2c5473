import { expect, it } from 'vitest';
import { archiveOf } from '../run-packages/testing/archive-of.ts';
import { packageReaders } from './readers.ts';

it('takes a package with a README for the package that it is', async () => {
  for (const [name, format] of [
    ['h5p.json', 'h5p'],
    ['cmi5.xml', 'cmi5'],
    ['index.html', 'html'],
    ['notes.md', 'markdown'],
  ] as const) {
    const archive = archiveOf({ 'README.md': '# Read me', [name]: '# First\n\nText.' });
    let first: string | undefined;
    for (const reader of packageReaders)
      if (first === undefined && (await reader.recognises(archive))) first = reader.format;
    expect(first).toBe(format);
  }
});
