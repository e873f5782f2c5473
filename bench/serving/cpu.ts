import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { Running } from './processes.ts';

/** Milliseconds of user and system time so far, of the server and its database backends; Linux only, elsewhere 0. */
export async function cpuSoFar(running: Running, pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1',
    [running.connections],
  );
  return [running.process.pid ?? 0, ...rows.map(({ pid }) => pid)].reduce((sum, pid) => sum + cpuOf(pid), 0);
}

function cpuOf(pid: number): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(after[11] ?? 0) + Number(after[12] ?? 0)) * 10;
  } catch {
    return 0;
  }
}
