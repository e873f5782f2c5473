import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { projectRoot } from '../platform/config/project-root.ts';
import { databaseFacts } from '../platform/db/database-facts.ts';
import { DatabaseFailure, embeddedPostgres } from '../platform/db/embedded/index.ts';
import { migrate, readMigrations } from '../platform/db/migrate.ts';
import { migrateJobs } from '../platform/jobs/work.ts';
import { systemClock } from '../platform/time/clock.ts';

export interface DatabaseAtHand {
  readonly url: string;
  /** 'external' from DATABASE_URL; 'joined' when another process of ours runs it. */
  readonly kind: 'external' | 'started' | 'joined';
  /** Stops it where we started it and nobody else is connected. */
  leave(): Promise<void>;
}

/**
 * The database of the settings: the given one, or the embedded one, started or joined as needed. @throws DatabaseFailure
 * in one line that says what to do
 */
export async function databaseAtHand(config: Config, say: (line: string) => void): Promise<DatabaseAtHand> {
  if (config.databaseUrl) {
    const { isReplica } = await databaseFacts('DATABASE_URL', config.databaseUrl);
    if (isReplica)
      throw new DatabaseFailure('DATABASE_URL is a replica, which cannot be written: name the primary');
    return { url: config.databaseUrl, kind: 'external', leave: async () => undefined };
  }
  const running = await embeddedPostgres({ dataDir: config.dataDir, log: say }).start();
  return {
    url: running.url,
    kind: running.adopted ? 'joined' : 'started',
    leave: async () => void (await running.stop()),
  };
}

/** Brings the schema up to date; returns what was applied. */
export async function bringUpToDate(
  config: Config,
  url: string,
  onApplied?: (name: string) => void,
): Promise<string[]> {
  const migrations = readMigrations(join(projectRoot(), 'migrations'));
  const direct = config.databaseDirectUrl ?? url;
  const applied = await migrate({
    url: direct,
    migrations,
    clock: systemClock,
    ...(onApplied ? { onApplied } : {}),
  });
  await migrateJobs(direct);
  return applied;
}
