import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { ownPackageReader } from '../own-format/own-package-reader.ts';
import {
  installSampleCourses,
  removeSampleCourses,
  sampleFolder,
  sampleFolders,
} from './install-sample-courses.ts';
import { presentSamples } from './sample-courses.queries.ts';

const database = await testDatabase();
const clock = testClock();
const tools = testTools(database, { messages: [], clock });
const actor = systemActor('test', clock.now(), tools.ids);

const count = async (what: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(what)}`.execute(
    tables(database.db),
  );
  return rows[0]?.n ?? 0;
};

describe('the sample courses', () => {
  it.each(sampleFolders)('%s is whole: nothing of it is degraded, missing or unused', async (name) => {
    const archive = await openArchive(sampleFolder(name));
    const { items, notes } = await ownPackageReader.read(archive, { ids: tools.ids, name });
    expect(items.length).toBeGreaterThan(35);
    expect(items.filter(({ outcome }) => outcome !== 'converted')).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('come published, listed and open, once; and go without a trace', async () => {
    expect(await installSampleCourses(tools, actor)).toHaveLength(sampleFolders.length);
    expect(await installSampleCourses(tools, actor)).toEqual([]);
    expect(
      await count(`courses.course where is_sample and state = 'published' and listing_id is not null`),
    ).toBe(sampleFolders.length);
    expect(await count(`courses.run where pacing = 'self' and access = 'open'`)).toBe(sampleFolders.length);
    // and one that is still to come
    expect(await removeSampleCourses(tools)).toBe(sampleFolders.length + 1);
    expect(await presentSamples(database.db)).toEqual([]);
    for (const table of ['course', 'version', 'unit_edition', 'run', 'block', 'file'])
      expect(await count(`courses.${table}`), table).toBe(0);
    const left = [];
    for await (const file of tools.storage.list()) left.push(file.key);
    expect(left).toEqual([]);
  });
});
