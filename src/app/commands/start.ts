import { type ChildProcess, fork } from 'node:child_process';
import type { Config } from '../../platform/config/config.ts';
import { type Command, CommandFailed } from '../../platform/module.ts';
import { bringUpToDate, databaseAtHand, type DatabaseAtHand } from '../database-at-hand.ts';
import { openTools } from '../open-tools.ts';
import { firstRun } from '../first-run.ts';
import { demandAddress, listen } from '../server.ts';
import { terminalLines } from './run-command.ts';

export const startCommand: Pick<Command, 'name' | 'usage' | 'summary' | 'options'> = {
  name: 'start',
  usage: '',
  summary: 'serve the platform: database, migrations, web and worker processes',
  options: {},
};

/** Serves until SIGINT or SIGTERM; everything that it started is stopped again. */
export async function start(config: Config): Promise<void> {
  const { say } = terminalLines(false);
  const began = performance.now();
  say('4/5 Database');
  const database = await databaseAtHand(config, (line) => say(`    ${line}`));
  let children: Children | undefined;
  try {
    const applied = await bringUpToDate(config, database.url, (name) => say(`    migration ${name}`));
    if (applied.length > 0) say(`    ${applied.length} migrations applied`);
    const welcome = await firstRun(config, database.url, say);
    say('5/5 Server');
    children = new Children(config, database);
    const web =
      config.webConcurrency === 1 ? await serveHere(config, database.url) : await serveIn(children, config);
    children.work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`    ready in ${seconds} s: ${config.baseUrl}`);
    for (const line of welcome) say(`    ${line}`);
    say('    Ctrl-C stops it.');
    await stopSignal();
    say('Stopping.');
    await children.stop();
    await web.stop();
  } finally {
    await children?.stop();
    await database.leave();
  }
}

interface Web {
  stop(): Promise<void>;
}

async function serveHere(config: Config, url: string): Promise<Web> {
  const opened = openTools(config, url, { name: 'passerelle web' });
  const server = await listen(opened, config).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  return {
    stop: async () => {
      await server.close();
      await opened.close();
    },
  };
}

/** Several processes on one port. Whether it can be had is tried here: each of them would say so by itself. */
async function serveIn(children: Children, config: Config): Promise<Web> {
  await demandAddress(config);
  return await children.serve();
}

const sameRequest = 1_000;

/**
 * Resolves at the first SIGINT or SIGTERM; one that comes later ends the process at once. What stops a whole group
 * (systemd, timeout) reaches us directly and again through the process that started us: that is one request.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const stop = () => {
      if (askedAt !== undefined && performance.now() - askedAt > sameRequest) process.exit(130);
      askedAt ??= performance.now();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** Worker and web processes: restarted when they die, told to stop with us, and gone when we are killed. */
class Children {
  private readonly running = new Set<ChildProcess>();
  private readonly waiting = new Set<NodeJS.Timeout>();
  private stopping = false;
  private readonly environment: NodeJS.ProcessEnv;

  constructor(config: Config, database: DatabaseAtHand) {
    this.environment = {
      ...process.env,
      DATA_DIR: config.dataDir,
      DATABASE_URL: database.url,
      DATABASE_DIRECT_URL: config.databaseDirectUrl ?? database.url,
    };
  }

  work(): void {
    void this.keep('worker', 1);
  }

  /** Several web processes on one port: cluster shares the socket. */
  async serve(): Promise<Web> {
    await this.keep('web', 1);
    return { stop: async () => undefined };
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.waiting.forEach(clearTimeout);
    await Promise.all([...this.running].map(endChild));
  }

  private keep(role: 'worker' | 'web', failures: number): Promise<void> {
    const entry = process.env['PASSERELLE_ENTRY'];
    if (!entry) throw new CommandFailed('the server bundle does not know its own path');
    const child = fork(entry, [role, '--child'], {
      env: this.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.running.add(child);
    return new Promise((resolve) => {
      const began = performance.now();
      child.once('message', () => resolve());
      child.once('exit', (code) => {
        this.running.delete(child);
        resolve();
        if (this.stopping) return;
        const soon = performance.now() - began > 30_000 ? 1 : failures + 1;
        console.error(`the ${role} process ended (${code ?? 'killed'}); starting it again`);
        // Not unreferenced: with both children gone, nothing else keeps this process there to start them.
        const wait = Math.min(200 * 2 ** soon, 15_000);
        this.waiting.add(setTimeout(() => !this.stopping && void this.keep(role, soon), wait));
      });
    });
  }
}

function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
