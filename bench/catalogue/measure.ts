import type pg from 'pg';
import { type CourseQuery, searchCourses } from '../../src/modules/catalog/search-courses/search-courses.ts';
import { countingStatements, type Database } from '../../src/platform/db/database.ts';
import { benchClock } from './build.ts';
import { askNaively } from './naive.ts';
import { median, quantile, table, tidy } from '../serving/quantiles.ts';
import { type Kind, kinds, type Question } from './questions.ts';

export interface Timed {
  readonly question: Question;
  /** Milliseconds in PostgreSQL, all statements of the search together. */
  readonly ours: number;
  readonly naive?: number;
  readonly found: number;
}

const rounds = 3;

/** Times each question warm: the median of some rounds, after one that does not count. */
export async function timeQuestions(
  database: Database,
  asked: readonly Question[],
  naiveEach: number,
): Promise<Timed[]> {
  const timed: Timed[] = [];
  const naiveDone = new Map<Kind, number>();
  for (const question of asked) {
    const query: CourseQuery = { q: question.q, selection: question.selection, sort: 'best', page: 1 };
    const samples: number[] = [];
    let found = await searchCourses(database.db, query, scene);
    for (let round = 0; round < rounds; round += 1) {
      const tally = { count: 0, milliseconds: 0 };
      found = await countingStatements(tally, () => searchCourses(database.db, query, scene));
      samples.push(tally.milliseconds);
    }
    const done = naiveDone.get(question.kind) ?? 0;
    const isCompared = done < naiveEach && Object.keys(question.selection).length === 0;
    if (isCompared) naiveDone.set(question.kind, done + 1);
    timed.push({
      question,
      ours: median(samples),
      found: found.total,
      ...(isCompared ? { naive: await naively(database.pool, found.match) } : {}),
    });
  }
  return timed;
}

const scene = { now: benchClock.now(), lang: 'en' as const };

async function naively(
  pool: pg.Pool,
  match: { readonly match: string; readonly rank: string } | undefined,
): Promise<number> {
  await askNaively(pool, match?.match, match?.rank);
  return askNaively(pool, match?.match, match?.rank);
}

export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly naiveP50: number;
  readonly naiveP95: number;
}

/** All kinds in equal parts, as the budget counts them. */
export function latenciesOf(timed: readonly Timed[]): Latencies {
  const naive = timed.flatMap((each) => each.naive ?? []);
  const ours = timed.map((each) => each.ours);
  return {
    p50: tidy(quantile(ours, 0.5)),
    p95: tidy(quantile(ours, 0.95)),
    naiveP50: tidy(quantile(naive, 0.5)),
    naiveP95: tidy(quantile(naive, 0.95)),
  };
}

/** One line a kind, then all together. */
export function latencyTable(timed: readonly Timed[]): string {
  const line = (name: string, some: readonly Timed[]) => {
    const { p50, p95, naiveP50, naiveP95 } = latenciesOf(some);
    return [name, some.length, tidy(median(some.map((each) => each.found))), p50, p95, naiveP50, naiveP95];
  };
  const rows = kinds.map((kind) =>
    line(
      kind,
      timed.filter(({ question }) => question.kind === kind),
    ),
  );
  return table(
    ['searches, ms in PostgreSQL', 'asked', 'found', 'p50', 'p95', 'naive p50', 'naive p95'],
    [...rows, line('all', timed)],
  );
}
