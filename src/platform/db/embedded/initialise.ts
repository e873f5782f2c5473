import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Binaries } from './binaries.ts';
import { giveTo, makePrivateFolder } from './data-folder.ts';
import { DatabaseFailure } from './database-failure.ts';
import { roleName } from './embedded.queries.ts';
import { runProgram } from './run-program.ts';
import type { RunAs } from './system-user.ts';

/**
 * Makes a new database in `folder`. It is made beside it and renamed when complete: after a kill the next start begins
 * again. Strings sort by code point (`C.UTF-8` of PostgreSQL itself), so that an upgrade of the system's libraries
 * never breaks an index; names for people are sorted by ICU where they are shown.
 *
 * @throws {DatabaseFailure} with initdb's own words
 */
export async function initialise(
  folder: string,
  password: string,
  binaries: Binaries,
  runAs: RunAs,
): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new DatabaseFailure(
      `${folder} is not empty and holds no PostgreSQL database. Move it away, or set DATA_DIR to another folder.`,
    );
  }
  const partial = `${folder}.initialising`;
  const passwordFile = `${partial}.password`;
  makePrivateFolder(partial, runAs);
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveTo(passwordFile, runAs);
    await runInitdb(binaries, runAs, partial, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

async function runInitdb(
  binaries: Binaries,
  runAs: RunAs,
  folder: string,
  passwordFile: string,
): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    `--username=${roleName}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const { code, output } = await runProgram(binaries.initdb, args, runAs, dirname(folder));
  if (code !== 0) throw new DatabaseFailure(`The database in ${folder} could not be made:\n${output}`);
}

/**
 * Puts right what copying or another user's start may have changed: PostgreSQL wants its folder closed to others and
 * owned by its own user.
 */
export function mendPermissions(folder: string, runAs: RunAs): void {
  if (process.platform === 'win32') return;
  const { mode, uid } = statSync(folder);
  if (runAs.uid !== undefined && uid !== runAs.uid) {
    spawnSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder]);
  }
  if ((mode & 0o777) !== 0o700 && (mode & 0o777) !== 0o750) chmodSync(folder, 0o700);
}

/**
 * Gives the platform's role a new password while no server runs: the settings file with the old one was lost.
 *
 * @throws {DatabaseFailure} with PostgreSQL's own words
 */
export async function resetPassword(
  folder: string,
  password: string,
  binaries: Binaries,
  runAs: RunAs,
): Promise<void> {
  const args = ['--single', '-D', folder, 'postgres'];
  const statement = `alter role ${roleName} password '${password}';\n`;
  const { code, output } = await runProgram(binaries.postgres, args, runAs, folder, statement);
  if (code !== 0)
    throw new DatabaseFailure(`The password of the database in ${folder} could not be renewed:\n${output}`);
}
