import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFailure } from './database-failure.ts';
import { probe } from './embedded.queries.ts';
import { freePort } from './free-port.ts';
import type { Site } from './launch.ts';
import { launch } from './launch.ts';
import { livePostmaster } from './postmaster-file.ts';

/** A server that answers for the data folder. */
export interface Serving {
  pid: number;
  port: number;
  adopted: boolean;
}

const patience = 12_000;
const hopeless =
  /incompatible|permission denied|no space left|read-only file system|unrecognized|invalid value|cannot execute|loading shared libraries|PANIC/i;

/**
 * Adopts the server that runs on the data folder, or starts one. After a kill the folder's memory and files may still
 * be held for moments by dying processes, so both are tried again, with growing pauses, for some seconds.
 *
 * @throws {DatabaseFailure} with PostgreSQL's last words
 */
export async function adoptOrStart(site: Site, lastPort: number): Promise<Serving> {
  const began = performance.now();
  let lastWords = '';
  for (let wait = 50; performance.now() - began < patience; wait = Math.min(wait * 2, 1000)) {
    const running = await tryToAdopt(site);
    if (running && running !== 'not-ready') return running;
    if (!running) {
      const launched = await launch(site, await freePort(lastPort));
      if (!('lastWords' in launched)) return { ...launched, adopted: false };
      lastWords = launched.lastWords;
      if (hopeless.test(lastWords)) break;
    }
    await pause(wait);
  }
  throw new DatabaseFailure(describe(site, lastWords));
}

async function tryToAdopt(site: Site): Promise<Serving | 'not-ready' | undefined> {
  const postmaster = livePostmaster(site.folder);
  if (!postmaster) return undefined;
  if (postmaster.port === 0) return 'not-ready';
  let answer = await probe({ port: postmaster.port, password: site.password }, site.folder);
  // A server that recovers says so: it is waited for as long as it lives.
  while (answer === 'starting' && livePostmaster(site.folder)?.pid === postmaster.pid) {
    await pause(250);
    answer = await probe({ port: postmaster.port, password: site.password }, site.folder);
  }
  if (answer === 'wrong-password') throw new DatabaseFailure(wrongPassword(site, postmaster.pid));
  return answer === 'ours' ? { ...postmaster, adopted: true } : 'not-ready';
}

const wrongPassword = (site: Site, pid: number): string =>
  `A PostgreSQL server (process ${pid}) runs on ${site.folder} and refuses our password: its settings file was lost or ` +
  `replaced. Stop it (kill -INT ${pid}) and start again; a new password is then set.`;

function describe(site: Site, lastWords: string): string {
  const postmaster = livePostmaster(site.folder);
  if (!lastWords && postmaster) {
    return `The PostgreSQL server of ${site.folder} (process ${postmaster.pid}) does not answer. Stop it (kill -INT ${postmaster.pid}), then start again.`;
  }
  return `The database in ${site.folder} does not start. PostgreSQL said:\n${lastWords || '(nothing)'}\nIts whole log: ${site.logFile}`;
}
