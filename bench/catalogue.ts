// `npm run bench -- catalogue [--rows N] [--each N]`: a catalogue of 250,000 courses, imported, searched and served.
// Prints a table and, last, one line of JSON. The machine is seldom alone: figures are medians and quantiles.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refreshCounts } from '../src/modules/catalog/search-courses/refresh-counts.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { embeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { benchClock, buildCatalogue, migrateBench } from './catalogue/build.ts';
import { measureHotPage } from './catalogue/hot-page.ts';
import { latenciesOf, latencyTable, timeQuestions } from './catalogue/measure.ts';
import { table, tidy } from './serving/quantiles.ts';
import { questions } from './catalogue/questions.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '250000' },
    each: { type: 'string', default: '30' },
    naive: { type: 'string', default: '6' },
    requests: { type: 'string', default: '2000' },
  },
});
const rows = Number(values.rows);
const say = (line: string) => console.log(line);

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
chmodSync(folder, 0o755);
const server = await embeddedPostgres({ dataDir: folder }).start();
const database = openDatabase({ url: server.url, maximum: 6 });
try {
  await migrateBench(server.url);
  say(`Importing ${rows} courses`);
  const built = await buildCatalogue(database.db, rows, say);
  const countingBegan = performance.now();
  const counted = await refreshCounts(database.db, benchClock.now());
  const countingSeconds = (performance.now() - countingBegan) / 1000;
  // the queue would tell all day of courses that changed; here nobody listens
  await database.pool.query('delete from platform.event');
  await database.pool.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
  await database.pool.query('vacuum analyze');
  say('Searching');
  const timed = await timeQuestions(database, questions(Number(values.each)), Number(values.naive));
  say('Serving');
  const hot = await measureHotPage(server.url, database.pool, Number(values.requests));
  const latencies = latenciesOf(timed);
  say('');
  say(
    table(
      ['import', 'figure', 'budget'],
      [
        ['courses', built.courses, ''],
        ['seconds', Math.round(built.seconds), '600'],
        ['courses a second', Math.round(built.courses / built.seconds), ''],
        ['peak memory, MB', Math.round(built.megabytes), '600'],
        [`counting ahead (${counted}), seconds`, tidy(countingSeconds), ''],
      ],
    ),
  );
  say('');
  say(latencyTable(timed));
  say('budget of all: p50 15 ms, p95 150 ms');
  say('');
  say(
    table(
      ['hot page (/fr/courses)', 'page', 'bare server', 'share or budget'],
      [
        [
          'requests a second',
          hot.page,
          hot.bare,
          `${Math.round((hot.page / hot.bare) * 100)} %, at least 50 %`,
        ],
        ['CPU a request, ms', hot.pageCpu, hot.bareCpu, 'at most 2 ms'],
      ],
    ),
  );
  say('');
  say(
    JSON.stringify({
      bench: 'catalogue',
      rows: built.courses,
      importSeconds: tidy(built.seconds),
      importMegabytes: Math.round(built.megabytes),
      ...latencies,
      hotPerSecond: hot.page,
      barePerSecond: hot.bare,
      hotCpuMs: hot.pageCpu,
      bareCpuMs: hot.bareCpu,
    }),
  );
} finally {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
