import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '../../platform/config/config.ts';
import { storageFromUrl } from '../../platform/files/storage-from-url.ts';
import { mailerFromUrl } from '../../platform/mail/mailer-from-url.ts';
import type { Command, CommandArguments } from '../../platform/module.ts';
import { databaseAtHand } from '../database-at-hand.ts';
import { checkDatabase } from './doctor-database.ts';
import type { Finding } from './finding.ts';
import { terminalLines } from './run-command.ts';

export const doctorCommand: Pick<Command, 'name' | 'usage' | 'summary' | 'options'> = {
  name: 'doctor',
  usage: '',
  summary: 'check database, folder rights, mail, storage and clock, and say what to do',
  options: {},
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function finding(what: string, look: () => Promise<string> | string): Promise<Finding> {
  try {
    return { what, ok: true, says: await look() };
  } catch (error) {
    return { what, ok: false, says: reason(error) };
  }
}

function folderRights(config: Config): string {
  try {
    mkdirSync(config.dataDir, { recursive: true });
    accessSync(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `DATA_DIR ${config.dataDir} cannot be written (${reason(error)}): choose another folder or mend its rights`,
    );
  }
  return `${config.dataDir} can be written`;
}

/** Looks at everything, even when the first thing is broken. */
export async function runDoctor(
  config: Config,
  given: CommandArguments,
): Promise<Readonly<Record<string, unknown>>> {
  const { say } = terminalLines(given.options['json'] === true);
  const findings = [
    await finding('folder', () => folderRights(config)),
    ...(await databaseFindings(config)),
    await finding('mail', () => mailSays(config)),
    await finding('storage', async () => {
      const storage = storageFromUrl(config.storageUrl, config.dataDir);
      await storage.check();
      return storage.description;
    }),
  ];
  for (const each of findings) say(`${each.ok ? 'ok  ' : 'BAD '} ${each.what.padEnd(10)} ${each.says}`);
  const ok = findings.every((each) => each.ok);
  say(ok ? 'All is well.' : 'Something needs you: see the lines that start with BAD.');
  return { ok, findings };
}

async function mailSays(config: Config): Promise<string> {
  const mailer = mailerFromUrl(config.mailUrl, config.mailFrom, { store: () => Promise.resolve() });
  try {
    return await mailer.verify();
  } finally {
    mailer.close();
  }
}

async function databaseFindings(config: Config): Promise<Finding[]> {
  try {
    const database = await databaseAtHand(config, () => undefined);
    try {
      return await checkDatabase(database.url, database.kind);
    } finally {
      await database.leave();
    }
  } catch (error) {
    const hint = config.databaseUrl
      ? 'is DATABASE_URL right, and does the server run?'
      : 'see DATA_DIR above';
    return [{ what: 'database', ok: false, says: `${reason(error)} (${hint})` }];
  }
}
