import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { FeedRecord } from '../formats/feed-format.ts';
import { importCourses, type ImportFormat } from '../import-courses/import-courses.ts';
import { describeProviders, hasCourses, removeSampleRows } from './sample.queries.ts';
import { earlierByDays, earlierWords } from './earlier-words.ts';
import { type SampleCatalogue, sampleCatalogue, type SampleCourse } from './expand.ts';

/** The sample goes the way of every feed: through the importer, from a source that says "sample". */
const formatOver = (courses: readonly SampleCourse[]): ImportFormat => ({
  name: 'sample',
  async *read(): AsyncIterable<FeedRecord> {
    for (const { document } of courses) yield { kind: 'course', document, degraded: [] };
  },
});

const noInput = { location: 'sample', open: () => Promise.reject(new Error('the sample has no bytes')) };

export interface SampleCounts {
  readonly platforms: number;
  readonly courses: number;
}

/** Installs the sample, or brings its dates up to today. Harmless when it is there already. */
export async function installSample(db: Db, actor: Actor, today: string): Promise<SampleCounts> {
  const sample = sampleCatalogue(today);
  for (const platform of sample.platforms) await importSample(db, actor, { ...sample, platform, today });
  await transact(db, (inner) => describeProviders(inner, sample.providers));
  return { platforms: sample.platforms.length, courses: sample.courses.length };
}

interface SampleFeed {
  readonly platform: SampleCatalogue['platforms'][number];
  readonly courses: readonly SampleCourse[];
  readonly today: string;
  readonly partial?: boolean;
}

async function importSample(
  db: Db,
  actor: Actor,
  { platform, courses, today, partial }: SampleFeed,
): Promise<void> {
  const own = courses.filter((course) => course.platform === platform.slug);
  await importCourses(db, actor, {
    input: noInput,
    format: formatOver(own),
    platform,
    today,
    isSample: true,
    ...(partial && { partial }),
  });
}

/** What some courses said some days ago: the sample begins with a few changes to look at. */
async function installEarlierWords(db: Db, actor: Actor, today: string): Promise<void> {
  const { platforms, courses } = sampleCatalogue(today);
  const then = { ...actor, now: new Date(actor.now.getTime() - earlierByDays * 86_400_000) };
  const earlier = earlierWords(courses, today);
  for (const platform of platforms)
    await importSample(db, then, { platform, courses: earlier, today, partial: true });
}

/** Removes every row of the sample and nothing else. Returns how many courses went. */
export const removeSample = (db: Db): Promise<number> => transact(db, removeSampleRows);

/** Installs the sample on a platform that has no course at all. */
export async function installSampleWhenEmpty(
  db: Db,
  actor: Actor,
  today: string,
): Promise<SampleCounts | undefined> {
  if (await hasCourses(db)) return undefined;
  await installEarlierWords(db, actor, today);
  return installSample(db, actor, today);
}
