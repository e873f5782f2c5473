import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface WatchedStretches {
  readonly enrolmentId: string;
  readonly runId: string;
  readonly blockId: string;
  readonly filmId: string;
  /** In the order of the film. */
  readonly stretches: readonly {
    readonly stretch: number;
    readonly reached: number;
    readonly again: number;
    readonly left: number;
  }[];
  readonly now: Date;
}

/** Adds what one player reported to the counts of the run; whoever watches for the first time is one more viewer. */
export async function addWatched(db: Db, watched: WatchedStretches): Promise<void> {
  const { enrolmentId, runId, blockId, filmId, now } = watched;
  await sql`
    with viewer as (
      insert into learning.film_viewer (enrolment_id, block_id, film_id)
      values (${enrolmentId}::uuid, ${blockId}, ${filmId}) on conflict do nothing returning 1),
    audience as (
      insert into learning.film_audience as a (run_id, block_id, film_id, viewers, last_at)
      values (${runId}::uuid, ${blockId}, ${filmId}, (select count(*) from viewer), ${now}::timestamptz)
      on conflict (run_id, block_id, film_id) do update set viewers = a.viewers + excluded.viewers,
        last_at = excluded.last_at)
    insert into learning.film_stretch as s (run_id, block_id, film_id, stretch, reached, again, left_at)
    select ${runId}::uuid, ${blockId}, ${filmId}, x.stretch, x.reached, x.again, x."left"
    from jsonb_to_recordset(${JSON.stringify(watched.stretches)}::jsonb)
      as x(stretch int, reached int, again int, "left" int) order by x.stretch
    on conflict (run_id, block_id, film_id, stretch) do update set reached = s.reached + excluded.reached,
      again = s.again + excluded.again, left_at = s.left_at + excluded.left_at`.execute(of(db));
}

/** How one film was watched. */
export interface FilmCounts {
  readonly blockId: string;
  readonly viewers: number;
  /** By stretch: how many got as far, how often it was watched again, how often the film was left. */
  readonly reached: readonly number[];
  readonly again: readonly number[];
  readonly left: readonly number[];
}

/**
 * How the films of a course were watched, in one of its runs or in all: of each block the film that was watched last.
 * Films with fewer viewers than `least` do not leave the database.
 */
export async function filmCounts(
  db: Db,
  which: { readonly courseId: string; readonly runId?: string | undefined; readonly least: number },
): Promise<FilmCounts[]> {
  const { rows } = await sql<FilmCounts>`
    with run as (select id from courses.offering where course_id = ${which.courseId}::uuid
        and (${which.runId ?? null}::uuid is null or id = ${which.runId ?? null}::uuid)),
    film as (
      select distinct on (block_id) block_id, film_id, viewers from (
        select a.block_id, a.film_id, sum(a.viewers)::int as viewers, max(a.last_at) as last_at
        from learning.film_audience a join run on run.id = a.run_id
        group by a.block_id, a.film_id) each
      order by block_id, last_at desc, film_id),
    counted as (
      select f.block_id, f.viewers, s.stretch, sum(s.reached)::int as reached, sum(s.again)::int as again,
        sum(s.left_at)::int as left_at
      from film f join learning.film_stretch s on s.block_id = f.block_id and s.film_id = f.film_id
      join run on run.id = s.run_id where f.viewers >= ${which.least} group by f.block_id, f.viewers, s.stretch)
    select c.block_id as "blockId", c.viewers,
      jsonb_agg(coalesce(x.reached, 0) order by at) as reached, jsonb_agg(coalesce(x.again, 0) order by at) as again,
      jsonb_agg(coalesce(x.left_at, 0) order by at) as left
    from (select block_id, viewers, max(stretch) as last from counted group by block_id, viewers) c
    cross join lateral generate_series(0, c.last) at
    left join counted x on x.block_id = c.block_id and x.stretch = at
    group by c.block_id, c.viewers order by c.block_id`.execute(of(db));
  return rows;
}
