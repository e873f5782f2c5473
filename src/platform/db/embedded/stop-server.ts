import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Access } from './embedded.queries.ts';
import { countClients } from './embedded.queries.ts';
import type { Site } from './launch.ts';
import { kindOfProcess } from './process-state.ts';

const stopPatience = 30_000;
const leavingPatience = 5_000;

/** Whether nobody is connected; connections that are just being closed get a moment to go. */
export async function isUnused(access: Access): Promise<boolean> {
  const began = performance.now();
  do {
    if ((await countClients(access).catch(() => 0)) === 0) return true;
    await pause(30);
  } while (performance.now() - began < leavingPatience);
  return false;
}

/** A fast shutdown: open transactions are rolled back, everything is written, nothing needs recovery later. */
export async function stopServer(site: Site, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(site.binaries.pgCtl, ['stop', '-D', site.folder, '-m', 'fast', '-w']);
    return;
  }
  process.kill(pid, 'SIGINT');
  const began = performance.now();
  while (kindOfProcess(pid, site.folder) === 'server' && performance.now() - began < stopPatience)
    await pause(15);
}
