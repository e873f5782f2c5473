import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import type { Tools } from '../http/environment.ts';

/** What a job works with. */
export interface JobScene {
  readonly tools: Tools;
  /** The primary; open transactions with transact(). */
  readonly db: Db;
  readonly actor: Actor;
  /** Ends early when the worker is asked to stop. */
  readonly signal: AbortSignal;
}

/** A job is idempotent: it may run more than once, and after a kill it runs again. */
export interface JobTask {
  readonly name: string;
  /** Five cron fields in UTC when it also runs by itself; the payload is then {}. */
  readonly cron?: string;
  run(scene: JobScene, payload: unknown): Promise<void>;
}
