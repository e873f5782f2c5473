import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { searchCourses } from '../../src/modules/catalog/search-courses/search-courses.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import type { BareOrder } from './bare-server.ts';
import { benchClock } from './build.ts';
import { median, tidy } from './quantiles.ts';

const root = join(import.meta.dirname, '../..');
const path = '/fr/courses';

export interface HotPage {
  /** Requests a second. */
  readonly page: number;
  readonly bare: number;
  /** Milliseconds of user and system time a request, of Node and its database backends together. */
  readonly pageCpu: number;
  readonly bareCpu: number;
  readonly bytes: number;
}

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
  /** Thrown away with it. */
  readonly folder?: string;
  /** Name of its connections to the database. */
  readonly connections: string;
}

/** The catalogue's first page under load, beside a bare server; the median of some rounds taken in turn. */
export async function measureHotPage(url: string, pool: pg.Pool, requests: number): Promise<HotPage> {
  const page = await startPlatform(url);
  const body = await (await fetch(`http://127.0.0.1:${page.port}${path}`)).text();
  const bare = await startBare({ url, body, statements: await statementsOf(url) });
  const samples = { page: [] as Sample[], bare: [] as Sample[] };
  try {
    for (const running of [page, bare]) await load(running.port, 300);
    for (let round = 0; round < 5; round += 1) {
      samples.page.push(await sample(page, pool, requests));
      samples.bare.push(await sample(bare, pool, requests));
    }
  } finally {
    await Promise.all([page, bare].map(stop));
  }
  const middle = (of: readonly Sample[], key: keyof Sample) => tidy(median(of.map((each) => each[key])));
  return {
    page: middle(samples.page, 'perSecond'),
    bare: middle(samples.bare, 'perSecond'),
    pageCpu: middle(samples.page, 'cpu'),
    bareCpu: middle(samples.bare, 'cpu'),
    bytes: Buffer.byteLength(body),
  };
}

interface Sample {
  readonly perSecond: number;
  readonly cpu: number;
}

async function sample(running: Running, pool: pg.Pool, requests: number): Promise<Sample> {
  const pids = [running.process.pid ?? 0, ...(await backends(pool, running.connections))];
  const before = cpuOf(pids);
  const began = performance.now();
  await load(running.port, requests);
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: requests / seconds, cpu: (cpuOf(pids) - before) / requests };
}

async function backends(pool: pg.Pool, name: string): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1',
    [name],
  );
  return rows.map((row) => row.pid);
}

/** Milliseconds of user and system time so far; Linux only, elsewhere 0. */
function cpuOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    try {
      const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(after[11] ?? 0) + Number(after[12] ?? 0);
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, each) => sum + each, 0) * 10;
}

/** Requests by several visitors at once, as a browser asks: compressed where the server can. */
async function load(port: number, requests: number, visitors = 6): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  let left = requests;
  const visitor = async () => {
    while (left > 0) {
      left -= 1;
      await ask(agent, port);
    }
  };
  await Promise.all(Array.from({ length: visitors }, visitor));
  agent.destroy();
}

function ask(agent: Agent, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br' };
    get({ agent, port, host: '127.0.0.1', path, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.on('end', resolve).resume();
    }).on('error', reject);
  });
}

/** What the page asks of the database, with its values. */
async function statementsOf(url: string): Promise<BareOrder['statements']> {
  const asked: { text: string; values: readonly unknown[] }[] = [];
  const database = openDatabase({ url, maximum: 1 });
  database.pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
    client.query = ((text: unknown, values: unknown, ...more: unknown[]) => {
      if (typeof text === 'string' && Array.isArray(values)) asked.push({ text, values });
      return send(text, values, ...more);
    }) as typeof client.query;
  });
  const query = { q: '', selection: {}, sort: 'best' as const, page: 1 };
  await searchCourses(database.db, query, { now: benchClock.now(), lang: 'fr' });
  await database.close();
  return asked;
}

async function startPlatform(url: string): Promise<Running> {
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

async function startBare(order: BareOrder): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'));
  child.send(order);
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message: { port: number }) => resolve(message.port)),
  );
  return { process: child, port, connections: 'bench bare' };
}

async function stop({ process: child, folder }: Running): Promise<void> {
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
