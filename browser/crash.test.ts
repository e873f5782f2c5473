import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFormIn, filledIn, type AnswerForm } from '../bench/learn/answer-form.ts';
import { cookieOf, enrolPeople } from '../bench/learn/people.ts';
import { send } from '../bench/serving/load.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { embeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { freePort } from '../src/platform/db/embedded/free-port.ts';
import { type RunningSite, startSite } from '../src/platform/testing/running-site.ts';

/** Who answers, and after how many answers somebody is killed each time. */
const people = 56;
const killEvery = 8;
const victims = ['web', 'database', 'worker', 'everything', 'web', 'database'] as const;
type Victim = (typeof victims)[number];

const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-crash-'));
// PostgreSQL does not run as root: its own user must come through
chmodSync(dataDir, 0o755);
const port = await freePort(0);
const settings = {
  DATA_DIR: dataDir,
  PORT: String(port),
  BASE_URL: `http://127.0.0.1:${port}`,
  WEB_CONCURRENCY: '2',
};
let site: RunningSite;
const start = async (): Promise<void> => void (site = await startSite(settings));

async function withDatabase<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const server = await embeddedPostgres({ dataDir }).start();
  const database = openDatabase({ url: server.url, maximum: 2 });
  try {
    return await run(database);
  } finally {
    await database.close();
    await server.stop();
  }
}

/** The sample course in English, with our crowd in it; the unit of its first questions. */
async function fill(): Promise<{ readonly action: AnswerForm }> {
  const { slug, units } = await withDatabase(async ({ pool }) => {
    const { rows } = await pool.query<{ id: string; slug: string; run: string; units: string[] }>(
      `select c.id, c.slug, r.id as run,
         array(select u ->> 'id' from jsonb_path_query(v.outline, '$.sections[*].units[*]') u) as units
       from courses.course c join courses.version v on v.id = c.version_id join courses.run r on r.course_id = c.id
       where c.lang = 'en' and c.is_sample`,
    );
    const [course] = rows;
    if (!course) throw new Error('the sample has no English course');
    const crowd = { courseId: course.id, runId: course.run, units: course.units, from: 0, to: people };
    await enrolPeople(pool, { ...crowd, sessions: people });
    return course;
  });
  for (const unit of units) {
    const page = await fetch(`http://127.0.0.1:${port}/en/learn/${slug}/${unit}`, {
      headers: { cookie: cookieOf(0) },
    });
    const html = await page.text();
    const block = /<form[^>]*id="([\w-]+)-form"/.exec(html)?.[1];
    const form = block === undefined ? undefined : answerFormIn(html, block);
    if (form && form.choices.size > 0) return { action: form };
  }
  throw new Error('no unit asks anything');
}

const childrenOf = (pid: number): { pid: number; args: string }[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) =>
      found && Number(found[2]) === pid ? [{ pid: Number(found[1]), args: found[3] ?? '' }] : [],
    );

const end = (pid: number | undefined): void => {
  if (pid === undefined || pid === 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it was gone already
  }
};

/** The web processes hang on one of their own, which shares the port among them. */
const webPids = (): number[] =>
  childrenOf(site.pid)
    .filter(({ args }) => / web --child/.test(args))
    .flatMap(({ pid }) => [pid, ...childrenOf(pid).map((each) => each.pid)]);

function postmaster(): number {
  const [first = '0'] = readFileSync(join(dataDir, postgresFolder(), 'postmaster.pid'), 'utf8').split('\n');
  return Number(first);
}

const postgresFolder = (): string =>
  execFileSync('find', [dataDir, '-maxdepth', '2', '-name', 'postmaster.pid', '-printf', '%P'], {
    encoding: 'utf8',
  }).replace(/\/?postmaster\.pid$/, '');

async function kill(victim: Victim): Promise<void> {
  if (victim === 'web') return end(webPids().at(-1));
  if (victim === 'database') return end(postmaster());
  if (victim === 'worker')
    return end(childrenOf(site.pid).find(({ args }) => / worker --child/.test(args))?.pid);
  for (const pid of [site.pid, ...webPids(), postmaster()]) end(pid);
  await start();
}

beforeAll(start, 180_000);
afterAll(async () => {
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('answers', () => {
  it('that were acknowledged are there once, whoever is killed meanwhile', { timeout: 240_000 }, async () => {
    const { action: form } = await fill();
    const agent = new Agent({ keepAlive: false });
    const acknowledged: number[] = [];
    const left = Array.from({ length: people }, (_, n) => n);
    const deadline = performance.now() + 200_000;
    const killed: Victim[] = [];
    let killing: Promise<void> = Promise.resolve();

    /** As a browser that goes on trying: the same form again until somebody says that it is kept. */
    const answer = async (n: number): Promise<void> => {
      const body = filledIn(form, n);
      while (performance.now() < deadline) {
        const status = await send(agent, port, { path: form.action, cookie: cookieOf(n), form: body }).catch(
          () => 0,
        );
        if (status === 200 || status === 303) {
          acknowledged.push(n);
          return;
        }
        if (status >= 400 && status < 500) throw new Error(`the answer of ${n} is refused: ${status}`);
        await delay(100);
      }
    };
    const answering = async () => {
      for (let n = left.pop(); n !== undefined; n = left.pop()) {
        await answer(n);
        const victim = victims[killed.length];
        if (victim === undefined || acknowledged.length < killEvery * (killed.length + 1)) continue;
        killed.push(victim);
        killing = killing.then(() => kill(victim));
      }
    };
    await Promise.all(Array.from({ length: 4 }, answering));
    await killing;
    agent.destroy();
    expect(killed).toEqual(victims);
    expect(acknowledged).toHaveLength(people);
    const kept = await withDatabase(async ({ pool }) => {
      const { rows } = await pool.query<{ n: number; answers: number; questions: number; entries: number }>(
        `select n::int, count(w.*)::int as answers, count(distinct w.question_id)::int as questions,
           (select count(*)::int from learning.entry e join learning.enrolment o on o.id = e.enrolment_id
             where o.person_id = md5('person' || n)::uuid and e.kind = 'answered') as entries
         from generate_series(0, ${people - 1}) n
         left join assessment.attempt t on t.person_id = md5('person' || n)::uuid
         left join assessment.answer w on w.attempt_id = t.id and w.submitted group by n order by n`,
      );
      return rows;
    });
    const wrong = kept.filter(
      (each) =>
        each.answers !== form.choices.size || each.questions !== form.choices.size || each.entries !== 1,
    );
    expect(wrong).toEqual([]);
    console.log(
      `${acknowledged.length} answers acknowledged, ${killed.length} kills (${killed.join(', ')}), none lost, none twice`,
    );
  });
});
