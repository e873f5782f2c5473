import { setTimeout as pause } from 'node:timers/promises';
import { livePostmaster } from './postmaster-file.ts';

const lookEvery = 2_000;
const afterFailure = 20_000;

/**
 * Watches the server of a data folder and has it started again when it is gone (killed, or out of memory), so that
 * a platform which lost its database has it back without a person. Looking costs one small file every two seconds.
 *
 * @param restart resolves with the new server's process id
 * @returns a function that ends the watch
 */
export function keepRunning(folder: string, pid: number, restart: () => Promise<number>): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  const look = async (): Promise<void> => {
    let expected = pid;
    for (let wait = lookEvery; ;) {
      await pause(wait, undefined, { signal, ref: false });
      wait = lookEvery;
      if (livePostmaster(folder)?.pid === expected) continue;
      const restarted = await restart().catch(() => undefined);
      if (restarted === undefined) wait = afterFailure;
      else expected = restarted;
    }
  };
  look().catch(() => {
    // Only the end of the watch comes here.
  });
  return () => watch.abort();
}
