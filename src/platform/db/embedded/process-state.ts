import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Whether a process with this id lives; one of another user counts. A corpse does not: where nobody buries them (many
 * containers), the process that was killed would seem to live for ever.
 */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return process.platform !== 'linux' || fromProc(pid).state !== 'Z';
}

/** What stands behind a process id: the server of a folder, nothing (or an unburied corpse), or something else. */
export type ProcessKind = 'server' | 'gone' | 'other';

/**
 * A process id is given again after a restart, most of all in containers: the process's name tells, and on Linux
 * its working folder, which for a PostgreSQL server is its data folder.
 */
export function kindOfProcess(pid: number, folder: string): ProcessKind {
  if (!processExists(pid)) return 'gone';
  if (process.platform === 'win32') return 'server';
  const { state, name } = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  if (state === '' || state.startsWith('Z')) return 'gone';
  if (!name.includes('postgres')) return 'other';
  return worksElsewhere(pid, folder) ? 'other' : 'server';
}

function fromProc(pid: number): { state: string; name: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), state: stat.slice(end + 2, end + 3) };
  } catch {
    return { name: '', state: '' };
  }
}

function fromPs(pid: number): { state: string; name: string } {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [state = '', ...name] = stdout.trim().split(/\s+/);
  return { state, name: name.join(' ') };
}

function worksElsewhere(pid: number, folder: string): boolean {
  try {
    return process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== folder;
  } catch {
    return false;
  }
}
