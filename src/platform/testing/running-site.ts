import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root.ts';
import { freePort } from '../db/embedded/free-port.ts';

/** The platform as `npm start` runs it, on a data folder of its own with the sample in it. */
export interface RunningSite {
  readonly url: string;
  readonly dataDir: string;
  /** Process that serves; its children are its database and its worker. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts it and waits until it answers; builds first where something changed. It ends with this process at the latest. */
export async function startSite(settings: Readonly<Record<string, string>> = {}): Promise<RunningSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-site-'));
  // PostgreSQL does not run as root: its own user must come through.
  chmodSync(dataDir, 0o755);
  const url = `http://127.0.0.1:${await freePort(0)}`;
  const own = { NODE_ENV: 'production', DATA_DIR: dataDir, PORT: new URL(url).port };
  const child = fork(join(projectRoot(), 'scripts', 'start.mjs'), [], {
    // Inside a test BASE_URL is the runner's own word for something else.
    env: { ...process.env, BASE_URL: url, ...own, ...settings },
    // The channel is how the child notices that we are gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataDir, pid: child.pid ?? 0, stop };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C stops it')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the site ended with ${code}:\n${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
