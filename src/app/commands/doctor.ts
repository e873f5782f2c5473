import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '../../platform/config/config.ts';
import { storageFromUrl } from '../../platform/files/storage-from-url.ts';
import { mailerFromUrl } from '../../platform/mail/mailer-from-url.ts';
import { lookForMediaTools } from '../../platform/media/media-tools.ts';
import type { Command, CommandArguments } from '../../platform/module.ts';
import { demandAddress } from '../server.ts';
import { checkDatabases } from './doctor-database.ts';
import { findingOf } from './finding.ts';
import { terminalLines } from './run-command.ts';

export const doctorCommand: Pick<Command, 'name' | 'usage' | 'summary' | 'options'> = {
  name: 'doctor',
  usage: '',
  summary: 'check database, address, folder rights, mail, storage, films and clock, and say what to do',
  options: {},
};

function folderRights(config: Config): string {
  try {
    mkdirSync(config.dataDir, { recursive: true });
    accessSync(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `DATA_DIR ${config.dataDir} cannot be written (${error instanceof Error ? error.message : String(error)}): choose another folder or mend its rights`,
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
    await findingOf('folder', () => folderRights(config)),
    ...(await checkDatabases(config)),
    await findingOf('address', () => addressSays(config)),
    await findingOf('mail', () => mailSays(config)),
    await findingOf('storage', async () => {
      const storage = storageFromUrl(config.storageUrl, config.dataDir);
      await storage.check();
      return storage.description;
    }),
    { what: 'films', ok: true, says: await filmsSay(config) },
  ];
  for (const each of findings) say(`${each.ok ? 'ok  ' : 'BAD '} ${each.what.padEnd(10)} ${each.says}`);
  const ok = findings.every((each) => each.ok);
  say(ok ? 'All is well.' : 'Something needs you: see the lines that start with BAD.');
  return { ok, findings };
}

/** HOST and PORT can be listened on, or we listen there already. */
async function addressSays(config: Config): Promise<string> {
  const address = `${config.host} port ${config.port}`;
  if (await answersAsOurs(config)) return `the platform answers on ${address}, as ${config.baseUrl}`;
  await demandAddress(config);
  return `${address} is free, for ${config.baseUrl}`;
}

async function answersAsOurs({ host, port }: Config): Promise<boolean> {
  const here = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${here}:${port}/readyz`, { signal: AbortSignal.timeout(3_000) });
    return typeof ((await answer.json()) as { database?: unknown }).database === 'string';
  } catch {
    return false;
  }
}

/** Films do without the programs, in one size: their absence is no failure. */
const filmsSay = (config: Config): Promise<string> =>
  lookForMediaTools(config).then(
    ({ version }) => `ffmpeg ${version} makes films in sizes`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

async function mailSays(config: Config): Promise<string> {
  const mailer = mailerFromUrl(config.mailUrl, config.mailFrom, { store: () => Promise.resolve() });
  try {
    return await mailer.verify();
  } finally {
    mailer.close();
  }
}
