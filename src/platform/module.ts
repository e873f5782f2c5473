import type { Actor, Role } from './actor.ts';
import type { Db } from './db/database.ts';
import type { Subscriber } from './events/event.ts';
import type { App, Tools } from './http/environment.ts';
import type { MessageKey, MessageSet } from './i18n/messages.ts';
import type { JobTask } from './jobs/job.ts';

/** What a command of the command line works with. */
export interface CommandScene {
  readonly tools: Tools;
  readonly db: Db;
  readonly actor: Actor;
  /** A line for the person at the terminal; silent with --json. */
  say(line: string): void;
  /** Rewrites one line of progress on a terminal; a line now and then elsewhere. */
  progress(line: string): void;
}

/** `--name value` options by name; a flag is `true`. */
export interface CommandArguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
}

export interface Command {
  readonly name: string;
  /** After the name, for help: "SOURCE --platform P [--format F]". */
  readonly usage: string;
  /** One plain English line for help. */
  readonly summary: string;
  /** Options that take a value, and flags; anything else is refused by name. */
  readonly options: Readonly<Record<string, 'value' | 'flag'>>;
  /** The answer is printed as the last line with --json. Throws CommandFailed with what to do. */
  run(scene: CommandScene, given: CommandArguments): Promise<Readonly<Record<string, unknown>>>;
}

/** A command could not do its work; the message is for the person at the terminal. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
  /** Further facts for --json. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.facts = facts;
  }
}

/** What a module holds about a person: shown by the export of personal data, and removed by erasure. */
export interface PersonalData {
  readonly name: string;
  export(db: Db, personId: string): Promise<unknown>;
  erase(db: Db, actor: Actor, personId: string): Promise<void>;
}

/** A page of a module that stands on a front door: the account page, or that of those who look after the site. */
export interface Entry {
  /** Path without language. */
  readonly path: string;
  readonly label: MessageKey;
  /** One short sentence: what one does there. */
  readonly text: MessageKey;
  /** Who sees it, on the operators' front door: one of these roles is enough. */
  readonly roles?: readonly Role[];
}

/** The face that a module shows to the application's wiring. */
export interface Module {
  readonly name: string;
  readonly messages: MessageSet;
  readonly routes?: (app: App) => void;
  readonly jobs?: readonly JobTask[];
  readonly subscribers?: readonly Subscriber[];
  readonly commands?: readonly Command[];
  readonly personalData?: PersonalData;
  /** What a signed-in person has here. */
  readonly accountEntries?: readonly Entry[];
  /** What operators, moderators and others with a role do here. */
  readonly operatorEntries?: readonly Entry[];
}
