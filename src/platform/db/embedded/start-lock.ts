import { readFileSync, rmSync, utimesSync, writeFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFailure } from './database-failure.ts';
import { processExists } from './process-state.ts';

const touchEvery = 2_000;
const staleAfter = 15_000;
const patience = 120_000;

/**
 * Runs `work` while this process alone starts or stops the database of a data folder; others wait. It saves waiting
 * processes from trying in vain; PostgreSQL's own lock on the folder is what makes a second server impossible.
 */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  while (!take(path)) {
    if (performance.now() - began > patience) {
      throw new DatabaseFailure(
        `Another process has been starting the database for two minutes. If none is, remove ${path}.`,
      );
    }
    await pause(50);
  }
  const alive = setInterval(() => touch(path), touchEvery);
  alive.unref();
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw unwritable(path, error);
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  return false;
}

function unwritable(path: string, error: unknown): DatabaseFailure {
  const why = error instanceof Error ? error.message : String(error);
  return new DatabaseFailure(
    `DATA_DIR ${dirname(path)} cannot be written (${why}): choose another folder or mend its rights`,
  );
}

/** A lock is abandoned when its process is gone, or when a process that got the same id does not touch it. */
function isAbandoned(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    const age = performance.timeOrigin + performance.now() - statSync(path).mtimeMs;
    return age > staleAfter || (owner > 0 && owner !== process.pid && !processExists(owner));
  } catch {
    return false;
  }
}

function touch(path: string): void {
  try {
    const now = (performance.timeOrigin + performance.now()) / 1000;
    utimesSync(path, now, now);
  } catch {
    // Removed by hand: the work goes on, PostgreSQL's own lock holds.
  }
}
