import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { probe } from './embedded.queries.ts';
import type { Profile } from './parameters.ts';
import { asArguments, parameters } from './parameters.ts';
import { programEnvironment } from './run-program.ts';
import type { RunAs } from './system-user.ts';

/** What a start needs to know about one data folder. */
export interface Site {
  folder: string;
  logFile: string;
  binaries: Binaries;
  runAs: RunAs;
  profile: Profile;
  password: string;
  log: (line: string) => void;
}

/** A server that answers, or the last words of one that did not stay. */
export type Launch = { pid: number; port: number } | { lastWords: string };

const largestLog = 10 * 1024 * 1024;
const recoveryNotice = 3_000;

/**
 * Starts a server and waits until it answers or ends; a recovery after a crash may take minutes and is waited for.
 * It runs in a process group of its own, so that Ctrl-C reaches the platform first, which then stops it in order.
 */
export async function launch(site: Site, port: number): Promise<Launch> {
  rotate(site.logFile);
  const log = openSync(site.logFile, 'a', 0o600);
  const from = statSync(site.logFile).size;
  const args = ['-D', site.folder, '-p', String(port), ...asArguments(parameters(site.profile, totalmem()))];
  const child = spawn(site.binaries.postgres, args, {
    ...site.runAs,
    cwd: site.folder,
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let problem: string | undefined;
  child.once('error', (error) => (problem = error.message));
  child.once('exit', () => (problem ??= lastWords(site.logFile, from)));
  child.unref();
  const answers = await waitForAnswer(site, port, () => problem !== undefined);
  return answers && child.pid !== undefined ? { pid: child.pid, port } : { lastWords: problem ?? '' };
}

async function waitForAnswer(site: Site, port: number, hasEnded: () => boolean): Promise<boolean> {
  const began = performance.now();
  let told = false;
  for (let wait = 15; !hasEnded(); wait = Math.min(wait * 1.5, 250)) {
    const answer = await probe({ port, password: site.password }, site.folder);
    if (answer === 'ours') return !hasEnded();
    if (!told && performance.now() - began > recoveryNotice) {
      told = true;
      site.log('the database was not stopped in order and recovers; this may take some minutes');
    }
    await pause(wait);
  }
  return false;
}

/** Empty when somebody removed the log meanwhile: its server may end long after it was started. */
function lastWords(logFile: string, from: number): string {
  if (!existsSync(logFile)) return '';
  return readFileSync(logFile).subarray(from).toString().trim().split('\n').slice(-8).join('\n');
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.1`);
}
