import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../platform/config/config.ts';
import { projectRoot } from '../platform/config/project-root.ts';
import { openDatabase } from '../platform/db/database.ts';
import { openReplica } from '../platform/db/replica.ts';
import { storageFromUrl } from '../platform/files/storage-from-url.ts';
import type { Tools } from '../platform/http/environment.ts';
import { createFetcher } from '../platform/http/fetch/guarded-fetch.ts';
import { type ClientBuild, readClientBuild } from '../platform/http/static-files.ts';
import { createTranslators } from '../platform/i18n/translator.ts';
import { mailerFromUrl } from '../platform/mail/mailer-from-url.ts';
import type { Outbox } from '../platform/mail/mailer.ts';
import { fontBookIn } from '../platform/pictures/fonts.ts';
import { systemClock } from '../platform/time/clock.ts';
import { systemIds } from '../platform/time/ids.ts';
import { sheetPaths } from './style-sheets.ts';
import { messageSets } from './wiring.ts';

export interface Opened {
  readonly tools: Tools;
  readonly build: ClientBuild;
  close(): Promise<void>;
}

/** Every mail is stored before it is sent (sendMail): without a mail server it just stays there. */
const storedAlready: Outbox = { store: async () => undefined };

/** Makes what a process works with, on a database that is already there. Nothing is sent until the first query. */
export function openTools(
  config: Config,
  url: string,
  options: { name: string; connections?: number },
): Opened {
  mkdirSync(config.dataDir, { recursive: true });
  const onError = (error: Error) => console.error(`database connection lost: ${error.message}`);
  const connections = options.connections ?? 10;
  const database = openDatabase({ url, name: options.name, maximum: connections, onError });
  const apart = openDatabase({ url, name: `${options.name} apart`, maximum: 3, onError });
  const replicas = config.replicaUrls.map((replica) =>
    openReplica(database, {
      url: replica,
      name: options.name,
      maximum: connections,
      onError: (error) => console.error(`a replica gives no connection, the primary does: ${error.message}`),
    }),
  );
  const clock = systemClock;
  const fetcher = createFetcher({
    allowedHosts: config.fetchAllowedHosts,
    userAgent: `Passerelle/0.1 (+${config.baseUrl}/sources)`,
    clock,
    sleep: (milliseconds, signal) => delay(milliseconds, undefined, signal ? { signal } : {}),
    random: Math.random,
  });
  const mailer = mailerFromUrl(config.mailUrl, config.mailFrom, storedAlready);
  const build = readClientBuild(join(projectRoot(), 'dist', 'client'), sheetPaths);
  const tools: Tools = {
    config,
    clock,
    ids: systemIds(clock),
    database,
    apart,
    replicas,
    translators: createTranslators(messageSets),
    assets: build.assets,
    storage: storageFromUrl(config.storageUrl, config.dataDir),
    fetcher,
    mailer,
    fonts: fontBookIn(join(config.dataDir, 'fonts')),
    site: { name: 'Passerelle', baseUrl: config.baseUrl },
  };
  const close = async () => {
    mailer.close();
    const databases = [database, apart, ...replicas];
    await Promise.all([fetcher.close(), ...databases.map((each) => each.close())]);
  };
  return { tools, build, close };
}
