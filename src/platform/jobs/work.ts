import { run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { systemActor } from '../actor.ts';
import type { Tools } from '../http/environment.ts';
import type { JobTask } from './job.ts';
import { beat, forgetWorkers, releaseDeadWorkers } from './jobs.queries.ts';
import { silentLogger } from './silent-logger.ts';
import { workerEvents } from './worker-events.ts';

const beatEvery = 10_000;
/** A worker that has not beaten for this long is dead; must be several beats. */
const deadAfter = 45_000;

/** Brings the job queue's own tables up to date; part of every migration. */
export async function migrateJobs(url: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: url, max: 2 });
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool, logger: silentLogger });
  } finally {
    await pgPool.end();
  }
}

export interface Work {
  /** Lets running jobs end (or gives them back), then stops. */
  stop(): Promise<void>;
  /** Ends when the runner ends by itself, with its error. */
  readonly ended: Promise<void>;
}

/** When which task runs; a name that the queue cannot read would keep every worker from starting. */
export function crontabOf(tasks: readonly JobTask[]): string {
  return tasks.flatMap((task) => (task.cron ? [`${task.cron} ${task.name}`] : [])).join('\n');
}

/** Works on jobs in this process until it is stopped. */
export async function work(tools: Tools, tasks: readonly JobTask[], concurrency = 2): Promise<Work> {
  const abort = new AbortController();
  const process = tools.ids.next();
  const workers = new Set<string>();
  const sweep = async () => {
    const now = tools.clock.now();
    await beat(tools.database.db, [...workers], process, now);
    await releaseDeadWorkers(tools.database.db, new Date(now.getTime() - deadAfter));
  };
  const runner = await run({
    pgPool: tools.database.pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: taskList(tools, tasks, abort.signal),
    crontab: crontabOf(tasks),
    logger: silentLogger,
    events: workerEvents(workers),
  });
  await sweep();
  const timer = setInterval(() => void sweep().catch(() => undefined), beatEvery);
  return {
    ended: runner.promise,
    stop: () => stop(runner, timer, abort, () => forgetWorkers(tools.database.db, [...workers])),
  };
}

async function stop(
  runner: Runner,
  timer: NodeJS.Timeout,
  abort: AbortController,
  forget: () => Promise<void>,
): Promise<void> {
  clearInterval(timer);
  abort.abort();
  await runner.stop().catch(() => undefined);
  await forget().catch(() => undefined);
}

function taskList(tools: Tools, tasks: readonly JobTask[], signal: AbortSignal): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown) => {
        const actor = systemActor(task.name, tools.clock.now(), tools.ids);
        try {
          await task.run({ tools, db: tools.database.db, actor, signal }, payload);
        } catch (error) {
          console.error(`${tools.clock.now().toISOString()} job ${task.name}`, error);
          throw error;
        }
      },
    ]),
  );
}
