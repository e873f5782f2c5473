import { type Config, ConfigError, readConfig } from '../platform/config/config.ts';
import { failureKind } from '../platform/db/failure-kind.ts';
import { DatabaseFailure } from '../platform/db/embedded/index.ts';
import { MigrationError } from '../platform/db/migrate.ts';
import type { MessageKey } from '../platform/i18n/messages.ts';
import { createTranslators } from '../platform/i18n/translator.ts';
import { type Command, type CommandArguments, CommandFailed } from '../platform/module.ts';
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
type Environment = Readonly<Record<string, string | undefined>>;

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

/**
 * Does what the words of the command line ask for, and returns the exit code: 0, 1 when it failed, 2 when the words or
 * a setting were not understood. With --json the last line of output is one line of JSON, whatever happened.
 */
export async function runCommandLine(given: readonly string[], environment: Environment): Promise<number> {
  const words = given.filter((word) => word !== '--json');
  const json = words.length < given.length ? ['--json'] : [];
  const [first = 'help', ...rest] = words;
  const name = ['--help', '-h'].includes(first) ? 'help' : first;
  try {
    const facts = await perform(name, [...rest, ...json], environment);
    if (json.length > 0) console.log(JSON.stringify(facts));
    return facts['ok'] === false ? 1 : 0;
  } catch (error) {
    const sentence = sentenceOf(error, environment);
    console.error(sentence);
    const facts = error instanceof CommandFailed ? error.facts : {};
    if (json.length > 0) console.log(JSON.stringify({ ok: false, error: sentence, ...facts }));
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  }
}

async function perform(name: string, words: readonly string[], environment: Environment): Promise<Facts> {
  const command = commandNamed(name, [...described, webCommand]);
  const given = readArguments(command as Command, words);
  if (name === 'help' || given.options['help']) {
    const asked = name === 'help' ? given.words[0] : name;
    console.log(asked === undefined ? helpText(described as readonly Command[]) : usage(asked));
    return {};
  }
  const config = readConfig(environment);
  const child = given.options['child'] === true;
  if (name === 'start') await start(config);
  else if (name === 'worker') await workerProcess(config, child);
  else if (name === 'web') await webProcess(config, child);
  else return await answerOf(name, config, given);
  return {};
}

const usage = (name: string): string => usageOf(commandNamed(name) as Command);

function commandNamed(name: string, among: readonly Described[] = described): Described {
  const command = among.find((each) => each.name === name);
  if (!command) throw new UsageError(`"${name}" is not a command; npx passerelle help lists them`);
  return command;
}

function answerOf(name: string, config: Config, given: CommandArguments): Promise<Facts> {
  if (name === 'migrate') return runMigrate(config, given);
  if (name === 'doctor') return runDoctor(config, given);
  const command = moduleCommands.find((each) => each.name === name);
  if (!command) throw new UsageError(`"${name}" is not a command`);
  return runCommand(config, command, given);
}

const forPeople = [ConfigError, UsageError, CommandFailed, MigrationError, DatabaseFailure];

/** One line for the person at the terminal; what nobody foresaw shows where it happened when it is asked to. */
function sentenceOf(error: unknown, environment: Environment): string {
  if (error instanceof Refusal)
    return createTranslators(messageSets).en(error.messageKey as MessageKey, error.values);
  const message = error instanceof Error ? error.message : String(error);
  if (forPeople.some((kind) => error instanceof kind)) return message;
  if (failureKind(error)) return `the database: ${message}`;
  if (environment['PASSERELLE_TRACE']) console.error(error);
  return `an unexpected fault: ${message || String(error)} (PASSERELLE_TRACE=1 shows where it happened)`;
}
