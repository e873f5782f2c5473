import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { majorVersion } from './binaries.ts';

const shape = z.object({
  password: z.string().min(16),
  /** The port of last time: kept while it is free, so that tools which know it go on working. */
  port: z.int().min(0).max(65535),
  /** Who stops the server: one start of one process, as long as that process and this server live. */
  owner: z.object({ pid: z.int(), start: z.string(), postmaster: z.int() }).optional(),
});

/** What is kept beside the data folder, readable by its owner only. */
export type Settings = z.infer<typeof shape>;

/** Where the settings of the database in DATA_DIR are kept. */
export const settingsPath = (dataDir: string): string => join(dataDir, `postgres-${majorVersion}.json`);

/** Reads the settings; undefined where there are none or they are not readable as such. */
export function readSettings(dataDir: string): Settings | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(settingsPath(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces the settings in one step: a kill in between leaves the old ones. */
export function writeSettings(dataDir: string, settings: Settings): void {
  const partial = `${settingsPath(dataDir)}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, settingsPath(dataDir));
}

/** Settings for a new database, with a random password. */
export const newSettings = (): Settings => ({ password: randomBytes(24).toString('base64url'), port: 0 });
