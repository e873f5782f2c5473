import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coursesMessages } from '../messages/index.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Codes of notes as the sources of the importer and its OLX reader write them. */
async function writtenCodes(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const own = names.filter((name) => /^(?:olx\/.*|[^/]+)\.tsx?$/.test(name) && !name.includes('.test.'));
  const codes = new Set<string>();
  for (const name of own) {
    const source = await readFile(`${folder}${name}`, 'utf8');
    for (const [, code = ''] of source.matchAll(/(?:code: |counted\()'([a-z-]+)'/g)) codes.add(code);
  }
  return [...codes].sort();
}

describe('notes of an import', () => {
  it('have a sentence each, in every language', async () => {
    const codes = await writtenCodes();
    expect(codes.length).toBeGreaterThan(60);
    for (const [lang, messages] of Object.entries(coursesMessages))
      expect(
        codes
          .filter((code) => !(`courses.import.note.${code}` in messages))
          .map((code) => `${lang}: ${code}`),
      ).toEqual([]);
  });

  it('have one for everything that is wrong with an archive', async () => {
    const refusals = [
      'broken',
      'no-archive',
      'too-large',
      'bomb',
      'too-many',
      'leads-out',
      'link',
      'encrypted',
      'twice',
      'missing',
    ];
    for (const code of refusals)
      expect(coursesMessages.en).toHaveProperty([`courses.import.note.archive-${code}`]);
  });
});
