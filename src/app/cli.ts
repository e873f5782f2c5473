import { fileURLToPath } from 'node:url';
import { type Config, ConfigError, readConfig } from '../platform/config/config.ts';
import { failureKind } from '../platform/db/failure-kind.ts';
import { DatabaseFailure } from '../platform/db/embedded/index.ts';
import { MigrationError } from '../platform/db/migrate.ts';
import type { MessageKey } from '../platform/i18n/messages.ts';
import { createTranslators } from '../platform/i18n/translator.ts';
import { type Command, CommandFailed } from '../platform/module.ts';
import { Refusal } from '../platform/refusal.ts';
import { webProcess, workerProcess } from './commands/child.ts';
import { doctorCommand, runDoctor } from './commands/doctor.ts';
import { migrateCommand, runMigrate } from './commands/migrate.ts';
import { runCommand } from './commands/run-command.ts';
import { start, startCommand } from './commands/start.ts';
import { helpText, readArguments, usageOf, UsageError } from './command-line.ts';
import { messageSets, moduleCommands } from './wiring.ts';

type Facts = Readonly<Record<string, unknown>>;
type Described = Pick<Command, 'name' | 'usage' | 'summary' | 'options'>;

const workerCommand: Described = {
  name: 'worker',
  usage: '',
  summary: 'work on jobs only: run as many as wanted beside the server',
  options: { child: 'flag' },
};
const webCommand: Described = { ...workerCommand, name: 'web', summary: 'a web process of "start"' };
const helpCommand: Described = {
  name: 'help',
  usage: '[COMMAND]',
  summary: 'this text, or that of one command',
  options: {},
};

const described: readonly Described[] = [
  startCommand,
  workerCommand,
  migrateCommand,
  ...moduleCommands,
  doctorCommand,
  helpCommand,
];

async function perform(name: string, words: readonly string[]): Promise<Facts> {
  const command = [...described, webCommand].find((each) => each.name === name);
  if (!command) throw new UsageError(`"${name}" is not a command; npx passerelle help lists them`);
  const given = readArguments(command as Command, words);
  if (name === 'help' || given.options['help']) {
    const asked = name === 'help' ? described.find((each) => each.name === given.words[0]) : command;
    console.log(asked ? usageOf(asked as Command) : helpText(described as readonly Command[]));
    return {};
  }
  const config = readConfig(process.env);
  const child = given.options['child'] === true;
  if (name === 'start') await start(config);
  else if (name === 'worker') await workerProcess(config, child);
  else if (name === 'web') await webProcess(config, child);
  else return await answerOf(name, config, given);
  return {};
}

function answerOf(name: string, config: Config, given: ReturnType<typeof readArguments>): Promise<Facts> {
  if (name === 'migrate') return runMigrate(config, given);
  if (name === 'doctor') return runDoctor(config, given);
  const command = moduleCommands.find((each) => each.name === name);
  if (!command) throw new UsageError(`"${name}" is not a command`);
  return runCommand(config, command, given);
}

/** Failures that a person can mend have a sentence; anything else is a bug and shows its trace. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Refusal)
    return createTranslators(messageSets).en(error.messageKey as MessageKey, error.values);
  const known = [ConfigError, UsageError, CommandFailed, MigrationError, DatabaseFailure];
  if (known.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return `DATABASE_URL cannot be reached: ${(error as Error).message || String(code)}`;
  }
  return failureKind(error) ? `the database: ${(error as Error).message}` : undefined;
}

async function main(): Promise<void> {
  process.env['PASSERELLE_ENTRY'] = fileURLToPath(import.meta.url);
  const [name = 'help', ...words] = process.argv.slice(2);
  const asJson = words.includes('--json');
  try {
    const facts = await perform(name === '--help' || name === '-h' ? 'help' : name, words);
    if (asJson) console.log(JSON.stringify(facts));
    process.exitCode = facts['ok'] === false ? 1 : 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    console.error(sentence ?? error);
    const facts = error instanceof CommandFailed ? error.facts : {};
    if (asJson) console.log(JSON.stringify({ ok: false, error: sentence ?? String(error), ...facts }));
    process.exitCode = error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  }
}

await main();
