import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { projectRoot } from '../../../platform/config/project-root.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { detectFormat } from '../formats/detect.ts';
import { fileInput } from '../formats/file-input.ts';
import { importCourses } from './import-courses.ts';

const folder = join(projectRoot(), '..', 'shared', 'data', 'catalogues');
const isThere = existsSync(folder);
if (!isThere) console.log(`real feeds: ${folder} is absent, these tests are skipped`);

const now = new Date('2026-12-01T09:00:00Z');

/** A file of each kind, with how many records it holds and how many of them no importer may take. */
const feeds: readonly [file: string, format: string, read: number, refused: number][] = [
  ['edx_courses.csv', 'csv', 974, 0],
  ['Coursera_courses.csv', 'csv', 623, 0],
  ['openedx_courses_api.json', 'openedx', 3, 1],
  ['mitlearn/test_mitx_course.json', 'openedx-discovery', 2, 1],
  ['mitlearn/mitxonline_courses.json', 'openedx-discovery', 3, 0],
  ['mitlearn/xpro_courses.json', 'openedx-discovery', 2, 0],
  ['mitlearn/oll_metadata.csv', 'csv', 64, 0],
  ['mammooc/coursera.json', 'coursera', 2, 0],
  ['mammooc/edx.xml', 'edx-rss', 1, 0],
  ['mammooc/future_learn.json', 'futurelearn', 1, 0],
  ['mammooc/iversity.json', 'iversity', 1, 0],
  ['mammooc/mooin.json', 'moochub', 2, 0],
  ['mammooc/udacity.json', 'udacity', 1, 0],
  ['lheo/anotea-intercarif-data-test.xml', 'lheo', 1, 0],
  ['lheo/exemple-bts-onisep.xml', 'lheo', 1, 0],
  ['elm/ams.xml', 'elm', 2, 2],
  ['elm/loq_withLearningAchievementSpecification.xml', 'elm', 2, 0],
];

describe.skipIf(!isThere)('real feeds', async () => {
  const { db } = isThere ? await testDatabase() : { db: undefined as never };

  it.each(feeds)('%s is read as %s, twice, without loss', async (file, format, read, refused) => {
    const run = async () => {
      const input = await fileInput(join(folder, file));
      const detected = await detectFormat(input);
      const actor = systemActor('test', now, systemIds({ now: () => now }));
      const outcome = await importCourses(db, actor, {
        input,
        format: detected.format,
        platform: { slug: `real-${format}`, name: `Real ${format}` },
        sourceName: file,
        today: '2026-12-01',
      });
      return { format: detected.format.name, outcome };
    };
    const first = await run();
    expect(first.format).toBe(format);
    expect({ read: first.outcome.read, refused: first.outcome.refused }).toEqual({ read, refused });
    const { created, updated, unchanged } = first.outcome;
    expect(created + updated + unchanged + refused).toBe(read);
    const second = await run();
    expect(second.outcome).toMatchObject({ created: 0, updated: 0, unchanged: read - refused, refused });
  });
});
