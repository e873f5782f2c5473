import type { Command, CommandArguments } from '../platform/module.ts';

/** Words that could not be understood; the message says which and what is known. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const everywhere = { json: 'flag', help: 'flag' } as const;

/**
 * Splits the words after the command's name: `--name value`, `--name=value`, flags, and plain words. Options that the
 * command does not know are refused by name.
 */
export function readArguments(command: Command, words: readonly string[]): CommandArguments {
  const known: Readonly<Record<string, 'value' | 'flag'>> = { ...command.options, ...everywhere };
  const plain: string[] = [];
  const options: Record<string, string | true> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
    if (!match) {
      if (word.startsWith('-') && word !== '-')
        throw new UsageError(`${word} is not an option of ${command.name}`);
      plain.push(word);
      continue;
    }
    const [, name = '', inline] = match;
    const kind = known[name];
    if (!kind) {
      const list = Object.keys(known)
        .map((each) => `--${each}`)
        .join(', ');
      throw new UsageError(`--${name} is not an option of ${command.name}; it knows ${list}`);
    }
    if (kind === 'flag') {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value`);
      options[name] = true;
    } else {
      const value = inline ?? words[(at += 1)];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        throw new UsageError(`--${name} needs a value`);
      }
      options[name] = value;
    }
  }
  if (command.usage === '' && plain.length > 0)
    throw new UsageError(`${command.name} takes no words, and "${plain[0]}" is one`);
  return { words: plain, options };
}

/** The help text of the command line, one line a command. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Passerelle: from the right online course to the job.',
    '',
    'npx passerelle COMMAND [--json] [--help]',
    '',
    ...lines,
    '',
    'Settings come from the environment: DATA_DIR, PORT, HOST, BASE_URL, DATABASE_URL, DATABASE_REPLICA_URLS,',
    'FRAME_URL, WEB_CONCURRENCY, MAIL_URL, STORAGE_URL (see README.md). With --json the last line of output is one line of JSON.',
  ].join('\n');
}

export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, kind]) => `  --${name}${kind === 'value' ? ' VALUE' : ''}`,
  );
  return [`npx passerelle ${command.name} ${command.usage}`.trim(), '', command.summary, ...options].join(
    '\n',
  );
}
