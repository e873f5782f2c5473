import cluster from 'node:cluster';
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
    // The channel to the parent is for news only: it must not keep a process alive whose work is done.
    process.channel?.unref();
  });
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
    const working = await work(opened.tools, jobs);
    process.send?.('ready');
    if (!child) console.log('Working on jobs; Ctrl-C stops it.');
    await Promise.race([asked, working.ended]);
    await working.stop();
    await opened.close();
  } finally {
    await database.leave();
  }
}

/** `web --child`: a group of web processes that share one port; started by `start` when WEB_CONCURRENCY > 1. */
export async function webProcess(config: Config, child: boolean): Promise<void> {
  if (!child || !config.databaseUrl)
    throw new CommandFailed('web processes are started by "npm start" with WEB_CONCURRENCY');
  const asked = stopAsked(true);
  if (cluster.isPrimary) {
    let stopping = false;
    const ready = new Set<number>();
    for (let at = 0; at < config.webConcurrency; at += 1) cluster.fork();
    cluster.on('listening', (worker) => {
      ready.add(worker.id);
      if (ready.size === config.webConcurrency) process.send?.('ready');
    });
    cluster.on('exit', () => {
      if (!stopping) cluster.fork();
    });
    await asked;
    stopping = true;
    const workers = Object.values(cluster.workers ?? {});
    await Promise.all(
      workers.map((worker) => new Promise((done) => (worker?.once('exit', done), worker?.kill('SIGTERM')))),
    );
    return;
  }
  const opened = openTools(config, config.databaseUrl, { name: 'passerelle web' });
  const server = await listen(opened, config);
  await asked;
  await server.close();
  await opened.close();
}
