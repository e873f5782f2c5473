import { join } from 'node:path';
import { importCourses } from '../../src/modules/catalog/import-courses/import-courses.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { migrateJobs } from '../../src/platform/jobs/work.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { systemIds } from '../../src/platform/time/ids.ts';
import { chanceFrom, zipf } from './chance.ts';
import { benchDay, benchFeed } from './feed.ts';

const platformCount = 40;

export const benchClock: Clock = { now: () => new Date(`${benchDay}T09:00:00Z`) };

export async function migrateBench(url: string): Promise<void> {
  await migrate({
    url,
    migrations: readMigrations(join(import.meta.dirname, '../../migrations')),
    clock: benchClock,
  });
  await migrateJobs(url);
}

export interface Built {
  readonly courses: number;
  readonly seconds: number;
  /** Peak resident memory of the importing process, in megabytes. */
  readonly megabytes: number;
}

/** Where the courses of a platform come from, by its number. */
export const benchSource = (place: number) => ({
  input: { location: `bench-${place}`, open: () => Promise.reject(new Error('no bytes')) },
  platform: { slug: `platform-${place}`, name: `Platform ${place}` },
  today: benchDay,
});

/** Imports the catalogue of the benchmark, platform by platform, through the platform's own importer. */
export async function buildCatalogue(db: Db, rows: number, say: (line: string) => void): Promise<Built> {
  const dealt = deal(rows);
  const began = performance.now();
  let courses = 0;
  for (const [place, numbers] of dealt.entries()) {
    const actor = systemActor('bench', benchClock.now(), systemIds(benchClock));
    const outcome = await importCourses(db, actor, {
      ...benchSource(place),
      format: { name: 'bench', read: () => benchFeed(numbers) },
      onProgress: ({ phase, done }) => {
        if (done % 10_000 === 0)
          say(`${phase} ${courses + done} (${Math.round((performance.now() - began) / 1000)} s)`);
      },
    });
    courses += outcome.created;
  }
  return {
    courses,
    seconds: (performance.now() - began) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Which course stands on which platform, the same for any number of them: a few platforms have most of them. */
export function deal(rows: number): number[][] {
  const chance = chanceFrom(5);
  const rank = zipf(platformCount);
  const dealt: number[][] = Array.from({ length: platformCount }, () => []);
  for (let number = 0; number < rows; number += 1) dealt[rank(chance)]?.push(number);
  return dealt;
}
