import cluster, { type Worker } from 'node:cluster';
import type { Config } from '../../platform/config/config.ts';
import { work } from '../../platform/jobs/work.ts';
import { CommandFailed } from '../../platform/module.ts';
import { bringUpToDate, databaseAtHand } from '../database-at-hand.ts';
import { openTools } from '../open-tools.ts';
import { listen } from '../server.ts';
import { jobs } from '../wiring.ts';

/** Resolves when this process is asked to stop, or when the parent that started it is gone. */
function stopAsked(child: boolean): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    // Ctrl-C reaches the whole group: a child leaves it to its parent, which stops everything in order.
    process.on('SIGINT', () => (child ? undefined : resolve()));
    if (child) process.on('disconnect', () => resolve());
    // News for a parent that was killed a moment ago: its channel is broken, and 'disconnect' follows.
    if (child) process.on('error', () => undefined);
  });
}

/** The channel to the parent is for news only: it must not keep a process alive whose work is done. */
function ready(): void {
  if (process.send && !cluster.isWorker) process.send('ready');
  // Not earlier: a process that shares a port asks its parent for it, and must wait for the answer.
  process.channel?.unref();
}

/** `worker`: works on jobs until it is stopped; as many processes as wanted, on as many machines. */
export async function workerProcess(config: Config, child: boolean): Promise<void> {
  const asked = stopAsked(child);
  const database = await databaseAtHand(config, (line) => console.log(line));
  try {
    if (!child) await bringUpToDate(config, database.url);
    const opened = openTools(config, config.databaseDirectUrl ?? database.url, {
      name: 'passerelle worker',
      connections: 6,
    });
    try {
      const working = await work(opened.tools, jobs);
      ready();
      if (!child) console.log('Working on jobs; Ctrl-C stops it.');
      await Promise.race([asked, working.ended]);
      await working.stop();
    } finally {
      // Open connections would keep a process there that could not begin its work.
      await opened.close();
    }
  } finally {
    await database.leave();
  }
}

/** `web --child`: a group of web processes that share one port; started by `start` when WEB_CONCURRENCY > 1. */
export async function webProcess(config: Config, child: boolean): Promise<void> {
  if (!child || !config.databaseUrl)
    throw new CommandFailed('web processes are started by "npm start" with WEB_CONCURRENCY');
  const asked = stopAsked(true);
  if (cluster.isPrimary) return await leadWebProcesses(config.webConcurrency, asked);
  const opened = openTools(config, config.databaseUrl, { name: 'passerelle web' });
  const server = await listen(opened, config);
  ready();
  await asked;
  await server.close();
  await opened.close();
}

/** A process that ends sooner than this after its start is not started again at once. */
const soon = 5_000;

/** Keeps so many processes on one port until it is asked to stop; one that ends is replaced. */
async function leadWebProcesses(count: number, asked: Promise<void>): Promise<void> {
  let stopping = false;
  const listening = new Set<number>();
  const fork = () => {
    if (stopping) return;
    const began = performance.now();
    cluster.fork().once('exit', () => setTimeout(fork, performance.now() - began > soon ? 0 : 1_000));
  };
  for (let at = 0; at < count; at += 1) fork();
  cluster.on('listening', (worker) => {
    listening.add(worker.id);
    if (listening.size === count) ready();
  });
  await asked;
  stopping = true;
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  await Promise.all(workers.map(endWorker));
}

function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.process.kill('SIGTERM');
  });
}
