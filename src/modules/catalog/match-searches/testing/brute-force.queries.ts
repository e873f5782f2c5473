import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import { isWanted, type Wanted } from '../../search-courses/matching-courses.queries.ts';

/** Keeps all search entries as they are, to ask them again after they changed. */
export async function copyEntries(db: Db): Promise<void> {
  await sql`drop table if exists public.entry_copy`.execute(tables(db));
  await sql`create table public.entry_copy as select * from catalog.search_entry`.execute(tables(db));
}

/** Numbers of the courses that matched before, by the words as they are read today. */
export async function matchedInCopy(db: Db, wanted: Wanted): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select e.n from public.entry_copy e
    where ${isWanted(wanted)}`.execute(tables(db));
  return rows.map((row) => row.n);
}

/** Takes courses off the list, or puts them on it again; their entries are made by the caller. */
export async function setListed(db: Db, ids: readonly string[], listed: boolean): Promise<void> {
  await sql`update catalog.course set state = ${listed ? 'listed' : 'archived'}
    where id = any(${ids}::uuid[])`.execute(tables(db));
}

export async function courseIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalog.course order by n`.execute(tables(db));
  return rows.map((row) => row.id);
}

/** Jobs of a name that wait. */
export async function waitingJobs(db: Db, task: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
    where task_identifier = ${task}`.execute(tables(db));
  return rows[0]?.n ?? -1;
}
