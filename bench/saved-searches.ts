// `npm run bench -- saved-searches [--rows N] [--searches N] [--changed N] [--sample N] [--batch N]`: saved searches matched against
// changed courses, beside running each search again. Prints a table and, last, one line of JSON.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mostCourses } from '../src/modules/catalog/match-searches/match-searches.ts';
import { copyEntries } from '../src/modules/catalog/match-searches/testing/brute-force.queries.ts';
import { subjects } from '../src/modules/catalog/subjects/subject-tree.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { embeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { buildCatalogue, migrateBench } from './catalogue/build.ts';
import { chanceFrom } from './catalogue/chance.ts';
import { median, quantile, table, tidy } from './serving/quantiles.ts';
import { changeCourses } from './saved-searches/changes.ts';
import type { Run } from './saved-searches/match.ts';
import { type Rerun, rerun } from './saved-searches/rerun.ts';
import { followAll, type SavedForBench, saveForBench } from './saved-searches/save.ts';
import { kinds } from './saved-searches/searches.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    searches: { type: 'string', default: '100000' },
    changed: { type: 'string', default: '5000' },
    sample: { type: 'string', default: '400' },
    // courses matched at once
    batch: { type: 'string', default: String(mostCourses) },
  },
});
const [rows, searches, changedCount] = [values.rows, values.searches, values.changed].map(Number) as [
  number,
  number,
  number,
];
const budgetSeconds = 120;
const say = (line: string) => console.log(line);

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
chmodSync(folder, 0o755);
const server = await embeddedPostgres({ dataDir: folder }).start();
const database = openDatabase({ url: server.url, maximum: 4 });
const { db, pool } = database;
const matchAlone = (watched: readonly string[]): Run => {
  const args = [join(import.meta.dirname, 'saved-searches/match.ts'), server.url, values.batch, ...watched];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })) as Run;
};
try {
  await migrateBench(server.url);
  say(`Importing ${rows} courses`);
  await buildCatalogue(db, rows, say);
  const providers = await pool.query<{ slug: string }>('select slug from catalog.provider order by slug');
  await pool.query('vacuum analyze');
  say(`Saving ${searches} searches`);
  const savingBegan = performance.now();
  const facets = {
    rows,
    subjects: subjects.map(({ id }) => id),
    providers: providers.rows.map(({ slug }) => slug),
  };
  const saved = await saveForBench(db, facets, searches);
  const savingSeconds = (performance.now() - savingBegan) / 1000;
  await followAll(pool);
  await pool.query('vacuum analyze');
  say(`Changing ${changedCount} courses`);
  await copyEntries(db);
  const changingBegan = performance.now();
  await changeCourses(db, rows, changedCount);
  const changingSeconds = (performance.now() - changingBegan) / 1000;
  await pool.query('vacuum analyze');

  say('Matching');
  const chance = chanceFrom(7);
  const sample = Array.from({ length: Math.min(Number(values.sample), saved.length) }, () =>
    chance.pick(saved),
  );
  const run = matchAlone(sample.map(({ id }) => id));

  say(`Running ${sample.length} of the searches again`);
  const reruns: ({ readonly search: SavedForBench } & Rerun)[] = [];
  for (const search of sample) reruns.push({ search, ...(await rerun(db, search)) });
  const differing = reruns.filter(
    ({ search, fresh }) =>
      JSON.stringify(fresh) !== JSON.stringify((run.found[search.id] ?? []).toSorted((a, b) => a - b)),
  );

  say('Matching one corrected course');
  await changeCourses(db, rows, 4);
  const few = matchAlone([]);

  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const pageMs = reruns.map(({ page }) => page);
  const numbersMs = reruns.map(({ numbers }) => numbers);
  const extrapolated = (milliseconds: readonly number[]) =>
    Math.round((mean(milliseconds) * searches) / 1000);
  say('');
  say(
    table(
      ['saved searches', 'figure', 'budget'],
      [
        ['courses in the catalogue', rows, ''],
        ['different searches', saved.length, ''],
        ['changed courses', run.courses, ''],
        ['searches compared', run.searches, ''],
        ['new matches', run.matches, ''],
        ['of these announced one by one', run.news, ''],
        ['matching and announcing, seconds', tidy(run.seconds), budgetSeconds],
        ['peak memory of the process, MB', Math.round(run.megabytes), ''],
        [`saving ${searches} searches, seconds`, tidy(savingSeconds), ''],
        [`importing the changes, seconds`, tidy(changingSeconds), ''],
        [`matching ${few.courses} changed courses, seconds`, tidy(few.seconds), ''],
      ],
    ),
  );
  say('');
  say(
    table(
      ['running each search again', 'sample', 'p50, ms', 'mean, ms', `${searches}: extrapolated, seconds`],
      [
        [
          'as the list of courses does',
          sample.length,
          tidy(median(pageMs)),
          tidy(mean(pageMs)),
          extrapolated(pageMs),
        ],
        [
          'only the numbers of what it finds',
          sample.length,
          tidy(median(numbersMs)),
          tidy(mean(numbersMs)),
          extrapolated(numbersMs),
        ],
      ],
    ),
  );
  say('');
  say(
    table(
      ['of the sample', 'searches', 'new matches', 'slowest again, ms'],
      kinds.map((kind) => {
        const some = reruns.filter(({ search }) => search.kind === kind);
        return [
          kind,
          some.length,
          some.reduce((sum, { fresh }) => sum + fresh.length, 0),
          tidy(
            quantile(
              some.map(({ page }) => page),
              1,
            ),
          ),
        ];
      }),
    ),
  );
  say(`Searches of the sample whose matches differ from running them again: ${differing.length}`);
  for (const { search, fresh } of differing.slice(0, 5))
    say(
      JSON.stringify({
        q: search.q,
        selection: search.selection,
        again: fresh,
        matched: run.found[search.id],
      }),
    );
  say(run.seconds <= budgetSeconds ? 'Within two minutes.' : 'ABOVE TWO MINUTES.');
  say('');
  say(
    JSON.stringify({
      bench: 'saved-searches',
      rows,
      searches: saved.length,
      changed: run.courses,
      matches: run.matches,
      seconds: tidy(run.seconds),
      megabytes: Math.round(run.megabytes),
      sample: sample.length,
      differing: differing.length,
      rerunPagesExtrapolatedSeconds: extrapolated(pageMs),
      rerunNumbersExtrapolatedSeconds: extrapolated(numbersMs),
      fewCourses: few.courses,
      fewSeconds: tidy(few.seconds),
    }),
  );
} finally {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
