import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfProcess } from './process-state.ts';

/** What a running server says about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  /** 0 while the server has not chosen it yet. */
  port: number;
}

const pathIn = (folder: string): string => join(folder, 'postmaster.pid');

function read(folder: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(pathIn(folder), 'utf8').split('\n').map(Number);
    return pid !== undefined && pid > 0 ? { pid, port: port || 0 } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The live server of a data folder, if any. A file that a killed server left is removed when its process id now
 * belongs to something else or to a corpse: PostgreSQL itself would refuse to start until that one is gone. Processes
 * that still use the folder's memory are found by PostgreSQL even without the file.
 */
export function livePostmaster(folder: string): Postmaster | undefined {
  const postmaster = read(folder);
  if (!postmaster) return undefined;
  if (kindOfProcess(postmaster.pid, folder) === 'server') return postmaster;
  rmSync(pathIn(folder), { force: true });
  return undefined;
}
