import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';
import { inSegment } from './segments.queries.ts';
import type { Segment } from './segments.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface RunFigures {
  /** How many people are in each segment. */
  readonly people: Readonly<Record<Segment, number>>;
  /** By unit: how many people saw it. */
  readonly seen: Readonly<Record<string, number>>;
  /** By block with questions: how many people answered, and how many passed. */
  readonly sets: Readonly<Record<string, { readonly tried: number; readonly passed: number }>>;
}

export interface CountedFigures extends RunFigures {
  readonly countedAt: Date;
}

/** Counts everything about a run from its enrolments: one pass over people, one over what they saw, one over what they passed. */
export async function countRun(db: Db, runId: string, now: Date): Promise<RunFigures> {
  const part = (segment: Segment) => sql`count(*) filter (where ${inSegment(segment, now)})`;
  const { rows } = await sql<RunFigures>`
    with people as materialized (
      select e.state, e.last_seen_at, e.enrolled_at, p.seen, p.blocks
      from learning.enrolment e left join learning.progress p on p.enrolment_id = e.id where e.run_id = ${runId}::uuid)
    select
      (select jsonb_build_object('all', ${part('all')}, 'active', ${part('active')}, 'not-started', ${part('not-started')},
        'stuck', ${part('stuck')}, 'finished', ${part('finished')}, 'waiting', ${part('waiting')}, 'left', ${part('left')})
        from people e cross join lateral (select e.seen) p) as people,
      (select coalesce(jsonb_object_agg(unit, n), '{}') from (
        select unit, count(*) as n from people, unnest(seen) unit where state <> 'left' group by unit) s) as seen,
      (select coalesce(jsonb_object_agg(block, jsonb_build_object('tried', tried, 'passed', passed)), '{}') from (
        select b.key as block, count(*) as tried, count(*) filter (where (b.value ->> 'passed')::boolean) as passed
        from people, jsonb_each(blocks) b where state <> 'left' and b.value ? 'passed' group by b.key) s) as sets`.execute(
    of(db),
  );
  const [row] = rows;
  if (!row) throw new Error('a select without a condition gave no row');
  return row;
}

/** Figures that were counted before, of a large run. */
export async function keptFigures(db: Db, runId: string): Promise<CountedFigures | undefined> {
  const { rows } = await sql<{ figures: RunFigures; countedAt: Date }>`
    select figures, counted_at as "countedAt" from learning.run_figures where run_id = ${runId}::uuid`.execute(
    of(db),
  );
  return rows[0] && { ...rows[0].figures, countedAt: rows[0].countedAt };
}

export async function keepFigures(db: Db, runId: string, figures: RunFigures, now: Date): Promise<void> {
  await sql`
    insert into learning.run_figures (run_id, figures, counted_at)
    values (${runId}::uuid, ${JSON.stringify(figures)}::jsonb, ${now}::timestamptz)
    on conflict (run_id) do update set figures = excluded.figures, counted_at = excluded.counted_at`.execute(
    of(db),
  );
}

/** Runs with more people than are counted for each page, in which something happened since they were counted. */
export async function runsToCount(db: Db, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.run_id as id from learning.enrolment e left join learning.run_figures f on f.run_id = e.run_id
    group by e.run_id, f.counted_at
    having count(*) > ${most} and (f.counted_at is null
      or max(greatest(e.last_seen_at, e.enrolled_at)) > f.counted_at - interval '1 hour')`.execute(of(db));
  return rows.map(({ id }) => id);
}
