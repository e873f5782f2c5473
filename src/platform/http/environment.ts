import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Actor } from '../actor.ts';
import type { Config } from '../config/config.ts';
import type { Database, Db } from '../db/database.ts';
import type { Storage } from '../files/storage.ts';
import type { Fetcher } from './fetch/guarded-fetch.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Translator } from '../i18n/translator.ts';
import type { FontBook } from '../pictures/fonts.ts';
import type { Clock } from '../time/clock.ts';
import type { Ids } from '../time/ids.ts';
import type { Assets } from '../ui/document-head.tsx';
import type { Theme } from '../ui/theme-menu.tsx';
import type { OutsideOrigins } from './security.ts';
import type { Site } from './site.ts';

/** What the process has: made once at start, handed to every request and job. */
export interface Tools {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  /**
   * A few connections of their own for what commits apart from its request. From the same pool, requests that each
   * hold a connection and wait for a second one would stop each other.
   */
  readonly apart: Database;
  /** Databases that GET requests may read from; the primary when there is no replica. */
  readonly replicas: readonly Database[];
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly assets: Assets;
  readonly storage: Storage;
  readonly fetcher: Fetcher;
  readonly mailer: Mailer;
  /** Fonts that pictures are drawn with; looked for at the first picture. */
  readonly fonts: () => Promise<FontBook>;
  readonly site: Site;
}

export interface AppVariables {
  tools: Tools;
  site: Site;
  lang: Lang;
  /** Path without its language; what urlFor takes. */
  path: string;
  t: Translator;
  actor: Actor;
  /** Appearance that a signed-in person chose; visitors keep theirs in a cookie. */
  theme?: Theme;
  /** How much news a signed-in person has not read. */
  unread?: number;
  /** Other sites that this page may load something from, once somebody asks for it; see allowOutside. */
  outside?: OutsideOrigins;
  /** The transaction of the request (unsafe methods), else the database that reads. */
  db: Db;
  /** Commits on its own, whatever becomes of the request: counters of failed attempts, audit of refusals. */
  apart: Db;
  /** Shown in error pages and logs. */
  requestId: string;
}

export interface AppEnv {
  Variables: AppVariables;
}

export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
export type AppMiddleware = MiddlewareHandler<AppEnv>;
