import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { send } from '../serving/load.ts';
import { quantile, tidy } from '../serving/quantiles.ts';
import { answerFormIn, filledIn } from './answer-form.ts';
import { cookieOf } from './people.ts';

export interface Rush {
  readonly sent: number;
  readonly acknowledged: number;
  /** Answers of those people in the database, one a question. */
  readonly found: number;
  /** People whose answers were acknowledged and are not all there. */
  readonly lost: number;
  readonly twice: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
}

export interface RushOrder {
  readonly path: string;
  readonly block: string;
  /** Number of the first person. */
  readonly from: number;
  readonly people: number;
  readonly seconds: number;
}

/**
 * Everybody answers once, spread evenly over the time, whether or not those before have their answer yet: as people do, and
 * unlike a fixed number of connections, a slow server gets no rest.
 */
export async function answerAtOnce(
  { pool, port }: { readonly pool: pg.Pool; readonly port: number },
  { path, block, from, people, seconds }: RushOrder,
): Promise<Rush> {
  const html = await (
    await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: cookieOf(from) } })
  ).text();
  const form = answerFormIn(html, block);
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  const latencies: number[] = [];
  const acknowledged: number[] = [];
  const began = performance.now();
  const underWay: Promise<void>[] = [];
  for (let n = 0; n < people; n += 1) {
    const due = began + (n / people) * seconds * 1000;
    if (performance.now() < due) await delay(due - performance.now());
    underWay.push(
      send(agent, port, { path: form.action, cookie: cookieOf(from + n), form: filledIn(form, n) }).then(
        (status) => {
          latencies.push(performance.now() - due);
          if (status === 303 || status === 200) acknowledged.push(from + n);
        },
        () => undefined,
      ),
    );
  }
  await Promise.all(underWay);
  agent.destroy();
  return {
    sent: people,
    acknowledged: acknowledged.length,
    ...(await lookFor(pool, acknowledged, form.choices.size)),
    ...times(latencies),
  };
}

const times = (latencies: readonly number[]) => ({
  p50: tidy(quantile(latencies, 0.5)),
  p95: tidy(quantile(latencies, 0.95)),
  slowest: tidy(Math.max(0, ...latencies)),
});

async function lookFor(pool: pg.Pool, people: readonly number[], questions: number) {
  const { rows } = await pool.query<{ found: number; complete: number; twice: number }>(
    `with each as (
       select t.person_id, count(distinct w.question_id)::int as questions, count(*)::int as answers
       from assessment.attempt t join assessment.answer w on w.attempt_id = t.id
       where t.person_id = any(select md5('person' || n)::uuid from unnest($1::int[]) n) and w.submitted
       group by t.person_id)
     select coalesce(sum(answers), 0)::int as found, count(*) filter (where questions >= $2)::int as complete,
       count(*) filter (where answers > questions)::int as twice from each`,
    [[...people], questions],
  );
  const { found = 0, complete = 0, twice = 0 } = rows[0] ?? {};
  return { found, lost: people.length - complete, twice };
}
