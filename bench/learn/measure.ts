import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPerson } from '../../src/modules/accounts/index.ts';
import { createCourse } from '../../src/modules/courses/keep-course/create-course.ts';
import { offerRun } from '../../src/modules/courses/offer-run/offer-run.ts';
import { publishCourse } from '../../src/modules/courses/publish-course/publish-course.ts';
import { countRun, keepFigures } from '../../src/modules/learning/teach-run/figures.queries.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { embeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { systemClock } from '../../src/platform/time/clock.ts';
import { systemIds } from '../../src/platform/time/ids.ts';
import { migrateBench } from '../catalogue/build.ts';
import { stop, startPlatform } from '../serving/processes.ts';
import { table } from '../serving/quantiles.ts';
import { benchCourse, benchQuiz, benchUnit } from './bench-course.ts';
import { answerAtOnce } from './answer-at-once.ts';
import { comparePages, type PageToMeasure } from './compare-pages.ts';
import { enrolPeople, signInAs } from './people.ts';

const { values } = parseArgs({
  options: {
    enrolled: { type: 'string', default: '20000' },
    crowd: { type: 'string', default: '160000' },
    answering: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '600' },
    seconds: { type: 'string', default: '60' },
  },
});
const count = (name: keyof typeof values): number => Number(values[name]);
const say = (line: string) => console.log(line);

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
chmodSync(folder, 0o755);
const server = await embeddedPostgres({ dataDir: folder }).start();
const database = openDatabase({ url: server.url, maximum: 6 });
try {
  await migrateBench(server.url);
  const actor = systemActor('bench', systemClock.now(), systemIds(systemClock));
  const { teacher, course, runId, crowdRunId } = await transact(database.db, async (db) => {
    const ownerId = await createPerson(db, actor, {
      name: 'Bench',
      address: 'bench@example.org',
      password: 'seven green kayaks',
      lang: 'fr',
      roles: ['operator'],
    });
    if (ownerId === undefined) throw new Error('the teacher has an account already');
    const made = await createCourse(db, actor, { content: benchCourse, ownerId });
    await publishCourse(db, actor, { courseId: made.id });
    const offered = { courseId: made.id, title: 'Mesures' };
    return {
      teacher: ownerId,
      course: made,
      runId: await offerRun(db, actor, offered),
      crowdRunId: await offerRun(db, actor, offered),
    };
  });
  const units = benchCourse.sections.flatMap((section) => section.units.map(({ id }) => id));
  const crowd = { courseId: course.id, units };
  say(`Enrolling ${count('enrolled')} people in one run and ${count('crowd')} in another`);
  await enrolPeople(database.pool, { ...crowd, runId, from: 0, to: count('enrolled'), sessions: 2000 });
  await enrolPeople(database.pool, {
    ...crowd,
    runId: crowdRunId,
    from: count('enrolled'),
    to: count('enrolled') + count('crowd'),
    sessions: count('answering'),
  });
  await signInAs(database.pool, teacher, -1);
  // as the job does every five minutes
  for (const id of [runId, crowdRunId]) {
    const now = systemClock.now();
    await transact(database.db, async (db) => keepFigures(db, id, await countRun(db, id, now), now));
  }
  await database.pool.query('vacuum analyze');
  const platform = await startPlatform(server.url);
  try {
    const learn = `/fr/learn/${course.slug}`;
    const pages: PageToMeasure[] = [
      { name: 'course page', path: learn },
      { name: 'unit', path: `${learn}/${benchUnit}` },
      { name: 'answer', path: `${learn}/${benchQuiz.unit}`, block: benchQuiz.block },
      { name: 'dashboard of the run', path: `/fr/teach/runs/${runId}`, as: 'teacher' },
    ];
    say('Serving');
    const compared = await comparePages(pages, {
      platform,
      url: server.url,
      pool: database.pool,
      requests: count('requests'),
    });
    say(`Answering: ${count('answering')} people in ${count('seconds')} s`);
    const rush = await answerAtOnce(
      { pool: database.pool, port: platform.port },
      {
        path: `${learn}/${benchQuiz.unit}`,
        block: benchQuiz.block,
        from: count('enrolled'),
        people: count('answering'),
        seconds: count('seconds'),
      },
    );
    say('');
    say(compared.table);
    say('');
    say(
      table(
        [`${count('answering')} of ${count('crowd')} people answer within ${count('seconds')} s`, 'figure'],
        [
          ['sent', rush.sent],
          ['acknowledged', rush.acknowledged],
          ['answers found afterwards', rush.found],
          ['lost', rush.lost],
          ['found twice', rush.twice],
          ['p50, ms', rush.p50],
          ['p95, ms', rush.p95],
          ['slowest, ms', rush.slowest],
        ],
      ),
    );
    say('');
    say(
      JSON.stringify({
        bench: 'learn',
        enrolled: count('enrolled'),
        crowd: count('crowd'),
        pages: compared.figures,
        rush,
      }),
    );
  } finally {
    await stop(platform);
  }
} finally {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
