import { systemActor } from '../../platform/actor.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Command, CommandArguments, CommandScene } from '../../platform/module.ts';
import { bringUpToDate, databaseAtHand } from '../database-at-hand.ts';
import { openTools } from '../open-tools.ts';

/**
 * Runs a module's command: starts or joins the database, brings it up to date, and leaves everything as it was,
 * whether the server runs beside it or not.
 */
export async function runCommand(
  config: Config,
  command: Command,
  given: CommandArguments,
): Promise<Readonly<Record<string, unknown>>> {
  const quiet = given.options['json'] === true;
  const terminal = terminalLines(quiet);
  const database = await databaseAtHand(config, terminal.say);
  try {
    await bringUpToDate(config, database.url);
    const opened = openTools(config, database.url, { name: `passerelle ${command.name}`, connections: 4 });
    try {
      const { tools } = opened;
      const actor = systemActor(command.name, tools.clock.now(), tools.ids);
      const scene: CommandScene = { tools, db: tools.database.db, actor, ...terminal };
      return await command.run(scene, given);
    } finally {
      terminal.endProgress();
      await opened.close();
    }
  } finally {
    await database.leave();
  }
}

/** Lines for a person: progress rewrites its line on a terminal, and comes every few lines in a log. */
export function terminalLines(quiet: boolean) {
  let open = false;
  const endProgress = () => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    say: (line: string) => {
      endProgress();
      if (!quiet) process.stdout.write(`${line}\n`);
    },
    progress: (line: string) => {
      if (quiet) return;
      if (!process.stderr.isTTY) return void process.stderr.write(`${line}\n`);
      process.stderr.write(`\r\u001b[2K${line}`);
      open = true;
    },
    endProgress,
  };
}
