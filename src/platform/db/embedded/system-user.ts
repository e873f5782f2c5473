import { spawnSync } from 'node:child_process';
import { DatabaseFailure } from './database-failure.ts';

/** Whom PostgreSQL runs as; empty for the user of this process. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

const userName = 'postgres';

/**
 * PostgreSQL refuses to run as root: there it runs as the system user `postgres`, made where absent.
 *
 * @throws {DatabaseFailure} where that user cannot be made
 */
export function databaseUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const found = idsOfUser() ?? (createUser() ? idsOfUser() : undefined);
  if (found) return found;
  throw new DatabaseFailure(
    `PostgreSQL does not run as root, and the system user "${userName}" could not be made. ` +
      `Make it (useradd --system --user-group ${userName}), or start as an ordinary user, or set DATABASE_URL.`,
  );
}

function idsOfUser(): RunAs | undefined {
  const uid = idOf('-u');
  const gid = idOf('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(flag: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, userName], { encoding: 'utf8' });
  const id = Number.parseInt(stdout, 10);
  return status === 0 && Number.isInteger(id) ? id : undefined;
}

function createUser(): boolean {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', userName]);
  return made.status === 0 || spawnSync('adduser', ['-S', '-D', '-H', userName]).status === 0;
}

/** Whether PostgreSQL's user can reach a folder: each folder above it must let that user through. */
export function mayEnter(folder: string, runAs: RunAs): boolean {
  if (runAs.uid === undefined) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, stdio: 'ignore', cwd: '/' }).status ===
    0
  );
}

/** Where root keeps what PostgreSQL's user must reach when the clone or DATA_DIR is closed to others. */
export const stateFolder = '/var/lib/passerelle';
