import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Serving } from './adopt-or-start.ts';
import { adoptOrStart } from './adopt-or-start.ts';
import { findBinaries, majorVersion } from './binaries.ts';
import { chooseDataFolder, isInitialised } from './data-folder.ts';
import { ensureDatabase, urlOf } from './embedded.queries.ts';
import { initialise, mendPermissions, resetPassword } from './initialise.ts';
import { keepRunning } from './keep-running.ts';
import type { Site } from './launch.ts';
import type { Profile } from './parameters.ts';
import { livePostmaster } from './postmaster-file.ts';
import { processExists } from './process-state.ts';
import type { Settings } from './settings-file.ts';
import { newSettings, readSettings, settingsPath, writeSettings } from './settings-file.ts';
import { withStartLock } from './start-lock.ts';
import { isUnused, stopServer } from './stop-server.ts';
import { databaseUser } from './system-user.ts';

export interface EmbeddedOptions {
  /** DATA_DIR; the database lies in its folder `postgres-18` (or where its closed parents force it to). */
  dataDir: string;
  /** Receives lines for the person who starts the platform. */
  log?: (line: string) => void;
  profile?: Profile;
}

export interface EmbeddedDatabase {
  /** For DATABASE_URL: the platform's own database on 127.0.0.1. */
  url: string;
  /** The server's process id; another one after it was killed and started again. */
  readonly pid: number;
  /** The data folder. */
  folder: string;
  /** Whether it ran already. */
  adopted: boolean;
  /**
   * Stops the server if it is ours to stop and nobody else is connected (close your own connections first); otherwise
   * leaves it, and whoever is last, or the next start, takes it over.
   */
  stop(): Promise<'stopped' | 'left'>;
}

/**
 * The embedded PostgreSQL of one DATA_DIR. `start()` joins the server that runs there or starts one, and resolves when
 * it answers; it rejects with a DatabaseFailure whose message says what to do.
 */
export function embeddedPostgres(options: EmbeddedOptions): { start(): Promise<EmbeddedDatabase> } {
  return { start: () => start(options) };
}

async function start({
  dataDir,
  log = () => {},
  profile = 'production',
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  const runAs = databaseUser();
  const binaries = findBinaries(runAs);
  const { path: folder, note } = chooseDataFolder(home, runAs);
  if (note) log(note);
  const bare = { folder, binaries, runAs, profile, log, logFile: join(home, `postgres-${majorVersion}.log`) };
  const name = randomUUID();
  let { serving, password } = await bringUp(home, bare, name);
  const { port, adopted } = serving;
  const release = keepRunning(folder, serving.pid, async () => {
    log('the database is gone: starting it again');
    ({ serving, password } = await bringUp(home, bare, name));
    return serving.pid;
  });
  return {
    url: urlOf({ port, password }),
    folder,
    adopted,
    get pid() {
      return serving.pid;
    },
    stop: () => {
      release();
      return stop(home, { ...bare, password }, () => serving, name);
    },
  };
}

/** Adopts or starts the server and notes whose it is; one process of this DATA_DIR at a time. */
function bringUp(
  home: string,
  bare: Omit<Site, 'password'>,
  name: string,
): Promise<{ serving: Serving; password: string }> {
  return withStartLock(lockPath(home), async () => {
    const settings = await prepare(home, bare);
    const { password } = settings;
    const serving = await adoptOrStart({ ...bare, password }, settings.port);
    await ensureDatabase({ port: serving.port, password });
    writeSettings(home, { ...settings, port: serving.port, ...ownership(settings, serving, name) });
    return { serving, password };
  });
}

const lockPath = (home: string): string => join(home, `postgres-${majorVersion}.lock`);

/** The settings of an existing database, or a new one with its own. */
async function prepare(home: string, site: Omit<Site, 'password'>): Promise<Settings> {
  const known = readSettings(home);
  const settings = known ?? newSettings();
  if (!isInitialised(site.folder)) {
    site.log('making a new database');
    // Written first: a database whose password is not kept would be of no use.
    writeSettings(home, settings);
    await initialise(site.folder, settings.password, site.binaries, site.runAs);
    return settings;
  }
  mendPermissions(site.folder, site.runAs);
  if (!known && !livePostmaster(site.folder)) {
    site.log(
      `${settingsPath(home)} ${existsSync(settingsPath(home)) ? 'cannot be read' : 'is missing'}: setting a new password`,
    );
    await resetPassword(site.folder, settings.password, site.binaries, site.runAs);
    writeSettings(home, settings);
  }
  return settings;
}

/** A server that was started is ours; one that was adopted only when who owned it is gone. */
function ownership(settings: Settings, serving: Serving, start: string): Pick<Settings, 'owner'> {
  const { owner } = settings;
  const isOwned = serving.adopted && owner?.postmaster === serving.pid && processExists(owner.pid);
  return { owner: isOwned ? owner : { pid: process.pid, start, postmaster: serving.pid } };
}

async function stop(
  home: string,
  site: Site,
  current: () => Serving,
  start: string,
): Promise<'stopped' | 'left'> {
  return withStartLock(lockPath(home), async () => {
    const { pid, port } = current();
    if (livePostmaster(site.folder)?.pid !== pid) return 'stopped';
    const { owner, ...settings } = readSettings(home) ?? { password: site.password, port };
    if (owner && owner.start !== start && processExists(owner.pid)) return 'left';
    const unused = await isUnused({ port, password: site.password });
    if (unused) await stopServer(site, pid);
    writeSettings(home, settings);
    return unused ? 'stopped' : 'left';
  });
}
