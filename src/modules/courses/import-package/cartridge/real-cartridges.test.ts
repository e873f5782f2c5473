import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { countsOf, questionsOf, readChecked, unitsOf } from '../testing/read-checked.ts';
import { commonCartridgeReader } from './cartridge-reader.ts';

const folder = join(process.cwd(), '../shared/data/courses/commoncartridge');
const there = existsSync(folder);
const packages = there
  ? [
      ...readdirSync(folder).filter((name) => name.endsWith('.imscc')),
      ...readdirSync(join(folder, 'unpacked')).map((name) => `unpacked/${name}`),
    ]
  : [];
if (!there) console.log('real cartridges: ../shared/data/courses/commoncartridge is not there, skipped');

/** What is known of them by counting their manifests: places of the outline and resources that no place names. */
const known: Readonly<Record<string, { items: number; units: number }>> = {
  'intro_chem.imscc': { items: 163, units: 163 },
  'py4e_export.imscc': { items: 189, units: 189 },
  'latex.imscc': { items: 2, units: 2 },
  'single-page.imscc': { items: 1, units: 1 },
};

describe.runIf(there)('cartridges of other platforms', () => {
  test.each(packages)('%s is imported, and its counts add up', async (name) => {
    const archive = await openArchive(join(folder, name));
    const read = await readChecked(commonCartridgeReader, archive, name);
    await archive.close();
    const counts = countsOf(read.items);
    const units = unitsOf(read).length;
    console.log(
      name,
      JSON.stringify({ items: read.items.length, ...counts, units, questions: questionsOf(read).length }),
    );
    expect(counts.converted + counts.degraded + counts.kept + counts.refused).toBe(read.items.length);
    expect(read.items.length).toBeGreaterThan(0);
    expect(counts.converted + counts.degraded).toBeGreaterThan(0);
    if (known[name] !== undefined) expect({ items: read.items.length, units }).toEqual(known[name]);
  });

  test('every question of the quiz with all types is asked', async () => {
    const archive = await openArchive(join(folder, 'unpacked/all-question-types'));
    const read = await readChecked(commonCartridgeReader, archive);
    await archive.close();
    const types = questionsOf(read).map(({ type }) => type);
    expect(types).toEqual([
      'single',
      'single',
      'multiple',
      'gap',
      'match',
      'number',
      'number',
      'essay',
      'file',
    ]);
  });
});
