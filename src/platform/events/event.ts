import type { Db } from '../db/database.ts';

/** A fact that other modules may want to know. */
export interface Event {
  readonly id: string;
  /** 'catalog.courses-changed' */
  readonly name: string;
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly organisation?: string;
  /** What it is about, when that is one thing. */
  readonly subject?: string;
  readonly data: unknown;
}

export interface Subscriber {
  /** Unique and lasting: its place in the feed is kept under this name. */
  readonly name: string;
  readonly events: readonly string[];
  /** Handles a batch in the order in which it was committed, in one transaction; may be given a batch again. */
  handle(db: Db, events: readonly Event[]): Promise<void>;
}
