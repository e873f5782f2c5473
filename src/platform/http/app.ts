import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { transactIf } from '../db/transact.ts';
import { withoutCookies } from './embedded.ts';
import { showError, showNotFound } from './errors.tsx';
import { framesApart } from './frames-apart.ts';
import type { App, AppContext, AppEnv, AppMiddleware, Tools } from './environment.ts';
import { peerAddress } from './peer-address.ts';
import { negotiate } from './language.ts';
import { readerFor, rememberPosition } from './replicas.ts';
import { isSafeMethod, sameOriginOnly, securityHeaders } from './security.ts';
import { splitLang } from './site.ts';

/** Finds who sends the request, from its cookies or key; the accounts module gives it. */
export type FindActor = (c: AppContext, visitor: Actor) => Promise<Actor>;

export interface AppParts {
  readonly tools: Tools;
  readonly findActor: FindActor;
  /** Adds the routes of every module. */
  readonly routes: (app: App) => void;
}

/** The web application: what every request passes through, then the modules' routes. */
export function createApp(parts: AppParts): App {
  const app: App = new Hono<AppEnv>({ getPath: (request) => splitLang(new URL(request.url).pathname).path });
  app.use(framesApart(parts.tools));
  app.use(withoutCookies);
  app.use(scene(parts.tools));
  app.use(securityHeaders);
  app.use(plainPaths);
  app.use(nothingHasNul);
  app.use(sameOriginOnly);
  app.use(identify(parts.findActor));
  app.use(oneTransaction);
  parts.routes(app);
  app.notFound(showNotFound);
  app.onError(showError);
  return app;
}

/** No address of ours has a NUL in it, and no database could look for one. */
const nothingHasNul: AppMiddleware = async (c, next) => {
  if (/%00|\0/.test(c.req.path)) return showNotFound(c);
  return next();
};

const scene =
  (tools: Tools): AppMiddleware =>
  async (c, next) => {
    const { lang, path, named } = negotiate(c);
    c.set('tools', tools);
    c.set('site', tools.site);
    c.set('lang', lang);
    c.set('path', path);
    c.set('t', tools.translators[lang]);
    c.set('requestId', randomUUID().slice(0, 8));
    c.set('apart', tools.apart.db);
    c.set('db', tools.database.db);
    c.set('actor', {
      kind: 'visitor',
      roles: [],
      lang,
      now: tools.clock.now(),
      ids: tools.ids,
      address: addressOf(c),
    });
    await next();
    if (!named) c.res.headers.append('Vary', 'Accept-Language, Cookie');
    if (
      !c.res.headers.has('Content-Language') &&
      c.res.headers.get('content-type')?.startsWith('text/html')
    ) {
      c.res.headers.set('Content-Language', lang);
    }
  };

function addressOf(c: AppContext): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const peer = bindings?.incoming?.socket?.remoteAddress;
  const https = c.var.tools.config.baseUrl.startsWith('https:');
  return peerAddress(peer, c.req.header('x-forwarded-for'), https);
}

/** A text that no database can hold is the address of nothing. */
const plainPaths: AppMiddleware = async (c, next) => {
  if (c.req.url.split('?', 1)[0]?.includes('%00')) return showNotFound(c);
  await next();
};

const identify =
  (findActor: FindActor): AppMiddleware =>
  async (c, next) => {
    if (!c.var.path.startsWith('/assets/')) c.set('actor', await findActor(c, c.var.actor));
    await next();
  };

/**
 * Uploads of films take minutes, and a transaction would hold a connection all that while: what takes them opens its own
 * (`transact`) once the bytes are here. By convention their addresses have a part `uploads`.
 */
const arrivesSlowly = (path: string): boolean => /\/uploads(?:\/|$)/.test(path);

/**
 * An unsafe request is one transaction: kept when it did what was asked, undone when it threw or showed the form
 * again. What must outlive a refusal is written through `apart`.
 */
const oneTransaction: AppMiddleware = async (c, next) => {
  if (isSafeMethod(c.req.method)) {
    c.set('db', await readerFor(c));
    return next();
  }
  if (arrivesSlowly(c.var.path)) {
    c.set('db', c.var.tools.database.db);
    await next();
    return rememberPosition(c);
  }
  await transactIf(
    c.var.tools.database.db,
    async (db: Db) => {
      c.set('db', db);
      await next();
    },
    () => c.error === undefined && c.res.status < 400,
  );
  await rememberPosition(c);
};
