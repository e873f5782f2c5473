import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../actor.ts';
import { type Config, readConfig } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { storageFromUrl } from '../files/storage-from-url.ts';
import { createApp, type FindActor } from '../http/app.ts';
import type { App, Tools } from '../http/environment.ts';
import { createFetcher } from '../http/fetch/guarded-fetch.ts';
import type { MessageSet } from '../i18n/messages.ts';
import { createTranslators } from '../i18n/translator.ts';
import { mailerFromUrl } from '../mail/mailer-from-url.ts';
import { fontBookIn } from '../pictures/fonts.ts';
import type { Clock } from '../time/clock.ts';
import { type Ids, systemIds, uuidV7 } from '../time/ids.ts';
import { uiMessages } from '../ui/messages.ts';

/** A clock that a test sets; it stands still by itself. */
export interface TestClock extends Clock {
  forward(seconds: number): void;
}

/** Starts at a fixed instant unless one is given. */
export function testClock(start = '2026-12-01T09:00:00Z'): TestClock {
  let at = Date.parse(start);
  return { now: () => new Date(at), forward: (seconds) => void (at += seconds * 1000) };
}

export interface TestToolsOptions {
  readonly messages: readonly MessageSet[];
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
}

/** The clock of a test stands still: a counter keeps identifiers in the order in which they were made. */
function idsInOrder(clock: Clock): Ids {
  let count = 0;
  const bytes = () => Buffer.from((16 * (count += 1)).toString(16).padStart(20, '0'), 'hex');
  return { ...systemIds(clock), next: () => uuidV7(clock.now().getTime(), bytes()) };
}

/** What a process works with, on a test's database. No connection is opened but the database's. */
export function testTools(
  database: Database & { readonly apart?: Database },
  options: TestToolsOptions,
): Tools {
  const clock = options.clock ?? testClock();
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const config: Config = {
    ...readConfig({ DATA_DIR: dataDir, BASE_URL: 'http://localhost:3000' }),
    ...options.config,
  };
  return {
    config,
    clock,
    ids: idsInOrder(clock),
    database,
    apart: database.apart ?? database,
    replicas: [],
    translators: createTranslators([uiMessages, ...options.messages]),
    assets: { css: '/assets/main.css', js: '/assets/main.js' },
    storage: storageFromUrl(undefined, dataDir),
    fetcher: createFetcher({
      allowedHosts: [],
      userAgent: 'test',
      clock,
      sleep: async () => undefined,
      random: () => 0.5,
    }),
    mailer: mailerFromUrl(config.mailUrl, config.mailFrom, { store: async () => undefined }),
    fonts: fontBookIn(join(dataDir, 'fonts')),
    site: { name: 'Passerelle', baseUrl: config.baseUrl },
  };
}

export const visitors: FindActor = async (_c, visitor: Actor) => visitor;

/** The whole web application over the given routes. */
export const testApp = (tools: Tools, routes: (app: App) => void, findActor: FindActor = visitors): App =>
  createApp({ tools, routes, findActor });
