import type { Config } from '../../platform/config/config.ts';
import type { Command, CommandArguments } from '../../platform/module.ts';
import { bringUpToDate, databaseAtHand } from '../database-at-hand.ts';
import { terminalLines } from './run-command.ts';

export const migrateCommand: Pick<Command, 'name' | 'usage' | 'summary' | 'options'> = {
  name: 'migrate',
  usage: '',
  summary: 'bring the database up to date',
  options: {},
};

export async function runMigrate(
  config: Config,
  given: CommandArguments,
): Promise<Readonly<Record<string, unknown>>> {
  const { say } = terminalLines(given.options['json'] === true);
  const database = await databaseAtHand(config, say);
  try {
    const applied = await bringUpToDate(config, database.url, (name) => say(`applied ${name}`));
    if (applied.length === 0) say('Nothing to do: the database is up to date.');
    return { ok: true, applied };
  } finally {
    await database.leave();
  }
}
