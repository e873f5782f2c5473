import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from './embedded-postgres.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import { processExists } from './process-state.ts';
import { readSettings, settingsPath, writeSettings } from './settings-file.ts';

const dataDir = newFolder();
const children = new Set<ChildProcess>();
let running: EmbeddedDatabase[] = [];

/** A folder that PostgreSQL's own user may enter when root runs the tests. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-embedded-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts in this process, and remembers to stop. */
async function start(): Promise<EmbeddedDatabase> {
  const database = await embeddedPostgres({ dataDir, profile: 'test' }).start();
  running.push(database);
  return database;
}

/** Starts in a process of its own that stays; resolves with what it got. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number; adopted: boolean }> {
  const source = new URL('./embedded-postgres.ts', import.meta.url).href;
  const script = `const { embeddedPostgres } = await import(${JSON.stringify(source)});
    const { pid, adopted } = await embeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, profile: 'test' }).start();
    console.log(JSON.stringify({ pid, adopted }));
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  for await (const line of createInterface(child.stdout)) return { child, ...JSON.parse(line) };
  throw new Error('the process ended before the database answered');
}

function killed(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const notes = (url: string): Promise<{ note: string }[]> => ask(url, 'select note from kept');

beforeAll(async () => {
  const { url } = await start();
  await ask(url, "create table kept (note text); insert into kept values ('still here')");
  await stopAll();
}, 60_000);

afterEach(stopAll);

async function stopAll(): Promise<void> {
  await Promise.all([...children].map(killed));
  // Adopted ones first: the owner is the one that may stop the server.
  for (const database of running.reverse()) await database.stop();
  running = [];
}

afterAll(async () => {
  await (await embeddedPostgres({ dataDir }).start()).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('an embedded database', { timeout: 60_000 }, () => {
  it('keeps its password to itself and answers on this machine only', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/passerelle' });
    expect(statSync(settingsPath(dataDir)).mode & 0o777).toBe(0o600);
    const [settings] = await ask(
      url,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
         current_setting('password_encryption') as passwords, datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      provider: 'b',
      locale: 'C.UTF-8',
    });
    const wrong = new URL(url);
    wrong.password = 'guessed-wrong-password';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('stops its server, keeps its data, and comes back on the same port', async () => {
    const first = await start();
    expect(await first.stop()).toBe('stopped');
    expect(processExists(first.pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await notes(second.url)).toEqual([{ note: 'still here' }]);
  });

  it('is adopted by whoever comes second, and left to its owner', async () => {
    const owner = await start();
    const guest = await start();
    expect(guest).toMatchObject({ adopted: true, pid: owner.pid, url: owner.url });
    expect(await guest.stop()).toBe('left');
    expect(await owner.stop()).toBe('stopped');
  });

  it('is left running while somebody is connected, and stopped by the last one', async () => {
    const owner = await start();
    const client = new pg.Client({ connectionString: owner.url });
    await client.connect();
    expect(await owner.stop()).toBe('left');
    await client.end();
    const last = await start();
    expect(last.adopted).toBe(true);
    expect(await last.stop()).toBe('stopped');
  });

  it('survives kill -9 of the process that started it, which the next start then replaces', async () => {
    const { child, pid } = await startElsewhere();
    await killed(child);
    expect(processExists(pid)).toBe(true);
    const next = await start();
    expect(next).toMatchObject({ adopted: true, pid });
    expect(await notes(next.url)).toEqual([{ note: 'still here' }]);
    expect(await next.stop()).toBe('stopped');
  });

  it('starts again after kill -9 of the server', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await notes(second.url)).toEqual([{ note: 'still here' }]);
  });

  it('is back by itself after kill -9 of the server, on the same port', async () => {
    const database = await start();
    const killedPid = database.pid;
    process.kill(killedPid, 'SIGKILL');
    await expect.poll(() => database.pid, { timeout: 30_000 }).not.toBe(killedPid);
    expect(await notes(database.url)).toEqual([{ note: 'still here' }]);
    expect(await database.stop()).toBe('stopped');
  });

  it('starts again after kill -9 of both', async () => {
    const { child, pid } = await startElsewhere();
    process.kill(pid, 'SIGKILL');
    await killed(child);
    const next = await start();
    expect(next.adopted).toBe(false);
    expect(await notes(next.url)).toEqual([{ note: 'still here' }]);
  });

  it('is started once when several processes start at the same time', async () => {
    const all = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(1);
    expect(all.filter(({ adopted }) => !adopted)).toHaveLength(1);
  });
});

describe('an embedded database that finds', { timeout: 60_000 }, () => {
  it('a stale postmaster.pid whose process id now belongs to another program', async () => {
    const { folder } = await stopped();
    writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n\n\n`);
    expect(await notes((await start()).url)).toEqual([{ note: 'still here' }]);
  });

  it('its port taken by somebody else', async () => {
    const { url } = await stopped();
    const port = Number(new URL(url).port);
    const occupier = createServer();
    await new Promise<void>((resolve) => occupier.listen(port, '127.0.0.1', resolve));
    const next = await start();
    expect(Number(new URL(next.url).port)).not.toBe(port);
    await new Promise((resolve) => occupier.close(resolve));
  });

  it('its settings lost sets a new password', async () => {
    const { url } = await stopped();
    rmSync(settingsPath(dataDir));
    const next = await start();
    expect(new URL(next.url).password).not.toBe(new URL(url).password);
    expect(await notes(next.url)).toEqual([{ note: 'still here' }]);
  });

  it('its settings cut short sets a new password', async () => {
    await stopped();
    writeFileSync(settingsPath(dataDir), '{"password": "abc');
    expect(await notes((await start()).url)).toEqual([{ note: 'still here' }]);
  });

  it('its running server refusing the password says what to do', async () => {
    await start();
    const settings = readSettings(dataDir);
    if (!settings) throw new Error('no settings');
    writeSettings(dataDir, { ...settings, password: 'another-password-of-somebody' });
    await expect(start()).rejects.toThrow(/refuses our password.*kill -INT \d+/s);
    writeSettings(dataDir, settings);
  });

  it('its folder open to others closes it', async () => {
    const { folder } = await stopped();
    chmodSync(folder, 0o755);
    expect(await notes((await start()).url)).toEqual([{ note: 'still here' }]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('the lock of a process that was killed takes it over', async () => {
    await stopped();
    const { child } = await startElsewhere();
    await killed(child);
    writeFileSync(join(dataDir, 'postgres-18.lock'), String(child.pid));
    expect((await start()).adopted).toBe(true);
  });
});

async function stopped(): Promise<EmbeddedDatabase> {
  const database = await start();
  await database.stop();
  return database;
}

describe('a new embedded database', { timeout: 60_000 }, () => {
  const home = newFolder();
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('begins again where a killed one was half made', async () => {
    const folder = join(home, 'half');
    mkdirSync(join(folder, 'postgres-18.initialising', 'base'), { recursive: true });
    writeFileSync(join(folder, 'postgres-18.initialising', 'PG_VERSION'), '18\n');
    const database = await embeddedPostgres({ dataDir: folder, profile: 'test' }).start();
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await database.stop()).toBe('stopped');
    expect(existsSync(join(folder, 'postgres-18.initialising'))).toBe(false);
  });

  it('leaves a folder alone that holds something else', async () => {
    const folder = join(home, 'foreign');
    mkdirSync(join(folder, 'postgres-18'), { recursive: true });
    writeFileSync(join(folder, 'postgres-18', 'diary.txt'), 'mine');
    const attempt = embeddedPostgres({ dataDir: folder }).start();
    await expect(attempt).rejects.toThrow(/not empty and holds no PostgreSQL database.*DATA_DIR/);
    expect(readFileSync(join(folder, 'postgres-18', 'diary.txt'), 'utf8')).toBe('mine');
  });

  it('names the folder that cannot be made', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    await expect(embeddedPostgres({ dataDir: join(file, 'data') }).start()).rejects.toThrow(
      /DATA_DIR: .*file\/data/,
    );
  });
});
