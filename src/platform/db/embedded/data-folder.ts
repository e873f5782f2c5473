import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { majorVersion } from './binaries.ts';
import { DatabaseFailure } from './database-failure.ts';
import type { RunAs } from './system-user.ts';
import { mayEnter, stateFolder } from './system-user.ts';

/** Where the database lies, and why elsewhere than in DATA_DIR when that is so. */
export interface DataFolder {
  path: string;
  note?: string;
}

const folderName = `postgres-${majorVersion}`;

/** Whether a folder holds a database. */
export const isInitialised = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));

/**
 * Makes DATA_DIR and chooses the database's folder: inside it, or, where root starts the platform under a folder that
 * PostgreSQL's user cannot pass (such as /root, mode 700), a place in /var/lib that belongs to this DATA_DIR. A
 * database that exists is never left for an empty one because somebody opened or closed a folder since.
 *
 * @throws {DatabaseFailure} naming the folder that cannot be made, entered or written
 */
export function chooseDataFolder(dataDir: string, runAs: RunAs, systemFolder = stateFolder): DataFolder {
  const wanted = resolve(dataDir);
  makeFolder(wanted);
  const inside = join(wanted, folderName);
  demandOwn(inside);
  const place = join(systemFolder, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const elsewhere = join(place, folderName);
  if (mayEnter(wanted, runAs) && !isInitialised(elsewhere)) return { path: inside };
  if (isInitialised(inside)) throw new DatabaseFailure(closed(wanted));
  makeFolder(place);
  if (!mayEnter(place, runAs)) throw new DatabaseFailure(closed(wanted));
  const note = `the user that runs PostgreSQL could not enter ${wanted}: the database lies in ${elsewhere}`;
  return { path: elsewhere, note };
}

const closed = (folder: string): string =>
  `The user that runs PostgreSQL cannot enter ${folder}: a folder above it is closed to others (mode 700?). ` +
  'Set DATA_DIR to another folder, for example DATA_DIR=/var/lib/passerelle/data, or start as an ordinary user.';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseFailure(
      `DATA_DIR: the folder ${folder} cannot be made (${why}). Set DATA_DIR to a folder that you may write.`,
    );
  }
}

/** A folder that another user's server made would fail later with words that do not help. */
function demandOwn(folder: string): void {
  const me = process.getuid?.();
  if (me === undefined || me === 0 || !existsSync(folder)) return;
  if (statSync(folder).uid === me) return;
  throw new DatabaseFailure(
    `The database folder ${folder} belongs to another user (it was probably made by root). ` +
      `Start as that user, or give it away: chown -R $(id -u):$(id -g) ${resolve(folder, '..')}`,
  );
}

/** A folder of PostgreSQL's user, mode 700, for initdb to fill. */
export function makePrivateFolder(folder: string, runAs: RunAs): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(folder, runAs);
}

/** Hands a file or folder to PostgreSQL's user. */
export function giveTo(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
