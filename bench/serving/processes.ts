import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BareOrder } from './bare-server.ts';

const root = join(import.meta.dirname, '../..');

/** A server under measurement. */
export interface Running {
  readonly process: ChildProcess;
  readonly port: number;
  /** Thrown away with it. */
  readonly folder?: string;
  /** Name of its connections to the database. */
  readonly connections: string;
}

/** The platform as it is built, on this database, with one web process. */
export async function startPlatform(
  url: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-data-'));
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    WEB_CONCURRENCY: '1',
    NODE_ENV: 'production',
    ...settings,
  };
  const child = spawn(process.execPath, [join(root, 'dist/server/cli.js'), 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 120; tries += 1) {
    await delay(500);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (ready?.ok) return { process: child, port, folder, connections: 'passerelle web' };
  }
  child.kill();
  throw new Error('the platform did not start');
}

/** The bare server: the same statements, a fixed answer. */
export async function startBare(order: BareOrder): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'));
  child.send(order);
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message: { port: number }) => resolve(message.port)),
  );
  return { process: child, port, connections: 'bench bare' };
}

export async function stop({ process: child, folder }: Running): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
