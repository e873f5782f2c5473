import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importCourses } from '../../src/modules/catalog/import-courses/import-courses.ts';
import { importReviews } from '../../src/modules/reviews/import-reviews/import-reviews.ts';
import { platformNamed } from '../../src/modules/reviews/import-reviews/match-course.queries.ts';
import { fitScores, scoreCourses } from '../../src/modules/reviews/score-courses/score-courses.ts';
import { ratingsCsv } from '../../src/modules/reviews/show-scores/downloads.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { type Db, openDatabase } from '../../src/platform/db/database.ts';
import { embeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { systemIds } from '../../src/platform/time/ids.ts';
import { benchClock, migrateBench } from '../catalogue/build.ts';
import { median, table, tidy } from '../serving/quantiles.ts';
import { benchCourses, ratingsFeed } from './feed.ts';
import { largestCourse } from './largest-course.queries.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1450000' }, courses: { type: 'string', default: '600' } },
});
const size = { ratings: Number(values.rows), courses: Number(values.courses) };
const actor = systemActor('bench', benchClock.now(), systemIds(benchClock));

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${what}: ${tidy(seconds)} s`);
  return { seconds, result };
}

async function bringIn(db: Db): Promise<number> {
  const platform = await platformNamed(db, 'bench', 'bench');
  if (!platform) throw new Error('the courses of the benchmark are not there');
  const report = await importReviews(db, actor, {
    input: ratingsFeed(size),
    platform,
    source: 'bench',
    outOf: 5,
    proof: 'none',
  });
  return report.created;
}

async function written(db: Db): Promise<number> {
  let bytes = 0;
  for await (const piece of ratingsCsv(db, '2026-11-22')) bytes += piece.length;
  return bytes;
}

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
chmodSync(folder, 0o755);
const server = await embeddedPostgres({ dataDir: folder }).start();
const { db, close } = openDatabase({ url: server.url, maximum: 4 });
try {
  await migrateBench(server.url);
  await importCourses(db, actor, {
    input: { location: 'bench', open: () => Promise.reject(new Error('no bytes')) },
    format: { name: 'bench', read: () => benchCourses(size.courses) },
    platform: { slug: 'bench', name: 'bench' },
    today: '2026-11-22',
  });
  const first = await timed('import', () => bringIn(db));
  const importMegabytes = process.resourceUsage().maxRSS / 1024;
  const again = await timed('import of the same', () => bringIn(db));
  const fit = await timed('all scores', () => transact(db, (inner) => fitScores(inner, actor)));
  const largest = await largestCourse(db);
  const changes: number[] = [];
  for (let nth = 0; nth < 9; nth += 1) {
    const one = await timed('one course', () =>
      transact(db, (inner) => scoreCourses(inner, actor, [largest.id])),
    );
    changes.push(one.seconds);
  }
  const out = await timed('ratings.csv', () => written(db));
  console.log('');
  console.log(
    table(
      ['reviews', 'figure', 'budget'],
      [
        ['ratings brought in', first.result, ''],
        ['seconds', tidy(first.seconds), '300'],
        ['ratings a second', Math.round(first.result / first.seconds), ''],
        ['peak memory of the import, MB', Math.round(importMegabytes), ''],
        ['the same again, seconds', tidy(again.seconds), ''],
        ['all priors, m and scores anew, seconds', tidy(fit.seconds), ''],
        [`one change in a course of ${largest.ratings}, ms`, tidy(median(changes) * 1000), ''],
        ['ratings.csv, seconds', tidy(out.seconds), ''],
        ['ratings.csv, MB', Math.round(out.result / 1e6), ''],
        ['peak memory of all, MB', Math.round(process.resourceUsage().maxRSS / 1024), ''],
      ],
    ),
  );
  console.log('');
  console.log(
    JSON.stringify({
      bench: 'reviews',
      rows: first.result,
      importSeconds: tidy(first.seconds),
      importMegabytes: Math.round(importMegabytes),
      againSeconds: tidy(again.seconds),
      fitSeconds: tidy(fit.seconds),
      oneChangeMs: tidy(median(changes) * 1000),
      ratingsCsvSeconds: tidy(out.seconds),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
} finally {
  await close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
